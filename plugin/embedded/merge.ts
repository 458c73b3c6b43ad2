import { SYSTEM_FIELDS } from '../../objects/define/system-fields.ts';
import { compositeOf } from './composites.ts';
import { invalidPriority, invalidQuery, permissionDenied, recordsNotFound, tooManyToUpdate } from './errors.ts';
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
import { isNullish, type Row } from './row.ts';
import { isTarget } from './standard-objects.ts';

export interface MergeRequest {
  readonly ids: readonly string[];
  readonly conflictPriorityIndex: number;
  readonly dryRun?: boolean | null;
}

const MOST_MERGED = 9;
/** Twenty points the rows of one relation at the winner in one update, and updates no more at once. */
const MOST_MOVED = 200;
/** The objects Twenty knows how to find duplicates of, which are those it merges. */
const MERGEABLE: ReadonlySet<string> = new Set(['company', 'person']);

/** Whether a value is one for a merge: an answer of no and a nought are, white space is not. */
const holds = (value: unknown): boolean => {
  if (isNullish(value)) return false;
  if (typeof value === 'string') return value.trim() !== '';
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.values(value as object).some(holds);
};

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
      .filter((entry) => holds(keyOf(entry)) && keyOf(entry) !== chosen[list.primary])
      .map((entry) => [keyOf(entry), entry]),
  );
  return { ...chosen, [list.more]: [...others.values()] };
};

/** One field of the merged record: the winner's value where it has one, lists put together. */
const mergedValue = (field: FieldModel, column: string, rows: readonly Row[], winner: Row): unknown => {
  const filled = rows.filter((row) => holds(row[column]));
  const chosen = (holds(winner[column]) ? winner : filled[0])?.[column] ?? null;
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

/**
 * Points what hangs on the losers at the winner. An older server leaves what points at any record (targets) where it was,
 * updates {@link MOST_MOVED} rows of a relation at most, and tells nobody: it looks for the rows it has updated by where
 * they were, and finds none there.
 */
const repoint = (context: MutationContext, object: ObjectModel, losers: readonly Row[], winner: Row): Change[] => {
  const { store, now } = context;
  const { isOrmOld } = store.model;
  return object.fields.flatMap(({ relation }) => {
    if (relation?.kind !== 'ONE_TO_MANY') return [];
    const child = objectNamed(store.model, relation.target);
    const key = child.byName.get(relation.inverse);
    if (!key?.relation || (isOrmOld && isTarget(child.nameSingular, key.name))) return [];
    const { joinColumn } = key.relation;
    // Twenty asks for the right before it looks whether anything hangs there.
    checkWritable(context, child, { [joinColumn]: winner.id });
    const held = losers.flatMap((loser) => store.table(child).referring(joinColumn, loser.id));
    if (isOrmOld && held.filter(({ deletedAt }) => deletedAt === null).length > MOST_MOVED) {
      throw tooManyToUpdate(MOST_MOVED);
    }
    return held.flatMap((row) => {
      const after = { ...row, [joinColumn]: winner.id, updatedAt: now };
      store.replace(child, after);
      return row.deletedAt === null && !isOrmOld ? [change(child, 'updated', row, after)] : [];
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
  if (conflictPriorityIndex < 0 || conflictPriorityIndex >= ids.length) {
    throw invalidPriority(conflictPriorityIndex, ids.length);
  }
  const { store } = context;
  const rows = [...new Set(ids)]
    .flatMap((id) => store.table(object).get(id) ?? [])
    .filter((row) => row.deletedAt === null);
  const winner = rows.find((row) => row.id === ids[conflictPriorityIndex]);
  if (rows.length < ids.length || !winner) throw recordsNotFound();

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
  checkWritable(context, object, Object.fromEntries(Object.entries(merged).filter(([, value]) => holds(value))));
  return store.atomically(() => {
    const losers = rows.filter((row) => row !== winner);
    const changes = repoint(context, object, losers, winner);
    for (const loser of losers) destroy(store, object, loser);
    const after = withVector(object, { ...winner, ...merged, updatedAt: context.now });
    store.replace(object, after);
    // An older server reads one row before it destroys many, and tells of that one alone.
    const told = losers.slice(0, store.model.isOrmOld ? 1 : losers.length);
    return {
      rows: [after],
      changes: [
        ...changes,
        ...told.map((loser) => change(object, 'destroyed', loser, null)),
        change(object, 'updated', winner, after),
      ],
    };
  });
};
