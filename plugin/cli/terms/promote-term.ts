import { findTag, GOVERNED_OBJECTS, type GovernedObject } from '../../../objects/taxonomy/index.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { readLists } from '../../../workflows/gateway/read.ts';
import type { WriteFailure } from '../../../workflows/gateway/write.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import { VERSION } from '../../../workflows/version.ts';
import type { PacedClient } from '../backup/workspace-client.ts';
import type { Operation } from '../import/operations.ts';
import { UsageError } from '../output.ts';
import type { RunPlace } from './batch-writer.ts';
import { type Promotion, promotionsOf } from './promotions.ts';
import { writeRun } from './write-run.ts';

export interface PromoteOptions extends RunPlace {
  /** The entry's id, or its word. */
  readonly term: string;
  readonly option: string;
  readonly isApplied: boolean;
}

export interface PromoteReport {
  readonly term: string;
  readonly list: string;
  readonly option: string;
  readonly records: number;
  readonly isApplied: boolean;
  /** By which it can be taken back; null where nothing was written. */
  readonly run: string | null;
  readonly failures: readonly WriteFailure[];
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const SELECTION = 'id name objectName tag term status replacedById';

const isGoverned = (object: string): object is GovernedObject => GOVERNED_OBJECTS.some((one) => one === object);

/** The entry a person means. @throws UsageError where it is not one */
const entryOf = async (client: PacedClient, term: string): Promise<TwentyRecord> => {
  const filter = UUID.test(term) ? { id: { eq: term } } : { term: { eq: term } };
  const [rows = []] = await readLists(client, [
    { object: 'tagDefinition', filter, selection: `${SELECTION} writtenAs` },
  ]);
  const terms = rows.filter(({ writtenAs }) => !writtenAs);
  const [entry] = terms;
  if (!entry) throw new UsageError(`the tag dictionary has no term "${term}" that a person added`);
  if (terms.length > 1) {
    throw new UsageError(
      `the tag dictionary has ${terms.length} terms "${term}"; give an id: ${terms.map(({ id }) => id).join(', ')}`,
    );
  }
  return entry;
};

/** The list the entry is of, and the option of this version. @throws UsageError where there is none */
const promotionOf = (entry: TwentyRecord, option: string): Promotion => {
  const [object, tag] = [String(entry.objectName ?? ''), String(entry.tag ?? '')];
  const list = findTag(object, tag);
  if (!list?.termIn)
    throw new UsageError(`the entry names no open list, but "${object}.${tag}"; say it in the dictionary`);
  if (option === 'OTHER' || !list.options?.some(({ value }) => value === option)) {
    throw new UsageError(
      `${option} is no option of ${object}.${tag} in version ${VERSION}; apply the version that has it first`,
    );
  }
  return { list, termId: String(entry.id), option };
};

/** The entry of the option, if the dictionary has it: a person may have deleted it. */
const replacementOf = async (client: PacedClient, { list, option }: Promotion): Promise<string | null> => {
  const id = entryId(list.object, list.name, option);
  const [rows = []] = await readLists(client, [
    { object: 'tagDefinition', filter: { id: { eq: id } }, selection: 'id' },
  ]);
  return rows.length > 0 ? id : null;
};

/** The entry itself is retired by what replaces it. */
const retirementOf = (entry: TwentyRecord, replacedById: string | null, row: number): Operation => ({
  row,
  object: 'tagDefinition',
  id: String(entry.id),
  isNew: false,
  before: { status: entry.status ?? 'DRAFT', replacedById: entry.replacedById ?? null },
  after: { status: 'RETIRED', replacedById },
});

/**
 * Makes an option of a term: records that name it say the option from now on, and its entry is retired by the option's.
 * Each batch is noted before it is written, as an import's, and is taken back as one. Cut off, it goes on when called
 * again: what is written already is not found any more.
 * @throws UsageError for what is no term or no option, TwentyError where Twenty cannot be reached
 */
export const promoteTerm = async (options: PromoteOptions): Promise<PromoteReport> => {
  const { client, option, isApplied } = options;
  const entry = await entryOf(client, options.term);
  const promotion = promotionOf(entry, option);
  const { list } = promotion;
  const object = list.object;
  if (!isGoverned(object)) throw new UsageError(`${object} has no open lists`);
  const link = `${list.termIn}Id`;
  const selection = `id ${list.name} ${link} ${list.otherIn ?? ''}`;
  const [records = []] = await readLists(client, [{ object, filter: { [link]: { eq: promotion.termId } }, selection }]);
  const report = {
    term: String(entry.term || entry.name),
    list: `${object}.${list.name}`,
    option,
    records: records.length,
    isApplied,
  };
  if (!isApplied) return { ...report, run: null, failures: [] };
  const operations = [
    ...promotionsOf(promotion, records),
    retirementOf(entry, await replacementOf(client, promotion), records.length + 1),
  ];
  const { run, failures } = await writeRun(
    options,
    {
      object,
      about: [list.name, option],
      title: report.term,
      digest: promotion.termId,
      options: `promote ${option}`,
    },
    operations,
  );
  return { ...report, run, failures };
};
