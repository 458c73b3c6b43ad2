/** A rule of rows: somebody with the role sees and changes those records alone of which they are what the field names. */
export interface OwnRecordsRule {
  /** Key of a role of the policy. */
  readonly role: string;
  readonly object: string;
  /** A relation to a workspace member. */
  readonly field: string;
}

/**
 * What POLICY §5 promises to keep to the own records of sales staff, with the sensitive tags on them. Shipped switched off:
 * Twenty enforces such rules only where they are licensed, and they hide the whole record, which the policy does not ask
 * for. `tag-policy access` turns them on.
 */
export const OWN_RECORDS: readonly OwnRecordsRule[] = [
  { role: 'sales-representative', object: 'company', field: 'accountOwner' },
  { role: 'sales-representative', object: 'opportunity', field: 'owner' },
];
