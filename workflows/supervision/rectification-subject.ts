import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { linkTo, textOrNull } from '../run/run.ts';

const RECORDS = ['company', 'opportunity', 'tagProduct'] as const;

/** The record a notice is about; without one it is the member's own profile. */
export const subjectOf = (
  record: TwentyRecord,
  member: string | null,
): { readonly object: GovernedObject; readonly id: string | null } => {
  for (const object of RECORDS) {
    const id = textOrNull(record[linkTo(object)]);
    if (id) return { object, id };
  }
  return { object: 'tagMember', id: member };
};
