import { SYSTEM_FIELDS } from '../../objects/define/system-fields.ts';
import { compositeOf } from './composites.ts';
import { invalidQuery, permissionDenied, recordNotFound } from './errors.ts';
import { type FieldModel, type ObjectModel, objectNamed } from './model.ts';
import {
  type Change,
  change,
  checkWritable,
  destroy,
  type MutationContext,
  type MutationResult,
  withVector,
} from './mutations.ts';
import { isBlank, type Row } from './row.ts';
import { isTarget } from './standard-objects.ts';

export interface MergeRequest {
  readonly ids: readonly string[];
  readonly conflictPriorityIndex: number;
  readonly dryRun?: boolean | null;
}

const MOST_MERGED = 9;
/** The objects Twenty knows how to find duplicates of, which are those it merges. */
const MERGEABLE: ReadonlySet<string> = new Set(['company', 'person']);

/** Where the other entries of a composite go: its first text, and the list of more of the kind. */
const LISTS: Readonly<
  Record<string, { readonly primary: string; readonly more: string; readonly key: string | null }>
> = {
  EMAILS: { primary: 'primaryEmail', more: 'additionalEmails', key: null },
  PHONES: { primary: 'primaryPhoneNumber', more: 'additionalPhones', key: 'number' },
  LINKS: { primary: 'primaryLinkUrl', more: 'secondaryLinks', key: 'url' },
};

type Value = Readonly<Record<string, unknown>>;

/** What stands in a list of further entries for the primary one of a record. */
const entryOf = (type: string, value: Value): unknown => {
  if (type === 'EMAILS') return value.primaryEmail;
  if (type === 'LINKS') return { url: value.primaryLinkUrl, label: value.primaryLinkLabel };
  return {
    number: value.primaryPhoneNumber,
    countryCode: value.primaryPhoneCountryCode,
    callingCode: value.primaryPhoneCallingCode,
  };
};

const mergedList = (type: string, values: readonly Value[], chosen: Value): Value => {
  const list = LISTS[type];
  if (!list) return chosen;
  const keyOf = (entry: unknown): unknown => (list.key === null ? entry : (entry as Value)[list.key]);
  const entries = values.flatMap((value) => [entryOf(type, value), ...((value[list.more] ?? []) as unknown[])]);
  const others = new Map(
    entries
      .filter((entry) => !isBlank(keyOf(entry)) && keyOf(entry) !== chosen[list.primary])
      .map((entry) => [keyOf(entry), entry]),
  );
  return { ...chosen, [list.more]: [...others.values()] };
};

/** One field of the merged record: the winner's value where it has one, lists put together. */
const mergedValue = (field: FieldModel, column: string, rows: readonly Row[], winner: Row): unknown => {
  const filled = rows.filter((row) => !isBlank(row[column]));
  const chosen = (isBlank(winner[column]) ? filled[0] : winner)?.[column] ?? null;
  if (filled.length < 2) return chosen;
  if (field.type === 'ARRAY' || field.type === 'MULTI_SELECT') {
    return [...new Set(filled.flatMap((row) => row[column] as readonly unknown[]))];
  }
  if (compositeOf(field.type)) {
    return mergedList(
      field.type,
      filled.map((row) => row[column] as Value),
      chosen as Value,
    );
  }
  return chosen;
};

/** Points what hangs on the losers at the winner. What Twenty keeps as morph relations (targets) is not moved. */
const repoint = (context: MutationContext, object: ObjectModel, losers: readonly Row[], winner: Row): Change[] => {
  const { store, now } = context;
  return object.fields.flatMap(({ relation }) => {
    if (relation?.kind !== 'ONE_TO_MANY') return [];
    const child = objectNamed(store.model, relation.target);
    const key = child.byName.get(relation.inverse);
    if (!key?.relation || isTarget(child.nameSingular, key.name)) return [];
    const { joinColumn } = key.relation;
    // Twenty asks for the right before it looks whether anything hangs there.
    checkWritable(context, child, { [joinColumn]: winner.id });
    const held = losers.flatMap((loser) => store.table(child).referring(joinColumn, loser.id));
    return held.flatMap((row) => {
      const after = { ...row, [joinColumn]: winner.id, updatedAt: now };
      store.replace(child, after);
      return row.deletedAt === null ? [change(child, 'updated', row, after)] : [];
    });
  });
};

/**
 * Merges records as Twenty does: what hangs on the losers goes to the winner, the losers are destroyed, and of the fields
 * the request selects the winner gets what it had not. It stands or falls as a whole.
 */
export const mergeRecords = (
  context: MutationContext,
  object: ObjectModel,
  { ids, conflictPriorityIndex, dryRun }: MergeRequest,
  selected: readonly string[],
): MutationResult => {
  if (!MERGEABLE.has(object.nameSingular)) {
    throw invalidQuery(
      `Merge is only available for objects with duplicate criteria. Object '${object.nameSingular}' does not have duplicate criteria defined.`,
    );
  }
  if (ids.length < 2) throw invalidQuery('At least 2 record IDs are required for merge');
  if (ids.length > MOST_MERGED) throw invalidQuery(`Maximum ${MOST_MERGED} records can be merged at once`);
  const { store } = context;
  const rows = ids.flatMap((id) => store.table(object).get(id) ?? []).filter((row) => row.deletedAt === null);
  const winner = rows.find((row) => row.id === ids[conflictPriorityIndex]);
  if (rows.length < ids.length || !winner) throw recordNotFound();

  const merged: Record<string, unknown> = {};
  for (const name of selected) {
    const field = object.byName.get(name) ?? object.byJoinColumn.get(name);
    if (!field || SYSTEM_FIELDS.has(name) || field.relation?.kind === 'ONE_TO_MANY') continue;
    const column = field.relation?.joinColumn ?? name;
    merged[column] = mergedValue(field, column, rows, winner);
  }
  if (dryRun) {
    return { rows: [{ ...winner, ...merged, id: context.newId(), deletedAt: context.now }], changes: [] };
  }

  if (!context.actor.accessTo(object).canDestroy) throw permissionDenied();
  checkWritable(context, object, Object.fromEntries(Object.entries(merged).filter(([, value]) => !isBlank(value))));
  return store.atomically(() => {
    const losers = rows.filter((row) => row !== winner);
    const changes = repoint(context, object, losers, winner);
    for (const loser of losers) destroy(store, object, loser);
    const after = withVector(object, { ...winner, ...merged, updatedAt: context.now });
    store.replace(object, after);
    const [told] = losers;
    return {
      rows: [after],
      changes: [
        ...changes,
        ...(told ? [change(object, 'destroyed', told, null)] : []),
        change(object, 'updated', winner, after),
      ],
    };
  });
};
