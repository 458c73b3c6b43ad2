import type { Mergeable } from './plan-merge.ts';

/** What belongs to a record and goes to the one it is merged into. */
export interface MergedChild {
  readonly object: string;
  /** The key by which it names the record. */
  readonly link: string;
  /**
   * KEPT by the application, which moves it first; what is people's is moved with the rights of whoever merges, and
   * whoever WORKS for a customer by the very request that deletes it: a key contact who works for another customer, be it
   * for a moment, is a change to report.
   */
  readonly part: 'KEPT' | 'PEOPLES' | 'WORKERS';
}

const kept = (link: string, ...objects: readonly string[]): readonly MergedChild[] =>
  objects.map((object) => ({ object, link, part: 'KEPT' }));
const peoples = (link: string, ...objects: readonly string[]): readonly MergedChild[] =>
  objects.map((object) => ({ object, link, part: 'PEOPLES' }));

/** In the order in which it moves: the log first, by which it is known that something went up in the survivor. */
export const MERGED_CHILDREN: Readonly<Record<Mergeable, readonly MergedChild[]>> = {
  company: [
    ...kept('companyId', 'tagLog', 'tagChangeNotice', 'tagCredit', 'tagRectification'),
    ...peoples('companyId', 'opportunity'),
    ...peoples('targetCompanyId', 'taskTarget', 'noteTarget', 'attachment'),
    { object: 'person', link: 'companyId', part: 'WORKERS' },
  ],
  opportunity: [
    ...kept('opportunityId', 'tagLog', 'tagChangeNotice', 'tagRectification'),
    ...peoples('opportunityId', 'tagOpportunityItem', 'tagOpportunityMember'),
    ...peoples('targetOpportunityId', 'taskTarget', 'noteTarget', 'attachment'),
  ],
};
