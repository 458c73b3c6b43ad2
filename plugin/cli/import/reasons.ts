/** Why a row is not written, or not as it stands: what is unclear is for people to decide. */
export const REASONS = {
  NAMELESS: 'it has no name; give it one in the file',
  STRICT: 'it has errors, and --strict was given; correct them in the file',
  SKIPPED: 'it was decided to skip it',
  SAME_ROW: 'it is the same as an earlier row of the file',
  REPEATED: 'other rows of the file are of the same record and say something else; leave one of them',
  TWICE:
    'an earlier row of the file is of the same record, by another key; say that it is meant, and this row goes before it',
  MAIL_REPEATED:
    'other rows of the file have the same contact address of mail for other customers; correct one of them',
  SEVERAL: 'several records here could be it; say which one, or merge them first',
  KEYS_DISAGREE: 'one record here has its id or code, another its name; say which one it is',
  OTHER_CODE: 'the record of this name here has another credit code; say whether it is this one',
  MAIL_ALONE: 'a record of another name here has the mail domain of its contact; say whether it is this one',
  IN_TRASH: 'the record is in the trash here; restore it there, or say that it is new',
  NO_SUCH_RECORD: 'there is no record with the id that was decided',
  NO_CUSTOMER: 'its customer is not here; import the customers first',
  SEVERAL_CUSTOMERS: 'several customers here bear the name of its customer; give the id of one, or merge them first',
  OTHER_CONTACT:
    'the customer has another key contact here; say that this record is meant, and the file goes before it',
  CONTACT_ELSEWHERE: 'the contact with this address of mail works for another customer here',
  CONTACT_IN_TRASH: 'the contact with this address of mail is in the trash here; restore it, or delete it for good',
  SEVERAL_CREDITS: 'the customer has several credit records here; leave one',
  NO_PRODUCT: 'products of it are not here, and were left out; import the products first',
  SEVERAL_PRODUCTS: 'products of it could be several here, and were left out; give name and model, or the id',
  WRITTEN_SINCE: 'somebody has written the record while the import was cut off; it is left as it is',
} as const;

export type Reason = keyof typeof REASONS;

/** Reasons for which a part of a row is left out, and the rest of it written. */
export const PARTIAL: ReadonlySet<Reason> = new Set(['NO_PRODUCT', 'SEVERAL_PRODUCTS']);

/** Reasons that somebody can decide; the others need the file or the workspace mended. */
export const DECIDABLE: ReadonlySet<Reason> = new Set([
  'SEVERAL',
  'KEYS_DISAGREE',
  'OTHER_CODE',
  'MAIL_ALONE',
  'IN_TRASH',
  'OTHER_CONTACT',
  'REPEATED',
  'TWICE',
]);
