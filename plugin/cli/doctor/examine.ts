import { z } from 'zod';
import type { Language } from '../../../objects/taxonomy/index.ts';
import { createWorkingCalendar } from '../../../workflows/calendar/working-calendar.ts';
import { type HealthAnswers, readHealth } from '../../../workflows/gateway/health.ts';
import { healthFacts } from '../../../workflows/gateway/health-facts.ts';
import { type HealthWords, healthWords } from '../../../workflows/health/health-words.ts';
import { type HealthFinding, type HealthLevel, judgeHealth } from '../../../workflows/health/judge-health.ts';
import { readSettings } from '../../../workflows/settings.ts';
import { VERSION } from '../../../workflows/version.ts';
import { metadataClient } from '../access/metadata-client.ts';
import { isLicensed } from '../access/row-rules.ts';
import { UsageError } from '../output.ts';
import type { PaceOptions } from '../pace.ts';
import { doctorClient } from './doctor-client.ts';

const text = z.string().nullish();
const count = z.int().nonnegative();

const optionUse = { object: z.string(), tag: z.string(), option: z.string(), count };

/** What a server must have answered; another program behind the address is found out here. */
const answersSchema: z.ZodType<HealthAnswers> = z.object({
  stageOptions: z.array(z.string()),
  addedOptions: z.array(z.object({ ...optionUse, label: z.string() })),
  erasedOptions: z.array(z.object(optionUse)),
  members: z.array(
    z.object({
      id: z.string().optional(),
      name: text,
      workspaceMemberId: text,
      managerId: text,
      duties: z.array(z.string()).nullish(),
      agreementState: text,
      agreementUntil: text,
    }),
  ),
  users: z.array(
    z.object({ id: z.string(), userEmail: text, name: z.object({ firstName: text, lastName: text }).nullish() }),
  ),
  days: z.array(z.object({ date: text })),
  sweeps: z.array(z.object({ key: text, startedAt: text, finishedAt: text, version: text })),
  backups: z.array(
    z.object({
      kind: text,
      result: text,
      startedAt: text,
      places: z.array(z.string()).nullish(),
      isEncrypted: z.boolean().nullish(),
    }),
  ),
  overdueNotices: count,
  ownersLeft: z.object({ company: count, opportunity: count }),
  overdueChecks: z.object({ company: count, opportunity: count, tagProduct: count, tagMember: count }),
});

export interface DoctorReport {
  readonly url: string;
  /** Version of the command line. */
  readonly version: string;
  /** Version that set the workspace up; null when no install step ran. */
  readonly installed: string | null;
  /** Whether the server enforces row-level permissions; null where it does not tell. */
  readonly enforcesRows: boolean | null;
  readonly findings: readonly (HealthFinding & HealthWords)[];
  readonly summary: Readonly<Record<HealthLevel, number>>;
}

const levelsOf = (findings: readonly HealthFinding[]): Readonly<Record<HealthLevel, number>> => {
  const countOf = (level: HealthLevel): number => findings.filter((finding) => finding.level === level).length;
  return { OK: countOf('OK'), INFO: countOf('INFO'), WARNING: countOf('WARNING'), ERROR: countOf('ERROR') };
};

const notTwenty = (url: string, detail: string): UsageError =>
  new UsageError(`${url} did not answer as Twenty does (${detail}); check the address`);

/** The workspace's answers; an answer of a shape that cannot be read is another program's. */
const answersOf = async (url: string, key: string, pace: PaceOptions): Promise<HealthAnswers> => {
  let answers: unknown;
  try {
    answers = await readHealth(doctorClient(url, key, pace));
  } catch (error) {
    throw error instanceof UsageError ? error : notTwenty(url, 'records of another shape');
  }
  if (!answers) {
    throw new UsageError(`Tag Policy is not installed in the workspace at ${url}; see "Install" in the README`);
  }
  const read = answersSchema.safeParse(answers);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw notTwenty(url, `${issue?.path.join('.')}: ${issue?.message}`);
};

/**
 * Examines a workspace from outside: the facts and the judgement of the health check inside Twenty, without the
 * settings, which no API key can see.
 * @throws UsageError that says in one line why the workspace could not be examined
 */
export const examine = async (
  url: string,
  key: string,
  now: Date,
  language: Language,
  pace: PaceOptions,
): Promise<DoctorReport> => {
  const answers = await answersOf(url, key, pace);
  // The settings themselves cannot be seen from outside: the cycle is that of the policy.
  const { settings } = readSettings({});
  const { dateOf } = createWorkingCalendar();
  const facts = healthFacts(answers, {
    today: dateOf(now),
    dateOf,
    agreementGraceDays: settings.agreementGraceDays,
    version: VERSION,
    unusableSettings: null,
    isPaused: null,
    backupCycle: { fullDays: settings.backupFullDays, days: settings.backupDays },
  });
  const findings = judgeHealth(facts, now, (instant) => Number(dateOf(instant).slice(0, 4)));
  return {
    url,
    version: VERSION,
    installed: facts.installed?.version ?? null,
    enforcesRows: await isLicensed(metadataClient(url, key)).catch(() => null),
    findings: findings.map((finding) => ({ ...finding, ...healthWords(finding, language) })),
    summary: levelsOf(findings),
  };
};
