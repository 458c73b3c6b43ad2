import type { RulingFact } from '../dictionary/judge-ruling.ts';
import { logRow } from '../run/log-entry.ts';
import { personName } from '../run/person-name.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { rosterOf } from '../run/roster.ts';
import { idOf, textOrNull } from '../run/run.ts';
import type { Patch } from '../run/snapshot.ts';
import type { Settings } from '../settings.ts';

/** Whoever wrote the entries or deleted them, as the log names them. */
const writersOf = (rows: readonly TwentyRecord[], users: readonly TwentyRecord[]) => {
  const known = users.map((user) => [idOf(user), personName(user.name)] as const);
  const writers = rows.flatMap(({ updatedBy }): readonly (readonly [string, string])[] => {
    const actor = updatedBy as { workspaceMemberId?: unknown; name?: unknown } | null | undefined;
    const id = textOrNull(actor?.workspaceMemberId);
    return id ? [[id, textOrNull(actor?.name) ?? '']] : [];
  });
  return {
    names: new Map([...known, ...writers]),
    roster: rosterOf(
      [],
      [...known, ...writers].map(([id]) => ({ id })),
    ),
  };
};

/**
 * The rows of the log that tell what became of entries of the dictionary; they are about no record.
 * @param rows entries, by whose last writers the log names people
 * @param users whom it names too; none where nobody is known to have done anything
 */
export const rulingRows = (
  facts: readonly RulingFact[],
  settings: Settings,
  rows: readonly TwentyRecord[] = [],
  users: readonly TwentyRecord[] = [],
): readonly Patch[] => {
  const writers = writersOf(rows, users);
  return facts.map((fact) => logRow({ ...writers, settings }, { ...fact, object: 'company', subjectId: null }));
};
