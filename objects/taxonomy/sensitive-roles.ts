/**
 * The roles of the policy that let nobody see a sensitive tag, a target of a member or a credit record, by their keys;
 * all others do. What each may see of what stands in the table of roles, to which a test holds this list.
 */
export const ROLES_WITHOUT_SENSITIVE: readonly string[] = ['sales-assistant'];

/** The roles of the policy, by their keys. */
export const ROLE_KEYS = [
  'sales-representative',
  'sales-assistant',
  'sales-manager',
  'tag-administrator',
  'data-reviewer',
  'supervisor',
  'executive',
] as const;
