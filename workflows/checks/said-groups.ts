import { CHECK_GROUPS, type CheckGroup } from '../../objects/taxonomy/check-groups.ts';

/**
 * The groups a confirmation is of: those it names, or else all of them; never the credit group by somebody who may not
 * read credit records (4.1.1, 6.1.3).
 */
export const saidGroups = (named: readonly string[], readsCredit: boolean): readonly CheckGroup[] =>
  CHECK_GROUPS.filter((group) => (named.length === 0 || named.includes(group)) && (group !== 'CREDIT' || readsCredit));
