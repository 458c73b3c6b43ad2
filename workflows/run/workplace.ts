import type { TwentyRecord } from './record-change.ts';
import { textOrNull } from './run.ts';

/** Where a customer's key contact works, as far as the workspace says. */
export const WORKPLACES = ['HERE', 'NOWHERE', 'ELSEWHERE'] as const;
export type Workplace = (typeof WORKPLACES)[number];

/** Where the key contact of a customer works: there, nowhere that is said, or for another; undefined without a contact. */
export const workplaceOf = (company: TwentyRecord): Workplace | undefined => {
  const contact = (company.tagKeyContact ?? null) as TwentyRecord | null;
  if (!contact) return undefined;
  const employer = textOrNull(contact.companyId);
  if (employer === null) return 'NOWHERE';
  return employer === company.id ? 'HERE' : 'ELSEWHERE';
};
