import {
  GOVERNED_OBJECTS,
  type GovernedObject,
  type Language,
  type ObjectName,
  type Tag,
} from '../../../objects/taxonomy/index.ts';
import { placeKey, termKey } from '../../../workflows/dictionary/use-of.ts';
import { mayRead, mayWrite } from '../../../workflows/gateway/caller.ts';
import { countUses } from '../../../workflows/gateway/use-counts.ts';
import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import { NO_TERMS, type Terms, termWordOf } from '../../../workflows/judgement/terms.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { Progress } from '../backup/progress.ts';
import { countEach, Pages } from '../backup/read-pages.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import { readListTerms } from '../check/read-terms.ts';
import { fieldSelection, holds, type Operation } from '../import/operations.ts';
import { lockRuns } from '../import/run-file.ts';
import { UsageError } from '../output.ts';
import { BatchWriter, type RunPlace } from '../terms/batch-writer.ts';
import { type Entry, findEntry } from './find-entry.ts';
import {
  assertReplaceable,
  type Conflict,
  fieldsOf,
  outcomeOf,
  placeOf,
  type Retirement,
  recordsOf,
} from './plan-retirement.ts';

export interface RetireOptions extends RunPlace {
  /** What is retired: `object.tag`, `object.tag:OPTION`, a term by its word, or the id of an entry. */
  readonly entry: string;
  /** What its records hold from now on; null where they keep what they hold. */
  readonly by: string | null;
  readonly language: Language;
  readonly isApplied: boolean;
}

/** Records that hold one value of what is retired. */
export interface HeldValue {
  readonly object: string;
  /** An option, or a term's word; null where the tag is no picklist. */
  readonly value: string | null;
  readonly label: string;
  readonly records: number;
}

/** A record that keeps what is retired until somebody decides; never with its values. */
export interface RecordConflict {
  readonly object: string;
  readonly id: string;
  readonly name: string;
  readonly why: Conflict;
}

export interface RetireReport {
  readonly entry: Pick<Entry, 'id' | 'kind' | 'word' | 'option'> & { readonly tag: string };
  readonly replacement: RetireReport['entry'] | null;
  /** Records that hold it; null where the key may not read what they hold. */
  readonly records: number | null;
  readonly values: readonly HeldValue[];
  /** Records that are rewritten, or would be. */
  readonly rewritten: number;
  /** Of those, the ones that held the replacement already: what is retired is taken out of them. */
  readonly already: number;
  /** The first of them. */
  readonly conflicts: readonly RecordConflict[];
  readonly conflicting: number;
  readonly isApplied: boolean;
  /** By which it is taken back; null where nothing was written. */
  readonly run: string | null;
  readonly failures: readonly WriteFailure[];
  readonly calls: number;
}

const MOST_TOLD = 500;

const told = ({ id, kind, word, tag, option }: Entry): RetireReport['entry'] => ({
  id,
  kind,
  word,
  tag: `${tag.object}.${tag.name}`,
  option,
});

/** The object under which a run is noted: the credit record is its customer's. */
const governedOf = ({ object }: Tag): GovernedObject => GOVERNED_OBJECTS.find((one) => one === object) ?? 'company';

/** A record is shown by what it is called; the credit record has no name of its own. */
const nameOf = ({ name }: TwentyRecord): string => (typeof name === 'string' ? name : '');

const labelOf = (tag: Tag, value: string | null, language: Language): string =>
  tag.options?.find((option) => option.value === value)?.label[language] ?? value ?? tag.label[language];

/** The terms that OTHER may stand for in the values of what is retired; none but of an open list as a whole. */
const termsBeside = async (client: PacedClient, { kind, tag }: Entry): Promise<Terms> =>
  kind === 'TAG' && tag.termIn ? (await readListTerms(client)).terms : NO_TERMS;

