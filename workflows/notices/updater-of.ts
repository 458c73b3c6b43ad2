import type { NoticeKind } from '../../objects/taxonomy/types.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import type { Run } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';

/**
 * Whose it is to update the tags of a change, reported or found: whom the notice names, else the owner's. A profile is
 * kept by the member's manager, as its check is (4.1.10, 4.1.11); where there is none it is the member's, but for praise,
 * which nobody gives themselves (A27).
 */
export const updaterOf = (
  run: Run,
  { object, record }: Pick<Subject, 'object' | 'record'>,
  kind: NoticeKind,
  named: string | null = null,
): string | null => {
  const isManagers = object === 'tagMember' && run.roster.member(named) === null;
  const manager = isManagers ? managerFor(run, object, record) : null;
  if (manager !== null || (isManagers && kind === 'ACHIEVEMENT')) return manager;
  return assigneeOf(run, object, record, named);
};
