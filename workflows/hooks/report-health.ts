import type { ApplicationHealthCheckResult } from 'twenty-sdk/define';
import type { Language } from '../../objects/taxonomy/types.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { readHealth } from '../gateway/health.ts';
import { healthFacts } from '../gateway/health-facts.ts';
import { healthPlace, healthWords } from '../health/health-words.ts';
import { type HealthFinding, isFault, judgeHealth } from '../health/judge-health.ts';
import { VERSION } from '../version.ts';
import { readEnvironment } from './environment.ts';

/** The worst fault as the banner's title, with a button to the page where it is put right; all of them below it. */
export const healthResult = (findings: readonly HealthFinding[], language: Language): ApplicationHealthCheckResult => {
  const faults = findings.filter(isFault);
  const worst = faults.find(({ level }) => level === 'ERROR') ?? faults[0];
  if (!worst) return { status: 'OK' };
  const action = healthPlace(worst, language);
  return {
    status: worst.level,
    title: healthWords(worst, language).message,
    description: faults
      .map((fault) => {
        const { message, advice } = healthWords(fault, language);
        return advice ? `${message} → ${advice}` : message;
      })
      .join('\n'),
    ...(action ? { action } : {}),
  };
};

/**
 * The health check Twenty calls, in two requests.
 * @throws TwentyError when Twenty refuses or cannot be reached
 */
export const reportHealth = async (): Promise<ApplicationHealthCheckResult> => {
  const { client, settings, faults, now } = readEnvironment();
  const answers = await readHealth(client);
  if (!answers) throw new Error('The fields of the application are not in the workspace; install it again');
  const { dateOf } = createWorkingCalendar({ timeZone: settings.timeZone });
  const facts = healthFacts(answers, {
    today: dateOf(now),
    dateOf,
    agreementGraceDays: settings.agreementGraceDays,
    version: VERSION,
    unusableSettings: faults,
    isPaused: settings.isPaused,
    backupCycle: { fullDays: settings.backupFullDays, days: settings.backupDays },
  });
  return healthResult(
    judgeHealth(facts, now, (instant) => Number(dateOf(instant).slice(0, 4))),
    settings.noticeLanguage,
  );
};
