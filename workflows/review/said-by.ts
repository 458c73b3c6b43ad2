import { CHECK_GROUPS, type CheckGroup } from '../../objects/taxonomy/check-groups.ts';
import { saidGroups } from '../checks/said-groups.ts';
import type { Verdicts } from '../run/action.ts';
import type { Run } from '../run/run.ts';
import { maySeeSensitive } from '../run/sensitive-access.ts';
import type { Subject } from '../subject/subject.ts';
import type { Asked } from './asked.ts';
import { verdictsOn } from './verdicts.ts';

/** The groups that a check by a person is of; whoever approves has looked at all. */
export const groupsOf = (run: Run, { action, by, groups = [], readsCredit }: Asked): readonly CheckGroup[] =>
  action === 'CONFIRM'
    ? saidGroups(groups, maySeeSensitive(run, by, readsCredit ?? run.roster.readsCredit(by)))
    : CHECK_GROUPS;

/**
 * What is said of the points: with a request through a route by it alone, else by the record's fields, or as the event
 * showed them where another run has cleared them since.
 */
export const verdictsOf = ({ record }: Subject, { isDirect, verdicts = {} }: Asked): Verdicts => {
  const said = verdictsOn(record);
  return isDirect || Object.keys(said).length === 0 ? verdicts : said;
};
