import { objectEntry } from '../../objects/taxonomy/objects.ts';
import { GOVERNED_OBJECTS, type GovernedObject, type Language } from '../../objects/taxonomy/types.ts';
import type { Problem } from '../rules/problem.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo, nameOf, textOrNull } from '../run/run.ts';
import { IMPROPER } from './improper.ts';
import type { Behind, RecordBehind } from './sheet.ts';

const targetOf = (record: TwentyRecord): Behind['target'] => {
  for (const object of GOVERNED_OBJECTS) {
    const id = textOrNull(record[linkTo(object)]);
    if (id) return { object, id };
  }
  return null;
};

/** A colon as English writes it, and as Chinese does. */
const COLONS = [':', String.fromCharCode(0xff1a)] as const;

/** The title of a line names its record after a colon. */
const recordIn = (title: unknown): string => {
  const text = String(title ?? '');
  const [first = -1] = COLONS.map((colon) => text.indexOf(colon))
    .filter((at) => at >= 0)
    .sort((left, right) => left - right);
  return text.slice(first + 1).trim();
};

const lineOf = (record: TwentyRecord, label: string, byDiscovery: boolean): Behind => ({
  id: idOf(record),
  label,
  record: recordIn(record.name),
  dueOn: textOrNull(record.dueOn)?.slice(0, 10) ?? null,
  at: textOrNull(record.at),
  byDiscovery,
  target: targetOf(record),
});

/** A rectification notice that was not settled in time leads to itself: there stands what is to be put right. */
const rectificationLine = (record: TwentyRecord, language: Language): Behind => ({
  id: idOf(record),
  label: objectEntry('tagRectification').label[language],
  record: String(record.name ?? ''),
  dueOn: textOrNull(record.firstDueOn)?.slice(0, 10) ?? null,
  at: null,
  byDiscovery: false,
  target: { object: 'tagRectification', id: idOf(record) },
});

/** What counted against somebody, as lines that lead to the records; the latest first. */
export const linesBehind = (
  logs: readonly TwentyRecord[],
  notices: readonly TwentyRecord[],
  rectifications: readonly TwentyRecord[],
  language: Language,
): readonly Behind[] =>
  [
    ...logs.map((row) => lineOf(row, optionLabel('tagLog', 'kind', String(row.kind), language), false)),
    ...notices.map((row) =>
      lineOf(row, optionLabel('tagChangeNotice', 'kind', String(row.kind), language), row.isDetected === true),
    ),
    ...rectifications.map((row) => rectificationLine(row, language)),
  ].sort((left, right) => {
    const [a, b] = [left.dueOn ?? left.at ?? '', right.dueOn ?? right.at ?? ''];
    return a < b ? 1 : a > b ? -1 : 0;
  });

const improper: ReadonlySet<string> = new Set(IMPROPER);

/** Records that lack something or are not in proper form, the least complete first. */
export const recordsBehind = (
  records: Readonly<Partial<Record<GovernedObject, readonly TwentyRecord[]>>>,
): readonly RecordBehind[] =>
  GOVERNED_OBJECTS.flatMap((object) =>
    (records[object] ?? []).map((record) => ({
      object,
      id: idOf(record),
      name: nameOf(object, record),
      completeness: typeof record.tagCompleteness === 'number' ? record.tagCompleteness : 0,
      isImproper: ((record.tagProblems ?? []) as readonly Problem[]).some(({ code }) => improper.has(code)),
    })),
  ).sort((left, right) => left.completeness - right.completeness);
