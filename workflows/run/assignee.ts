import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from './record-change.ts';
import { ownerOf, type Run, textOrNull, writtenBy } from './run.ts';

const isText = (value: string | null | undefined): value is string => typeof value === 'string';

/** Whoever may answer for a record nobody owns: who made it, before who entered its tags last, since the maker stays. */
const makersOf = (record: TwentyRecord): readonly string[] =>
  [writtenBy(record, 'createdBy', 'createdAt')?.by, textOrNull(record.tagEnteredById)].filter(isText);

/**
 * Whose task a matter of a record is: whom it names, else the owner's; the manager's of an owner who has left; where
 * there was none, of whoever entered the record, else of that person's manager or the tag manager. Nobody's only while
 * nobody holds a duty.
 */
export const assigneeOf = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  named: string | null = null,
): string | null => {
  if (textOrNull(record.leftOwnerId) !== null) {
    return run.roster.member(named) ?? textOrNull(record.leftOwnersManagerId);
  }
  const makers = makersOf(record);
  const [first] = [named, ownerOf(object, record), ...makers].flatMap((id) => run.roster.member(id) ?? []);
  return first ?? run.roster.managerOf(makers[0] ?? null);
};

/** Whose an escalation of the matter is: the manager of whom the matter is. */
export const managerFor = (run: Run, object: GovernedObject, record: TwentyRecord): string | null =>
  run.roster.managerOf(assigneeOf(run, object, record));
