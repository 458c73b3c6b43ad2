import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { competitionOf } from '../follow-up/competition-of.ts';
import { phrase } from '../messages/phrase.ts';
import { managerFor } from '../run/assignee.ts';
import { optionLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { nameOf, type Run } from '../run/run.ts';
import { LIVE_OUTCOMES } from '../run/snapshot.ts';
import type { Matter } from '../run/task.ts';
import { GUARDED_STAGES } from '../stages/credit-gate.ts';
import { GATE_CODES } from '../stages/unmet.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { customerFactsOf, isUndecided } from './customer-risks.ts';
import { judgeFeasibility } from './judge-feasibility.ts';
import { judgeRisks } from './judge-risks.ts';

const NEEDS_CONFIRMED = STAGES.indexOf('NEEDS_CONFIRMED');

/** From the confirmed needs on, who competes is to be known; and a change of it is looked at again (2.2.14, 4.1.6). */
const isCompetitionOpen = ({ stage, values, unreviewed }: Subject): boolean =>
  unreviewed.length > 0 || (STAGES.indexOf(stage) >= NEEDS_CONFIRMED && competitionOf(values) === 'OPEN');

const daysOverdue = (run: Run, { followUpOn }: Subject): number =>
  followUpOn === null ? 0 : run.calendar.workdaysBetween(followUpOn, run.today);

/** Where price or contract are at hand and the customer's signal is Stop, the manager decides (5.1.5). */
const creditMatter = (run: Run, record: TwentyRecord, stage: Stage): Matter => {
  const { noticeLanguage: language, correctionDays } = run.settings;
  return {
    kind: 'CREDIT_STOP',
    stage,
    key: 'credit-stop',
    title: phrase('task.credit-stop', language, { record: nameOf('opportunity', record) }),
    clause: '5.1.6',
    tags: ['company.tagCreditSignal'],
    note: phrase('task.credit-stop.note', language, { stage: optionLabel('opportunity', 'tagStage', stage, language) }),
    dueOn: run.calendar.deadline({ from: run.now, days: correctionDays }).dueDate,
    assigneeId: managerFor(run, 'opportunity', record),
    recurs: true,
  };
};

/** Tells what stands against an opportunity, and how feasible it is (5.1.5, 5.1.6). */
export const riskStep: Step = {
  follow: (run, subject) => {
    const { object, record, stage, judgement, gate, hasLateNotice } = subject;
    if (object !== 'opportunity') return {};
    if (!LIVE_OUTCOMES.has(record.tagOutcome)) return { fields: { tagRisks: [], tagFeasibility: null } };
    const customer = customerFactsOf(run, (record.company ?? null) as TwentyRecord | null, stage);
    const risks = judgeRisks({
      signal: customer.signal,
      isStageSkipped: gate?.fault === 'SKIPPED',
      lacksTags: judgement.problems.some(({ code }) => GATE_CODES.has(code)),
      customerLacksTags: customer.customerLacksTags,
      isCompetitionOpen: isCompetitionOpen(subject),
      daysOverdue: daysOverdue(run, subject),
      hasLateNotice,
    });
    const isUndecidedYet = isUndecided(record.tagOutcome, stage);
    return {
      fields: {
        tagRisks: risks,
        tagFeasibility: isUndecidedYet ? judgeFeasibility(risks, customer.purchaseIntent) : null,
      },
      matters: customer.signal === 'STOP' && GUARDED_STAGES.has(stage) ? [creditMatter(run, record, stage)] : [],
    };
  },
};
