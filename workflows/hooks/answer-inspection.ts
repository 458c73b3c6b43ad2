import { linesBehind } from '../assessment/behind.ts';
import { type Assessed, assessedPeople } from '../assessment/people.ts';
import { monthBefore, spanOfMonth } from '../assessment/quarters.ts';
import { mayRead } from '../gateway/caller.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { reportFailures } from '../gateway/report.ts';
import { type InspectionRecords, loadInspection, loadNumbers } from '../gateway/supervision.ts';
import { upsertEach, writePlan } from '../gateway/write.ts';
import { startRun } from '../pipeline/start-run.ts';
import { type Input, idIn, textIn } from '../requests/read-input.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { addConsequences } from '../run/consequences.ts';
import { emptyDraft } from '../run/plan.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { recordId } from '../run/record-id.ts';
import { idOf, linkTo, type Run } from '../run/run.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import { issuedConsequences, issuedFields } from '../supervision/follow-rectification.ts';
import type { InspectionPage, SampleLine } from '../supervision/inspection-page.ts';
import { issueFault } from '../supervision/judge-rectification.ts';
import { inspected } from '../supervision/plan-inspections.ts';
import { nextNumber } from '../supervision/plan-rectifications.ts';
import { sampledOf, sampleLines, scoreLines } from '../supervision/show-inspection.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

interface InspectionRequest extends Wanted {
  readonly inspection: string;
  /** The record of the sample of which a notice is issued; empty where the page is only shown. */
  readonly issueOf: string;
  /** What is to be put right; what the record itself says where it is left out. */
  readonly problem: string;
}

/** The inspection is no record that the policy governs: who may see it is asked for itself. */
const readInspectionRequest = (input: Input): InspectionRequest => ({
  object: 'tagMember',
  ids: [],
  inspection: idIn(input, 'id'),
  issueOf: textIn(input, 'issueOf'),
  problem: textIn(input, 'problem'),
});

/** An inspection with all its page is made of. */
interface Case {
  readonly run: Run;
  readonly people: readonly Assessed[];
  readonly records: InspectionRecords;
  readonly record: TwentyRecord;
  readonly lines: readonly SampleLine[];
}

/**
 * Issues a notice of a record of the sample. The same problem of the same record has one, however often it is asked for.
 * @throws RequestFault where it may not be, or Twenty would not take it
 */
const issue = async (
  { client }: Environment,
  { run, people, record, lines }: Case,
  caller: Caller,
  { issueOf, problem: said }: InspectionRequest,
): Promise<void> => {
  const line = lines.find(({ id }) => id === issueOf);
  const sampled = sampledOf(record).find(({ id }) => id === issueOf);
  const member = people.find(({ id }) => id === sampled?.member);
  if (!line || !sampled || !member) throw new RequestFault('NOT_FOUND');
  const isSupervisor = run.roster.hasDuty(caller.id, 'SUPERVISOR');
  if (issueFault({ by: caller.id, isSupervisor, member: member.user })) throw new RequestFault('MAY_NOT_SUPERVISE');
  const problem = said || line.problem;
  if (!problem) throw new RequestFault('PROBLEM_MISSING', { field: 'problem' });
  const id = recordId(`rectification:${idOf(record)}:${line.id}:${problem}`);
  if (line.notices.some((notice) => notice.id === id)) return;
  const issued = { by: caller.id, at: run.now.toISOString() };
  const number = nextNumber(run.today.slice(0, 7), await loadNumbers(client, run.today.slice(0, 7)));
  const fields = {
    memberId: member.id,
    inspectionId: idOf(record),
    ...(line.object === 'tagMember' ? {} : { [linkTo(line.object)]: line.id }),
    problem,
    clause: said ? '' : line.clause,
    ...issuedFields(run, member, issued, number),
  };
  const plan = emptyDraft();
  addConsequences(run, plan, issuedConsequences(run, { id, ...fields }, member, issued));
  const made = await upsertEach(client, 'tagRectification', [{ id, fields }]);
  reportFailures(made.failures);
  if (made.failures.length > 0) throw new RequestFault('NOT_WRITTEN');
  const { failures } = await writePlan(client, plan);
  reportFailures(failures);
};

const caseOf = async (environment: Environment, caller: Caller, inspection: string): Promise<Case> => {
  const { client, callerClient, settings, now } = environment;
  const [surroundings, isAllowed] = await Promise.all([
    loadSurroundings(client),
    mayRead(callerClient, 'tagInspection', 'id'),
  ]);
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  if (!isAllowed && !run.roster.hasDuty(caller.id, 'SUPERVISOR')) throw new RequestFault('MAY_NOT_SUPERVISE');
  const people = assessedPeople(surroundings.members, run.roster);
  const records = await loadInspection(client, inspection);
  if (!records) throw new RequestFault('NOT_FOUND');
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const { record, found, notices } = records;
  return { run, people, records, record, lines: sampleLines(record, found, names, notices, caller.language) };
};

const work = async (environment: Environment, caller: Caller, request: InspectionRequest): Promise<InspectionPage> => {
  const { settings } = environment;
  let one = await caseOf(environment, caller, request.inspection);
  if (request.issueOf) {
    await issue(environment, one, caller, request);
    one = await caseOf(environment, caller, request.inspection);
  }
  const { run, people, record, lines } = one;
  const month = monthBefore(`${String(record.period)}-01`);
  const users = inspected(people, record).map(({ user }) => user);
  const { logs, notices, rectifications } = await one.records.behind(users, spanOfMonth(month), settings.timeZone);
  return {
    language: caller.language,
    timeZone: settings.timeZone,
    name: String(record.name ?? ''),
    counted: month,
    mayIssue: run.roster.hasDuty(caller.id, 'SUPERVISOR'),
    scores: scoreLines(record, caller.language),
    behind: linesBehind(logs, notices, rectifications, caller.language),
    sample: lines,
  };
};

/** An inspection for whoever supervises, and the notices they issue from it. */
export const showInspection = answerRoute(readInspectionRequest, work);
