import { addConsequences } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import { type Draft, emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { idOf, type Run, textOrNull, writtenBy } from '../run/run.ts';
import type { Patch, Surroundings } from '../run/snapshot.ts';
import { confirmTask, confirmTaskId } from './assessment-tasks.ts';
import { countFacts, type Found } from './count-facts.ts';
import { figuresOf } from './figures.ts';
import { followAssessment, type StatusSet } from './follow-assessment.ts';
import type { AssessmentStatus } from './judge-status.ts';
import { type Assessed, assessedPeople } from './people.ts';
import { spanOfQuarter } from './quarters.ts';

/** Tells an assessment from every other: one a member and quarter. */
export const assessmentKey = (memberId: string, quarter: string): string => `${memberId}:${quarter}`;

/** One the application made; what a person made has no figures and counts for nothing. */
export const isOurs = ({ key }: TwentyRecord): boolean => textOrNull(key) !== null;
/** As long as it is in one of these, its figures follow what was judged. */
const RECOUNTED: ReadonlySet<unknown> = new Set<AssessmentStatus>(['DRAFT', 'APPEALED']);

/** Whoever was of the team when a quarter ended and has no assessment of it. */
export const withoutAssessment = (
  run: Run,
  people: readonly Assessed[],
  assessments: readonly TwentyRecord[],
  quarter: string,
): readonly Assessed[] => {
  const known = new Set(assessments.map(({ key }) => key));
  const { to } = spanOfQuarter(quarter);
  return people.filter(
    ({ id, createdAt, joinedOn }) =>
      !known.has(assessmentKey(id, quarter)) &&
      run.calendar.dateOf(createdAt) <= to &&
      (joinedOn === null || joinedOn.slice(0, 10) <= to),
  );
};

/** The quarters whose facts have to be counted. */
export const quartersToCount = (
  run: Run,
  people: readonly Assessed[],
  assessments: readonly TwentyRecord[],
  closed: string,
): readonly { readonly quarter: string; readonly isNew: boolean }[] => {
  const isNew = withoutAssessment(run, people, assessments, closed).length > 0;
  const open = assessments.filter((one) => isOurs(one) && RECOUNTED.has(one.judgedStatus));
  const quarters = new Set([...open.map(({ quarter }) => String(quarter)), ...(isNew ? [closed] : [])]);
  return [...quarters].sort().map((quarter) => ({ quarter, isNew: isNew && quarter === closed }));
};

export interface AssessmentInput {
  readonly run: Run;
  readonly surroundings: Surroundings;
  readonly assessments: readonly TwentyRecord[];
  /** Who set the status of which assessment, as events tell; by the record's last writer where it is left out. */
  readonly sets?: ReadonlyMap<string, StatusSet>;
  /** What was found of the quarters that are counted; none where only statuses are followed. */
  readonly found?: ReadonlyMap<string, Found>;
  /** The quarter that was closed last; nobody's assessment is made where it is left out. */
  readonly closed?: string;
}

const setOf = (run: Run, record: TwentyRecord): StatusSet => {
  const last = writtenBy(record);
  return { by: last?.by ?? null, at: last?.at ?? run.now.toISOString() };
};

/** Quarters whose drafts are all confirmed by this run: what asked the supervisors for it is over. */
export const confirmedQuarters = (
  assessments: readonly TwentyRecord[],
  statuses: ReadonlyMap<string, AssessmentStatus>,
): readonly string[] => {
  const isDraft = (one: TwentyRecord): boolean => (statuses.get(idOf(one)) ?? one.judgedStatus) === 'DRAFT';
  const left = new Set(assessments.filter(isDraft).map(({ quarter }) => quarter));
  const changed = assessments.filter((one) => one.judgedStatus === 'DRAFT' && !isDraft(one));
  return [...new Set(changed.map(({ quarter }) => String(quarter)))].filter((quarter) => !left.has(quarter));
};

/** What was confirmed is counted again by the weights it was confirmed with. */
const settingsFor = ({ settings }: Run, { judgedStatus, weights }: TwentyRecord) => {
  const own = textOrNull(weights)?.split('/').map(Number);
  return judgedStatus === 'APPEALED' && own ? { ...settings, assessmentWeights: own } : settings;
};

const recount = (run: Run, record: TwentyRecord, member: Assessed, found: Found): Patch | undefined => {
  const patch = differenceOf(record, figuresOf(countFacts(member.user, found), settingsFor(run, record), record));
  return patch && { ...patch, fields: { ...patch.fields, countedAt: run.now.toISOString() } };
};

const made = (run: Run, member: Assessed, quarter: string, found: Found): Patch => {
  const key = assessmentKey(member.id, quarter);
  return {
    id: recordId(`assessment:${key}`),
    fields: {
      key,
      name: `${quarter} ${member.name}`,
      memberId: member.id,
      quarter,
      status: 'DRAFT',
      judgedStatus: 'DRAFT',
      ...figuresOf(countFacts(member.user, found), run.settings, null),
      countedAt: run.now.toISOString(),
    },
  };
};

/**
 * The plan that makes the assessments of a closed quarter, brings drafts in line with what was judged since, and follows
 * the status each has (I3–I6, I9). Made from what the first has written, a second plan is empty.
 */
export const planAssessments = (input: AssessmentInput): Draft => {
  const { run, surroundings, sets, found = new Map(), closed } = input;
  const assessments = input.assessments.filter(isOurs);
  const people = assessedPeople(surroundings.members, run.roster);
  const supervisors = people.filter(({ isSupervisor }) => isSupervisor);
  const draft = emptyDraft();
  const patches: Patch[] = [];
  const statuses = new Map<string, AssessmentStatus>();
  for (const record of assessments) {
    const id = idOf(record);
    const member = people.find((one) => one.id === record.memberId) ?? null;
    const set = sets ? sets.get(id) : setOf(run, record);
    if (!set) continue;
    const followed = followAssessment(run, record, member, supervisors, set);
    statuses.set(id, followed.status);
    addConsequences(run, draft, followed);
    if (followed.revert) draft.reverts.push(followed.revert);
    const counts = found.get(String(record.quarter));
    const figures =
      member && counts && RECOUNTED.has(followed.status) ? recount(run, record, member, counts) : undefined;
    const fields = { ...figures?.fields, ...followed.patch?.fields };
    if (Object.keys(fields).length > 0) patches.push({ id, fields });
  }
  const newlyFound = closed && found.get(closed);
  if (closed && newlyFound) {
    const lacking = withoutAssessment(run, people, assessments, closed);
    if (lacking.length > 0) {
      draft.made.tagAssessment = lacking.map((member) => made(run, member, closed, newlyFound));
      draft.tasks.push(...supervisors.map((one) => confirmTask(run, one, closed)));
    }
  }
  for (const quarter of confirmedQuarters(assessments, statuses)) {
    draft.closedTasks.push(...supervisors.map((one) => confirmTaskId(one, quarter)));
  }
  if (patches.length > 0) draft.subjects.tagAssessment = patches;
  return draft;
};
