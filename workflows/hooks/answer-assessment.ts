import { appealFault, appealPatch } from '../assessment/appeal.ts';
import { appealTask, confirmTaskId, readTaskId } from '../assessment/assessment-tasks.ts';
import { linesBehind, recordsBehind } from '../assessment/behind.ts';
import { followAssessment } from '../assessment/follow-assessment.ts';
import { type Assessed, assessedPeople } from '../assessment/people.ts';
import { confirmedQuarters, isOurs } from '../assessment/plan-assessments.ts';
import { spanOfQuarter } from '../assessment/quarters.ts';
import { type AssessmentPage, type SheetRights, sheetOf } from '../assessment/sheet.ts';
import { loadAssessments, loadBehind } from '../gateway/assessments.ts';
import { mayRead } from '../gateway/caller.ts';
import { reportFailures } from '../gateway/report.ts';
import { writePlan } from '../gateway/write.ts';
import { phrase } from '../messages/phrase.ts';
import { startRun } from '../pipeline/start-run.ts';
import { type AssessmentAct, assessmentActIn, type Input, idIn, textIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { addConsequences } from '../run/consequences.ts';
import { type Draft, emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run } from '../run/run.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

interface AssessmentRequest extends Wanted {
  /** The latest where it is left out. */
  readonly quarter: string;
  readonly act: AssessmentAct | null;
  readonly appeal: string;
  readonly decision: string;
}

const readAssessmentRequest = (input: Input): AssessmentRequest => ({
  object: 'tagMember',
  ids: [idIn(input, 'id')],
  quarter: textIn(input, 'quarter'),
  act: assessmentActIn(input),
  appeal: textIn(input, 'appeal'),
  decision: textIn(input, 'decision'),
});

/** An assessment with whom it is of, and who looks at it. */
interface Case {
  readonly run: Run;
  readonly record: TwentyRecord;
  readonly member: Assessed;
  readonly supervisors: readonly Assessed[];
  readonly caller: Caller;
  /** All that were read. */
  readonly assessments: readonly TwentyRecord[];
}

const appealed = ({ run, record, member, supervisors, caller }: Case, appeal: string): Draft => {
  if (member.user !== caller.id) throw new RequestFault('MAY_NOT_ASSESS');
  const fault = appealFault(run, record);
  if (fault) throw new RequestFault(fault);
  if (appeal === '') throw new RequestFault('APPEAL_EMPTY', { field: 'appeal' });
  const quarter = String(record.quarter);
  return {
    ...emptyDraft(),
    tasks: supervisors
      .filter(({ user }) => user !== member.user)
      .map((one) => appealTask(run, one, idOf(record), quarter)),
    closedTasks: [readTaskId(member, quarter)],
    subjects: { tagAssessment: [appealPatch(run, record, appeal)] },
  };
};

const settled = (
  { run, record, member, supervisors, caller, assessments }: Case,
  wanted: string,
  decision: string,
): Draft => {
  const set = { by: caller.id, at: run.now.toISOString() };
  const asked = wanted === 'FINAL' ? { ...record, decision } : record;
  const followed = followAssessment(run, asked, member, supervisors, set, wanted);
  if (followed.fault) {
    const reason = phrase(`refusal.${followed.fault}`, caller.language);
    throw new RequestFault('ASSESSMENT_REFUSED', { reason });
  }
  const draft = emptyDraft();
  addConsequences(run, draft, followed);
  const quarters = confirmedQuarters(assessments, new Map([[idOf(record), followed.status]]));
  draft.closedTasks.push(
    ...quarters.flatMap((quarter) => supervisors.map((supervisor) => confirmTaskId(supervisor, quarter))),
  );
  if (followed.patch) {
    const fields = { ...followed.patch.fields, ...(wanted === 'FINAL' ? { decision } : {}) };
    draft.subjects.tagAssessment = [{ id: idOf(record), fields }];
  }
  return draft;
};

const planOf = (one: Case, { act, appeal, decision }: AssessmentRequest): Draft => {
  switch (act) {
    case 'APPEAL':
      return appealed(one, appeal);
    case 'CONFIRM':
      return settled(one, 'CONFIRMED', '');
    case 'DECIDE':
      return settled(one, 'FINAL', decision);
    default:
      return emptyDraft();
  }
};

const rightsOf = ({ run, record, member, supervisors, caller }: Case): SheetRights => {
  const maySettle = member.user !== caller.id && supervisors.some(({ user }) => user === caller.id);
  return {
    confirm: maySettle && record.judgedStatus === 'DRAFT',
    decide: maySettle && record.judgedStatus === 'APPEALED',
    appeal: member.user === caller.id && appealFault(run, record) === null,
  };
};

const latestFirst = (left: TwentyRecord, right: TwentyRecord): number =>
  String(left.quarter) < String(right.quarter) ? 1 : -1;

/** Carries out what is asked for. @throws RequestFault where it may not be, or Twenty would not take it */
const carryOut = async (environment: Environment, one: Case, request: AssessmentRequest): Promise<Case> => {
  const plan = planOf(one, request);
  const { failures } = await writePlan(environment.client, plan);
  reportFailures(failures);
  if (failures.length > 0) throw new RequestFault('NOT_WRITTEN');
  const [patch] = plan.subjects.tagAssessment ?? [];
  return { ...one, record: { ...one.record, ...patch?.fields } };
};

/**
 * Whether somebody may see the assessments of a member: the member, a supervisor, and whoever's role may read the
 * object. Nobody else, whatever they ask for.
 */
const maySee = async (
  { callerClient }: Environment,
  member: Assessed,
  supervisors: readonly Assessed[],
  { id }: Caller,
): Promise<boolean> =>
  member.user === id ||
  supervisors.some(({ user }) => user === id) ||
  (await mayRead(callerClient, 'tagAssessment', 'id'));

const work = async (environment: Environment, caller: Caller, request: AssessmentRequest): Promise<AssessmentPage> => {
  const { client, settings, now } = environment;
  const [id = ''] = request.ids;
  if (!caller.readable.has(id)) throw new RequestFault('NOT_FOUND');
  const loaded = await loadAssessments(client, id);
  const { surroundings } = loaded;
  const assessments = loaded.assessments.filter(isOurs);
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const people = assessedPeople(surroundings.members, run.roster);
  const member = people.find((one) => one.id === id);
  const supervisors = people.filter(({ isSupervisor }) => isSupervisor);
  if (!member) throw new RequestFault('NOT_FOUND');
  if (!(await maySee(environment, member, supervisors, caller))) throw new RequestFault('MAY_NOT_ASSESS');
  const records = assessments.filter(({ memberId }) => memberId === id).sort(latestFirst);
  const page = {
    language: caller.language,
    timeZone: settings.timeZone,
    member: member.name,
    isOwn: member.user === caller.id,
    quarters: records.map(({ quarter }) => String(quarter)),
  };
  const record = request.quarter ? records.find(({ quarter }) => quarter === request.quarter) : records[0];
  if (!record) return { ...page, sheet: null, behind: [], records: [] };
  const one = await carryOut(environment, { run, record, member, supervisors, caller, assessments }, request);
  const span = spanOfQuarter(String(record.quarter));
  const {
    logs,
    notices,
    rectifications,
    records: toMend,
  } = await loadBehind(client, [member.user], span, settings.timeZone);
  return {
    ...page,
    sheet: sheetOf(one.record, caller.language, rightsOf(one)),
    behind: linesBehind(logs, notices, rectifications, caller.language),
    records: recordsBehind(toMend),
  };
};

/** The assessments of a member for whoever may see them, and what they may do with them. */
export const showAssessment = answerRoute(readAssessmentRequest, work);