/** How many records hold each value of a tag or an option, without reading one of them; null where the key may not. */
const countedValues = async (client: PacedClient, entry: Entry, language: Language) => {
  const { kind, tag, word, option } = entry;
  const { object } = placeOf(tag);
  if (kind === 'TERM') {
    const found = (await countEach(client, [recordsOf(entry)])).get(object) ?? 0;
    return { records: found, values: [{ object, value: word, label: word, records: found }] };
  }
  const uses = await countUses(client, [tag]);
  const countOf = (value: string): number => uses.get(placeKey(tag.object, tag.name, value))?.count ?? 0;
  if (!uses.has(placeKey(tag.object, tag.name))) return null;
  const wanted = kind === 'OPTION' ? [option] : (tag.options?.map(({ value }) => value) ?? [null]);
  const terms = [...(await termsBeside(client, entry))].map(([id, { word }]): HeldValue => {
    const records = uses.get(termKey(id))?.count ?? 0;
    return { object, value: word, label: word, records };
  });
  const options = wanted.map((value) => ({
    object,
    value,
    label: labelOf(tag, value, language),
    records: countOf(value ?? ''),
  }));
  const values = [...options, ...terms];
  return { records: countOf(kind === 'OPTION' ? option : ''), values: values.filter(({ records }) => records > 0) };
};

/** Counts what becomes of records that hold what is retired. */
class Outcomes {
  readonly #retirement: Retirement;
  readonly #language: Language;
  readonly #terms: Terms;
  readonly #held = new Map<string | null, number>();
  readonly #conflicts: RecordConflict[] = [];
  #records = 0;
  #rewritten = 0;
  #already = 0;
  #conflicting = 0;

  constructor(retirement: Retirement, terms: Terms, language: Language) {
    this.#retirement = retirement;
    this.#terms = terms;
    this.#language = language;
  }

