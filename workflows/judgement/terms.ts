import type { TagFacts } from '../../objects/taxonomy/facts.ts';

/** An entry of the dictionary that a person made: what an open list may be answered with beside its options. */
export interface Term {
  /** The word people use. */
  readonly word: string;
  /** The list it is of, as `object.tag`; empty while nobody has said. */
  readonly list: string;
  readonly status: 'DRAFT' | 'APPROVED' | 'RETIRED';
  /** The word of the entry that replaces it once it is retired. */
  readonly replacement: string;
}

/** Terms by the id of their entry. */
export type Terms = ReadonlyMap<string, Term>;

/** A dictionary nobody has added to. */
export const NO_TERMS: Terms = new Map();

type Row = Readonly<Record<string, unknown>>;

/** The word of the term that a record names beside an open list; undefined where it names none, or one that is gone. */
export const termWordOf = (
  terms: Terms,
  { termIn }: Pick<TagFacts, 'termIn'>,
  record: Row | null,
): string | undefined => (termIn ? terms.get(String(record?.[`${termIn}Id`]))?.word || undefined : undefined);

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

const statusOf = (value: unknown): Term['status'] => (value === 'APPROVED' || value === 'RETIRED' ? value : 'DRAFT');

/** The terms among entries of the dictionary. The policy's own entries, which bear a digest, are options already. */
export const termsOf = (rows: readonly Row[]): Terms => {
  const terms = rows
    .filter(({ writtenAs }) => textOf(writtenAs) === '')
    .map((row): [string, Term] => {
      const [object, tag] = [textOf(row.objectName), textOf(row.tag)];
      return [
        String(row.id),
        {
          word: textOf(row.term) || textOf(row.name),
          list: object && tag ? `${object}.${tag}` : '',
          status: statusOf(row.status),
          replacement: textOf(row.replacement),
        },
      ];
    });
  return terms.length > 0 ? new Map(terms) : NO_TERMS;
};
