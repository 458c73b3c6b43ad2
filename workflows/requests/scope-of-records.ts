import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { emptyScope, type Scope } from '../pipeline/scope.ts';
import type { ActionRequest } from '../run/action.ts';
import { subjectKey } from '../run/run.ts';

const IDS = {
  company: 'companyIds',
  opportunity: 'opportunityIds',
  tagProduct: 'productIds',
  tagMember: 'memberIds',
} as const;

/** The scope of records somebody names: to be judged again, with what is asked of them or reported on them. */
export const scopeOfRecords = (
  object: GovernedObject,
  ids: readonly string[],
  asked: { readonly action?: ActionRequest; readonly noticeIds?: readonly string[] } = {},
): Scope => {
  const scope = emptyScope();
  for (const id of ids) {
    scope[IDS[object]].add(id);
    if (asked.action) scope.actions.set(subjectKey(object, id), asked.action);
  }
  for (const id of asked.noticeIds ?? []) scope.noticeIds.add(id);
  return scope;
};