  /** What is written of some records. */
  take(records: readonly TwentyRecord[]): readonly Omit<Operation, 'row'>[] {
    return records.flatMap((record) => this.#one(record));
  }

  #one(record: TwentyRecord): readonly Omit<Operation, 'row'>[] {
    const { object } = placeOf(this.#retirement.entry.tag);
    const id = String(record.id);
    this.#records += 1;
    for (const value of this.#valuesOf(record)) this.#held.set(value, (this.#held.get(value) ?? 0) + 1);
    const outcome = outcomeOf(this.#retirement, record);
    if ('conflict' in outcome) {
      this.#conflicting += 1;
      const conflict = { object, id, name: nameOf(record), why: outcome.conflict };
      if (this.#conflicts.length < MOST_TOLD) this.#conflicts.push(conflict);
      return [];
    }
    this.#rewritten += 1;
    if (outcome.isThere) this.#already += 1;
    const before = Object.fromEntries(Object.keys(outcome.after).map((field) => [field, record[field] ?? null]));
    return [{ object, id, isNew: false, before, after: outcome.after }];
  }

  #valuesOf(record: TwentyRecord): readonly (string | null)[] {
    const { kind, option, word, tag } = this.#retirement.entry;
    if (kind !== 'TAG') return [kind === 'OPTION' ? option : word];
    const held = tag.options ? [record[placeOf(tag).field]].flat().map(String) : [null];
    const term = termWordOf(this.#terms, tag, record);
    return term === undefined ? held : [...held.filter((value) => value !== 'OTHER'), term];
  }

  told() {
    const { tag } = this.#retirement.entry;
    const { object } = placeOf(tag);
    return {
      records: this.#records,
      values: [...this.#held].map(([value, records]) => ({
        object,
        value,
        label: labelOf(tag, value, this.#language),
        records,
      })),
      rewritten: this.#rewritten,
      already: this.#already,
      conflicts: this.#conflicts,
      conflicting: this.#conflicting,
    };
  }
}

/** The entry itself, retired by what replaces it; nothing where it is already. */
const retirementOf = ({ id, record }: Entry, by: Entry | null): readonly Omit<Operation, 'row'>[] => {
  const before = { status: record.status ?? 'DRAFT', replacedById: record.replacedById ?? null };
  // Retired before without a replacement being named now, it keeps the one it has.
  const after = { status: 'RETIRED', replacedById: by?.id ?? before.replacedById };
  const isSo = Object.entries(after).every(([field, value]) => holds(before[field as keyof typeof before], value));
  return isSo ? [] : [{ object: 'tagDefinition', id, isNew: false, before, after }];
};

/** Refuses a key that may not do all of it: half of it would be found out too late. @throws UsageError, saying what it lacks */
const assertRights = async ({ client, isApplied }: RetireOptions, retirement: Retirement | null): Promise<void> => {
  const place = retirement && placeOf(retirement.entry.tag);
  if (retirement && place) {
    const selection = ['id', ...fieldsOf(retirement).map((field) => fieldSelection(place.object, field))].join(' ');
    if (!(await mayRead(client, place.object, selection))) {
      throw new UsageError("the key's role may not read what the records hold, so it could not be put back");
    }
  }
  if (!isApplied) return;
  const wanted = [
    { object: 'tagDefinition' as const, field: 'status' },
    ...(place ? [{ object: place.object as ObjectName, field: place.field }] : []),
  ];
  if (!(await mayWrite(client, wanted))) {
    throw new UsageError("the key's role may not write the tag dictionary and the records; give it a key that may");
  }
};

/** Rewrites the records page by page, each written before the next is read; without a writer they are only looked at. */
const rewrite = async (
  { client, tell, language }: RetireOptions,
  retirement: Retirement,
  writer: BatchWriter | null,
): Promise<Outcomes> => {
  const { object, filter } = recordsOf(retirement.entry);
  const name = object === 'tagCredit' ? [] : ['name'];
  const fields = [...new Set(['id', ...name, ...fieldsOf(retirement)])];
  const selection = fields.map((field) => fieldSelection(object, field)).join(' ');
  const outcomes = new Outcomes(retirement, await termsBeside(client, retirement.entry), language);
  const progress = writer && new Progress((await countEach(client, [{ object, filter }])).get(object) ?? 0, tell);
  const pages = new Pages(client, object, { filter, selection, after: null });
  for (let page = await pages.next(); page !== null; page = await pages.next()) {
    const operations = outcomes.take(page);
    await writer?.write(operations);
    progress?.add(page.length);
  }
  return outcomes;
};

/**
 * Retires an entry of the dictionary, and with a replacement rewrites the records that hold it, in batches that are taken
 * back as one by `import --undo`. What is not clear is told and left. Cut off, it goes on when called again: what is
 * written already is not found any more.
 * @throws UsageError for what cannot be retired or replaced, TwentyError where Twenty cannot be reached
 */
export const retireEntry = async (options: RetireOptions): Promise<RetireReport> => {
  const { client, isApplied, runs, language } = options;
  const entry = await findEntry(client, options.entry);
  const by = options.by === null ? null : await findEntry(client, options.by, entry.tag);
  const retirement = by && { entry, by };
  if (retirement) assertReplaceable(retirement);
  await assertRights(options, retirement);
  const release = isApplied ? await lockRuns(runs) : null;
  try {
    const writer = isApplied
      ? await BatchWriter.open(options, {
          object: governedOf(entry.tag),
          title: entry.word,
          digest: entry.id,
          options: `retire ${by?.id ?? ''}`,
          about: ['retire', entry.tag.name, ...(entry.option ? [entry.option] : [])],
        })
      : null;
    const found = retirement
      ? (await rewrite(options, retirement, writer)).told()
      : {
          ...((await countedValues(client, entry, language)) ?? { records: null, values: [] }),
          ...{ rewritten: 0, already: 0, conflicts: [], conflicting: 0 },
        };
    await writer?.write(retirementOf(entry, by));
    await writer?.end();
    return {
      entry: told(entry),
      replacement: by && told(by),
      ...found,
      isApplied,
      run: writer?.run ?? null,
      failures: writer?.failures ?? [],
      calls: client.calls(),
    };
  } finally {
    await release?.();
  }
};
