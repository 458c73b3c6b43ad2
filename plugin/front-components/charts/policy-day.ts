/** Today in the policy's time zone, `YYYY-MM-DD`, as the dashboards count days. */
export const policyDay = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date(now));
