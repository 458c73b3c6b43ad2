import type { GovernedObject, NoticeKind } from './types.ts';

/** Which changes of an object are reported (4.1.3, 4.1.9, 4.1.11, 4.2.1–4.2.3), in the order people are offered them. */
export const NOTICE_KINDS: Readonly<Record<GovernedObject, readonly NoticeKind[]>> = {
  company: ['NAME', 'BUSINESS_SCOPE', 'KEY_CONTACT', 'OTHER_MAJOR', 'SPECIAL_NEED', 'NEED'],
  opportunity: ['PROGRESS', 'COMPETITION'],
  tagProduct: ['FUNCTION_UPGRADE', 'PERFORMANCE', 'APPLICATION_FIELD', 'NAME', 'OTHER_MAJOR'],
  tagMember: ['MEMBER'],
};
