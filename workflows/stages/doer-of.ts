import type { Doer } from '../../objects/taxonomy/stage-tasks.ts';
import { assigneeOf, managerFor } from '../run/assignee.ts';
import { compareText } from '../run/compare-text.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';

/** The deal's team in a steady order, without those who are no users any more (5.2.6). */
const teamOf = (run: Run, deal: TwentyRecord) =>
  nodesOf(deal.tagTeam)
    .toSorted((left, right) => compareText(idOf(left), idOf(right)))
    .flatMap(({ memberId, dealRole }) => {
      const member = run.roster.member(memberId);
      return member === null ? [] : [{ member, role: dealRole }];
    });

/** Whose a stage's task is (5.2.3): the deal's team is asked first, and its owner answers for what it has nobody for. */
export const doerOf = (run: Run, deal: TwentyRecord, who: Doer): string | null => {
  const owner = assigneeOf(run, 'opportunity', deal);
  if (who === 'OWNER') return owner;
  if (who === 'MANAGER') return managerFor(run, 'opportunity', deal) ?? owner;
  const found = teamOf(run, deal).find(({ member, role }) =>
    'role' in who ? role === who.role : run.roster.positionOf(member) === who.position,
  );
  return found?.member ?? owner;
};
