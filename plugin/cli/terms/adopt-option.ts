import type { Language } from '../../../objects/taxonomy/index.ts';
import { type AddedOption, addedOptions } from '../../../workflows/dictionary/added-options.ts';
import { addedEntry, addedEntryId, entryOfAdded } from '../../../workflows/dictionary/proposed-terms.ts';
import { isOwnEntry } from '../../../workflows/dictionary/term-task.ts';
import { holding, KEEPS_STRAYS, readEnums } from '../../../workflows/gateway/added-options.ts';
import { LIVE_OR_DELETED } from '../../../workflows/gateway/live-or-deleted.ts';
import { readLists } from '../../../workflows/gateway/read.ts';
import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { recordId } from '../../../workflows/run/record-id.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import { isId } from '../check/twenty-import.ts';
import type { Fields, Operation } from '../import/operations.ts';
import { UsageError } from '../output.ts';
import { adoptionsOf, lacks } from './adoptions.ts';
import type { RunPlace } from './batch-writer.ts';
import { type OpenList, openListNamed } from './open-list.ts';
import { writeRun } from './write-run.ts';

export interface AdoptOptions extends RunPlace {
  /** The list, such as `company.tagChannels`. */
  readonly list: string;
  readonly option: string;
  /** The term it becomes, by its word or the id of its entry; the option's own word when null. */
  readonly term: string | null;
  /** What the term means; with it the entry is accepted. */
  readonly definition: string | null;
  /** In which the title of a new entry is written. */
  readonly language: Language;
  readonly isApplied: boolean;
}

/** A record as it is shown. */
export interface ShownRecord {
  readonly id: string;
  readonly name: string;
}

export interface AdoptReport {
  readonly list: string;
  readonly option: string;
  /** Whether the option is still there; else an apply has deleted it, and its values come out of what is kept aside. */
  readonly isThere: boolean;
  readonly term: { readonly id: string; readonly word: string; readonly status: string; readonly isNew: boolean };
  readonly records: readonly ShownRecord[];
  /** Records that name another term already: they stay as they are. */
  readonly left: readonly ShownRecord[];
  readonly isApplied: boolean;
  /** By which it can be taken back; null where nothing was written. */
  readonly run: string | null;
  readonly failures: readonly WriteFailure[];
}

/** As Twenty takes the values of options. */
const OPTION = /^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/;

const ENTRIES = 'id name objectName tag option term definition status writtenAs deletedAt';

/** The people's own entries that are of the list, or of none yet, deleted ones among them. */
const entriesOf = async (client: PacedClient, { object, list }: OpenList): Promise<readonly TwentyRecord[]> => {
  const [rows = []] = await readLists(client, [
    {
      object: 'tagDefinition',
      filter: { and: [LIVE_OR_DELETED, { or: [{ writtenAs: { eq: '' } }, { writtenAs: { is: 'NULL' } }] }] },
      selection: ENTRIES,
    },
  ]);
  return rows.filter(
    (row) => isOwnEntry(row) && ((row.objectName === object && row.tag === list.name) || !(row.objectName || row.tag)),
  );
};

const wordOf = (row: TwentyRecord): string => String(row.term || row.name || '').trim();

/** The entry that somebody names by its id or its word; undefined for a word that is none yet. @throws UsageError */
const entryNamed = (term: string, rows: readonly TwentyRecord[]): TwentyRecord | undefined => {
  if (isId(term)) {
    const found = rows.find(({ id }) => id === term.toLowerCase());
    if (!found) throw new UsageError(`the tag dictionary has no term ${term} of this list that a person added`);
    return found;
  }
  const found = rows.filter((row) => !row.deletedAt && wordOf(row) === term.trim());
  if (found.length < 2) return found[0];
  const ids = found.map(({ id }) => id).join(', ');
  throw new UsageError(`the tag dictionary has ${found.length} terms "${term}"; give an id: ${ids}`);
};

/** What the option becomes: the entry there is, or a new one. */
interface Target {
  readonly entry: TwentyRecord | null;
  readonly added: AddedOption;
  readonly id: string;
}

