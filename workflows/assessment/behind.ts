import { GOVERNED_OBJECTS, type Language } from '../../objects/taxonomy/types.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo, textOrNull } from '../run/run.ts';
import type { Behind } from './sheet.ts';

const targetOf = (record: TwentyRecord): Behind['target'] => {
  for (const object of GOVERNED_OBJECTS) {
    const id = textOrNull(record[linkTo(object)]);
    if (id) return { object, id };
  }
  return null;
};

/** The title of a line names its record after a colon. */
const recordIn = (name: unknown): string => String(name ?? '').replace(/^[^:：]*[:：]\s*/, '');

const lineOf = (record: TwentyRecord, label: string, byDiscovery: boolean): Behind => ({
  id: idOf(record),
  label,
  record: recordIn(record.name),
  dueOn: textOrNull(record.dueOn)?.slice(0, 10) ?? null,
  at: textOrNull(record.at),
  byDiscovery,
  target: targetOf(record),
});

/** What counted against somebody, as lines that lead to the records; the latest first. */
export const linesBehind = (
  logs: readonly TwentyRecord[],
  notices: readonly TwentyRecord[],
  language: Language,
): readonly Behind[] =>
  [
    ...logs.map((row) => lineOf(row, optionLabel('tagLog', 'kind', String(row.kind), language), false)),
    ...notices.map((row) =>
      lineOf(row, optionLabel('tagChangeNotice', 'kind', String(row.kind), language), row.isDetected === true),
    ),
  ].sort((left, right) => {
    const [a, b] = [left.dueOn ?? left.at ?? '', right.dueOn ?? right.at ?? ''];
    return a < b ? 1 : a > b ? -1 : 0;
  });
