import type { Language } from '../../objects/taxonomy/types.ts';
import { rulingOf } from '../judgement/rulings.ts';
import type { Problem } from '../rules/problem.ts';
import { optionLabel, tagLabel } from '../run/labels.ts';
import type { Fact } from '../run/log-entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, textOrNull, writtenBy } from '../run/run.ts';

/** The cells by which an entry rules its tag, with what they say unless somebody decides otherwise. */
const CELLS = { requiredFrom: 'POLICY', isMajorChange: 'POLICY', status: '' } as const;
const NAMES = Object.keys(CELLS) as readonly (keyof typeof CELLS)[];

/** What an entry says of its tag, as it is remembered. */
export const rulingText = (row: TwentyRecord, replacement: string): string =>
  [...NAMES.map((name) => textOrNull(row[name]) ?? CELLS[name]), replacement].join('/');

/** What an entry says that nobody has changed: the policy's own are accepted, a person's begin as drafts. */
export const firstRuling = (isPolicys: boolean): string => `POLICY/POLICY/${isPolicys ? 'APPROVED' : 'DRAFT'}/`;

/** The word of the entry that replaces a retired one; empty where there is none, or where it is gone. */
export const replacementOf = (row: TwentyRecord, rows: readonly TwentyRecord[]): string => {
  const other = row.replacedById ? rows.find(({ id }) => id === row.replacedById) : undefined;
  return other ? (textOrNull(other.term) ?? textOrNull(other.name) ?? '') : '';
};

/** Problems of the cells by which an entry rules its tag: those that cannot be used (A29). */
export const rulingProblems = (row: TwentyRecord): readonly Problem[] =>
  rulingOf(row).faults.map(({ code, tag }) => ({ code, severity: 'WARNING', tag, clause: '3.2.6', data: {} }));

/** The tag an entry is of, as the log names it. */
export const ruledTagOf = (row: TwentyRecord): string =>
  [textOrNull(row.objectName), textOrNull(row.tag)].filter(Boolean).join('.');

/** A fact of the log that is about no record. */
export type RulingFact = Omit<Fact, 'object' | 'subjectId'>;

/** What became of an entry between two rulings, by whom and when, for the log; undefined where its tag is ruled as before. */
export const rulingFact = (
  row: TwentyRecord,
  before: string,
  after: string,
  language: Language,
): RulingFact | undefined => {
  const [old, now] = [before.split('/'), after.split('/')];
  const changed = NAMES.map((name, at) => ({ name, old: old[at] ?? '', now: now[at] ?? '' })).filter(
    (one) => one.old !== one.now,
  );
  if (changed.length === 0) return undefined;
  const say = (which: 'old' | 'now'): string =>
    changed
      .map(({ name, ...values }) => {
        const word = optionLabel('tagDefinition', name, values[which], language);
        return `${tagLabel('tagDefinition', name, language)}: ${word}`;
      })
      .join('; ');
  const at = textOrNull(row.updatedAt) ?? '';
  return {
    kind: 'DICTIONARY',
    record: textOrNull(row.name) ?? '',
    key: `${idOf(row)}:${before}>${after}:${at}`,
    at,
    by: writtenBy(row)?.by ?? null,
    tag: ruledTagOf(row),
    before: say('old'),
    after: say('now'),
  };
};
