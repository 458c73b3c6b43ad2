/** The policy's time zone, in which days and months of instants are counted: Twenty groups none without one. */
export const POLICY_ZONE = 'Asia/Shanghai';

/** Today in the policy's time zone, `YYYY-MM-DD`, as the dashboards count days. */
export const policyDay = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: POLICY_ZONE }).format(new Date(now));
