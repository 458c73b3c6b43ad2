import type { Mergeable } from './plan-merge.ts';

/** What belongs to a record and goes to the one it is merged into. */
export interface MergedChild {
  readonly object: string;
  /** The key by which it names the record. */
  readonly link: string;
  /** The application keeps it, and moves it; the rest is moved with the rights of whoever merges. */
  readonly isKept: boolean;
}

const kept = (link: string, ...objects: readonly string[]): readonly MergedChild[] =>
  objects.map((object) => ({ object, link, isKept: true }));
const peoples = (link: string, ...objects: readonly string[]): readonly MergedChild[] =>
  objects.map((object) => ({ object, link, isKept: false }));

/** In the order in which it moves: the log first, by which it is known that something went up in the survivor. */
export const MERGED_CHILDREN: Readonly<Record<Mergeable, readonly MergedChild[]>> = {
  company: [
    ...kept('companyId', 'tagLog', 'tagChangeNotice', 'tagCredit'),
    ...peoples('companyId', 'person', 'opportunity'),
    ...peoples('targetCompanyId', 'taskTarget', 'noteTarget', 'attachment'),
  ],
  opportunity: [
    ...kept('opportunityId', 'tagLog', 'tagChangeNotice'),
    ...peoples('opportunityId', 'tagOpportunityItem', 'tagOpportunityMember'),
    ...peoples('targetOpportunityId', 'taskTarget', 'noteTarget', 'attachment'),
  ],
};
