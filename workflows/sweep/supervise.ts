import type { Assessed } from '../assessment/people.ts';
import { assessedPeople } from '../assessment/people.ts';
import { monthBefore, spanOfMonth } from '../assessment/quarters.ts';
import { createWorkingCalendar } from '../calendar/working-calendar.ts';
import { loadFound } from '../gateway/assessment-facts.ts';
import type { ListQuery } from '../gateway/read.ts';
import { inspectionsQuery, loadCandidates, loadNumbers, openRectifications } from '../gateway/supervision.ts';
import { type WriteResult, writePlan } from '../gateway/write.ts';
import { startRun } from '../pipeline/start-run.ts';
import { mergeDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull } from '../run/run.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import {
  draftOf,
  type InspectionFindings,
  inspected,
  lacksInspection,
  planInspections,
} from '../supervision/plan-inspections.ts';
import { planRectifications } from '../supervision/plan-rectifications.ts';
import { type Candidate, drawSample, pivotOf, type Sampled } from '../supervision/sample.ts';
import type { Assessing } from './assess.ts';

/** What a sweep reads to supervise. */
export interface Supervised {
  readonly inspections: readonly TwentyRecord[];
  readonly rectifications: readonly TwentyRecord[];
}

const monthOf = ({ settings: { timeZone }, now }: Pick<Assessing, 'settings' | 'now'>): string =>
  createWorkingCalendar({ timeZone }).dateOf(now).slice(0, 7);

/** The lists a sweep supervises by. */
export const supervisedQueries = (
  environment: Pick<Assessing, 'settings' | 'now'>,
): Readonly<Record<keyof Supervised, ListQuery>> => ({
  inspections: inspectionsQuery(monthOf(environment)),
  rectifications: openRectifications,
});

const SUBJECTS: Readonly<Record<string, string>> = {
  COMPANY: 'company',
  OPPORTUNITY: 'opportunity',
  TAG_PRODUCT: 'tagProduct',
  TAG_MEMBER: 'tagMember',
};

const profilesOf = (people: readonly Assessed[]): readonly Candidate[] =>
  people.map(({ id, user, name }) => ({ object: 'tagMember', id, name, member: id, user }));

/** Draws the sample of an inspection. */
const sampleOf = async (
  { client, settings }: Assessing,
  people: readonly Assessed[],
  record: TwentyRecord,
): Promise<readonly Sampled[]> => {
  const some = inspected(people, record);
  const pivot = pivotOf(textOrNull(record.key) ?? idOf(record));
  const size = settings.inspectionSample;
  const candidates = [...profilesOf(some), ...(await loadCandidates(client, some, pivot, size))];
  const only = SUBJECTS[String(record.subject)];
  return drawSample(only ? candidates.filter(({ object }) => object === only) : candidates, pivot, size);
};

/** Reads what inspections are made of; nothing where each has its sample. */
const findingsFor = async (
  environment: Assessing,
  run: Run,
  people: readonly Assessed[],
  inspections: readonly TwentyRecord[],
): Promise<InspectionFindings | undefined> => {
  const made = lacksInspection({ run, people, inspections }) ? [draftOf(run, people)] : [];
  // The month before is over: what is drafted is drawn and counted once.
  const open = inspections.filter(({ judgedStatus, key, sample }) => judgedStatus !== 'DONE' && key && !sample);
  const fresh = [...made, ...open];
  if (fresh.length === 0) return undefined;
  const span = spanOfMonth(monthBefore(run.today));
  const found = await loadFound(environment.client, span, environment.settings.timeZone, true);
  const sample = new Map<string, readonly Sampled[]>();
  for (const record of fresh) sample.set(idOf(record), await sampleOf(environment, people, record));
  return { found, sample };
};

/**
 * Drafts the month's inspection with its sample and figures, and follows the rectification notices
 * that are open: those above all whose last day has passed (7.1.1–7.1.4, I1, I2). Where there is nothing of the kind it
 * reads and writes nothing more.
 */
export const supervise = async (environment: Assessing, supervised: Supervised): Promise<WriteResult> => {
  const { client, settings, now, surroundings } = environment;
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const people = assessedPeople(surroundings.members, run.roster);
  const { inspections, rectifications } = supervised;
  const findings = await findingsFor(environment, run, people, inspections);
  const plan = planInspections({ run, people, inspections, findings });
  const isIssuing = rectifications.some(({ issuedAt }) => !issuedAt);
  const numbers = isIssuing ? await loadNumbers(client, run.today.slice(0, 7)) : [];
  mergeDraft(plan, planRectifications({ run, people, records: rectifications, numbers }));
  return writePlan(client, plan);
};