const targetOf = (
  { option, term }: AdoptOptions,
  { object, list }: OpenList,
  label: string | null,
  rows: readonly TwentyRecord[],
): Target => {
  const added = { object, tag: list.name, option, label: term !== null && !isId(term) ? term.trim() : (label ?? '') };
  const entry = (term === null ? entryOfAdded(added, rows) : entryNamed(term, rows)) ?? null;
  if (!entry && added.label === '') {
    throw new UsageError(`Twenty has no option ${option} of ${object}.${list.name}; say by --term what it was called`);
  }
  const isGone = Boolean(entry?.deletedAt);
  if (entry && (isGone || entry.status === 'RETIRED')) {
    const state = isGone ? 'in the trash' : 'retired';
    throw new UsageError(`the term "${wordOf(entry)}" is ${state}; bring it back, or name another by --term`);
  }
  // A second word for the option is a second entry.
  const own = addedEntryId(object, list.name, option);
  const isOwnTaken = rows.some(({ id }) => id === own);
  return { entry, added, id: String(entry?.id ?? (isOwnTaken ? recordId(`${own}:${added.label}`) : own)) };
};

/** What is written of the entry: made, or accepted with its definition; null where it stays as it is. */
const entryOperation = ({ entry, added, id }: Target, { definition, language }: AdoptOptions): Operation | null => {
  const defined: Fields = definition === null ? {} : { definition, status: 'APPROVED' };
  const of = { row: 1, object: 'tagDefinition', id };
  if (!entry) return { ...of, isNew: true, before: {}, after: { ...addedEntry(added, language).fields, ...defined } };
  const placed: Fields = entry.objectName ? {} : { objectName: added.object, tag: added.tag };
  const after = { ...placed, ...defined };
  if (Object.keys(after).length === 0) return null;
  const before = Object.fromEntries(Object.keys(after).map((field) => [field, entry[field] ?? null]));
  return { ...of, isNew: false, before, after };
};

/** Records that hold the option; of one that is gone, those whose memory keeps it aside. */
const recordsOf = async (
  client: PacedClient,
  open: OpenList,
  option: string,
  isThere: boolean,
): Promise<readonly TwentyRecord[]> => {
  const { object, list, link } = open;
  const selection = `id name ${list.name} ${link}`;
  if (isThere) {
    const filter = holding({ object, tag: list.name, option });
    const [found = []] = await readLists(client, [{ object, filter, selection }]);
    return found;
  }
  const filter = { and: [KEEPS_STRAYS, { tagBaseline: { like: `%"${option}"%` } }] };
  const [found = []] = await readLists(client, [{ object, filter, selection: `${selection} tagBaseline` }]);
  return found.filter((record) => lacks(open, option, record));
};

const shown = (record: TwentyRecord): ShownRecord => ({ id: String(record.id), name: String(record.name ?? '') });

/**
 * Makes a term of the dictionary of an option that somebody added to an open list in Twenty's settings: records that hold
 * it say OTHER and name the term, before the next version of the application deletes the option with its values. Where one
 * has done so already, the values come back out of what the records' memory keeps aside. Cut off, it is called again.
 * @throws UsageError for what is no such option or term, TwentyError where Twenty cannot be reached
 */
export const adoptOption = async (options: AdoptOptions): Promise<AdoptReport> => {
  const { client, option, isApplied } = options;
  const open = openListNamed(options.list);
  const { object, list } = open;
  if (!OPTION.test(option)) throw new UsageError(`"${option}" is no option’s API name, such as LIVE_STREAM`);
  if (list.options?.some(({ value }) => value === option)) {
    throw new UsageError(`${option} is an option of ${object}.${list.name} itself; no version deletes it`);
  }
  const added = addedOptions(await readEnums(client));
  const there = added.find((one) => one.object === object && one.tag === list.name && one.option === option);
  const target = targetOf(options, open, there?.label ?? null, await entriesOf(client, open));
  const records = await recordsOf(client, open, option, there !== undefined);
  if (!there && records.length === 0) {
    throw new UsageError(`Twenty has no option ${option} of ${object}.${list.name}, and no record lacks its value`);
  }
  const { operations, left } = adoptionsOf(open, option, target.id, records);
  const entry = entryOperation(target, options);
  const concerned = new Set(operations.map(({ id }) => id));
  const report = {
    list: `${object}.${list.name}`,
    option,
    isThere: there !== undefined,
    term: {
      id: target.id,
      word: target.entry ? wordOf(target.entry) : target.added.label,
      status: String(entry?.after.status ?? target.entry?.status ?? 'DRAFT'),
      isNew: target.entry === null,
    },
    records: records.filter(({ id }) => concerned.has(String(id))).map(shown),
    left: left.map(shown),
    isApplied,
  };
  const all = [...(entry ? [entry] : []), ...operations];
  if (!isApplied || all.length === 0) return { ...report, run: null, failures: [] };
  const { run, failures } = await writeRun(
    options,
    { object, about: [list.name, option], title: report.term.word, digest: target.id, options: `adopt ${option}` },
    all,
  );
  return { ...report, run, failures };
};
