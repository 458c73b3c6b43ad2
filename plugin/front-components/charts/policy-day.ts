/** The policy's time zone, in which days and months of instants are counted: Twenty groups none without one. */
export const POLICY_ZONE = 'Asia/Shanghai';

/** Today in the policy's time zone, `YYYY-MM-DD`, as the dashboards count days. */
export const policyDay = (now: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: POLICY_ZONE }).format(new Date(now));

/** The instant at which a day of that zone begins. */
export const dayStart = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();

/** The day after another, `YYYY-MM-DD`. */
export const dayAfter = (day: string): string => {
  const date = new Date(day);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
};

/** The first day of the month after another's, `YYYY-MM-DD`. */
export const monthAfter = (month: string): string => {
  const date = new Date(month);
  date.setUTCMonth(date.getUTCMonth() + 1, 1);
  return date.toISOString().slice(0, 10);
};
