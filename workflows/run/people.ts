import { personName } from './person-name.ts';
import type { TwentyRecord } from './record-change.ts';
import type { Surroundings } from './snapshot.ts';

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

const entriesOf = (member: unknown, name: unknown): readonly (readonly [string, string])[] => {
  const [id, text] = [textOf(member), textOf(name)];
  return id && text ? [[id, text]] : [];
};

/**
 * What people are called, by workspace member: as their profile in the sales team says, else as they are called in the
 * workspace, else as Twenty noted it on a record they wrote, for whoever was removed. The log keeps it, since a user who
 * leaves is gone from every relation.
 */
export const namesOfPeople = (
  { members, users }: Pick<Surroundings, 'members' | 'users'>,
  written: readonly TwentyRecord[],
): ReadonlyMap<string, string> => {
  const actors = written.flatMap(({ createdBy, updatedBy }) =>
    [createdBy, updatedBy].map((actor) => (actor ?? {}) as { workspaceMemberId?: unknown; name?: unknown }),
  );
  return new Map([
    ...actors.flatMap(({ workspaceMemberId, name }) => entriesOf(workspaceMemberId, name)),
    ...users.flatMap(({ id, name }) => entriesOf(id, personName(name))),
    ...members.flatMap(({ workspaceMemberId, name }) => entriesOf(workspaceMemberId, name)),
  ]);
};
