import { agreementStep } from '../agreements/agreement-step.ts';
import { appointmentStep } from '../appointments/appointment-step.ts';
import { checkStep } from '../checks/check-step.ts';
import { completionStep } from '../completion/completion-step.ts';
import { creditStep } from '../credits/credit-step.ts';
import { derivedStep } from '../derived/derived-step.ts';
import { signingStep } from '../derived/signing-step.ts';
import { duplicateStep } from '../duplicates/duplicate-step.ts';
import { approvalStep } from '../entries/approval-step.ts';
import { entryStep } from '../entries/entry-step.ts';
import { logStep } from '../entries/log-step.ts';
import { restoringStep } from '../entries/restoring-step.ts';
import { followUpStep } from '../follow-up/follow-up-step.ts';
import { mergeLogStep } from '../merges/merge-log-step.ts';
import { mergeStep } from '../merges/merge-step.ts';
import { needStep } from '../needs/need-step.ts';
import { noticeStep } from '../notices/notice-step.ts';
import { ownershipStep } from '../ownership/ownership-step.ts';
import { judgingStep } from '../problems/judging-step.ts';
import { problemsStep } from '../problems/problems-step.ts';
import { ownerStep } from '../review/owner-step.ts';
import { reviewStep } from '../review/review-step.ts';
import { statusStep } from '../review/status-step.ts';
import { riskStep } from '../risks/risk-step.ts';
import { adoptionStep } from '../stages/adoption-step.ts';
import { stageStep } from '../stages/stage-step.ts';
import { strayStep } from '../strays/stray-step.ts';
import type { Step } from '../subject/step.ts';
import { overdueStep } from '../tasks/overdue-step.ts';
import { taskStep } from '../tasks/task-step.ts';
import { doubtStep } from '../verification/doubt-step.ts';
import { verificationStep } from '../verification/verification-step.ts';

/** A judgement, step by step. Each sees what those before it found; matters become tasks at the end. */
export const STEPS = [
  // What the record holds, whose it is, and who entered it.
  mergeStep,
  adoptionStep,
  ownershipStep,
  derivedStep,
  entryStep,
  strayStep,
  mergeLogStep,
  // Whether it may stand where it was put.
  stageStep,
  signingStep,
  restoringStep,
  appointmentStep,
  agreementStep,
  logStep,
  verificationStep,
  // What is wrong with it, and what people say of it.
  duplicateStep,
  judgingStep,
  ownerStep,
  reviewStep,
  problemsStep,
  statusStep,
  approvalStep,
  doubtStep,
  needStep,
  // What is owed.
  completionStep,
  checkStep,
  noticeStep,
  creditStep,
  // How the deal is followed, and what stands against it.
  followUpStep,
  riskStep,
  overdueStep,
  taskStep,
] as const satisfies readonly Step[];
