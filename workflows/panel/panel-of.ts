import { changeCauses, KINDS_WITH_REASON, NOTICE_KINDS } from '../../objects/taxonomy/notice-kinds.ts';
import type { GovernedObject, Language, Stage } from '../../objects/taxonomy/types.ts';
import type { CheckState } from '../checks/judge-check.ts';
import { saidGroups } from '../checks/said-groups.ts';
import type { CompletionState } from '../completion/judge-completion.ts';
import { firstEyes } from '../entries/writers.ts';
import { enteredTags } from '../memory/seen.ts';
import { faultText } from '../messages/fault.ts';
import { mendingCatalogs } from '../messages/mending.ts';
import { phrase } from '../messages/phrase.ts';
import { problemLabel, problemText } from '../messages/render.ts';
import { type Baseline, readBaseline } from '../pipeline/baseline.ts';
import { besideOf } from '../pipeline/beside.ts';
import { planRun } from '../pipeline/plan-run.ts';
import { noticeStanding, standingOf } from '../pipeline/standing.ts';
import { type PlanInput, startRun } from '../pipeline/start-run.ts';
import { decideAction } from '../review/decide-action.ts';
import { ownedThatDay } from '../review/former-owners.ts';
import type { Problem } from '../rules/problem.ts';
import type { Action } from '../run/action.ts';
import { optionLabel, tagLabel, tagLabels } from '../run/labels.ts';
import { personName } from '../run/person-name.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, nameOf, ownerOf, type Run, textOrNull } from '../run/run.ts';
import { maySeeSensitive } from '../run/sensitive-access.ts';
import { LIVE_OUTCOMES, stageOf } from '../run/snapshot.ts';
import { valuesOf } from '../run/values-of.ts';
import { agreementPart } from './agreement-part.ts';
import { gapsAt, newGaps, stageAfter } from './gaps.ts';
import type { Panel, PanelCheck, PanelCompletion, PanelLogEntry, PanelNotice, PanelRight } from './panel.ts';
import { pointsOf } from './points.ts';
import { reviewPointsOf } from './review-points.ts';

/** Who looks at a panel. */
export interface Viewer {
  /** Workspace member. */
  readonly id: string;
  readonly language: Language;
  /** May edit the tags by their role in Twenty. */
  readonly mayEdit: boolean;
  /** May report changes by their role in Twenty. */
  readonly mayReport: boolean;
  /** May read credit records by their role in Twenty. */
  readonly mayReadCredit: boolean;
  /** The stage they ask about; the one after the record's own without it. */
  readonly towards?: Stage;
}

/** What the panel shows and no judgement needs. */
export interface PanelExtras {
  /** Latest first. */
  readonly log: readonly TwentyRecord[];
  /** `{firstName, lastName}` of who entered the tags. */
  readonly enteredBy: unknown;
}

/** The last day of a period, and the working days from today to it. */
const dueOf = (run: Run, dueDate: string): { readonly dueDate: string; readonly workingDaysLeft: number } => ({
  dueDate,
  workingDaysLeft: run.calendar.workdaysBetween(run.today, dueDate),
});

const noticeOf = (run: Run, notice: TwentyRecord, language: Language): PanelNotice => ({
  id: idOf(notice),
  kind: optionLabel('tagChangeNotice', 'kind', String(notice.kind), language),
  description: textOrNull(notice.description) ?? '',
  ...dueOf(run, String(notice.dueOn)),
  isOverdue: notice.status === 'OVERDUE',
  isProvisional: notice.calendar === 'PROVISIONAL',
});

const checkOf = (run: Run, object: GovernedObject, record: TwentyRecord, language: Language): PanelCheck | null => {
  const lastDay = textOrNull(record.tagNextCheckOn);
  if (!lastDay) return null;
  const state = String(record.tagCheckState) as CheckState;
  return { state, label: optionLabel(object, 'tagCheckState', state, language), ...dueOf(run, lastDay) };
};

const completionOf = (run: Run, record: TwentyRecord): PanelCompletion | null => {
  const lastDay = textOrNull(record.tagCompleteBy);
  if (!lastDay) return null;
  return { state: String(record.tagCompletionState) as CompletionState, ...dueOf(run, lastDay) };
};

/** A product is judged by the stage of the deals it is offered in, and has none of its own to name. */
const NAMES_STAGE: ReadonlySet<GovernedObject> = new Set(['company', 'opportunity']);

/** Kinds of entry whose note only says in the language of notices what the tags say in the viewer's. */
const TOLD_BY_TAGS: ReadonlySet<unknown> = new Set(['CHANGED']);

const logEntryOf = (object: GovernedObject, row: TwentyRecord, language: Language): PanelLogEntry => ({
  id: idOf(row),
  label: optionLabel('tagLog', 'kind', String(row.kind), language),
  at: String(row.at),
  // As they were called then: they may have left, or be called something else.
  by: textOrNull(row.byName) ?? personName((row.by as { name?: unknown } | null | undefined)?.name),
  tags: tagLabels(object, (textOrNull(row.tag) ?? '').split(', ').filter(Boolean), language),
  note: TOLD_BY_TAGS.has(row.kind) ? '' : (textOrNull(row.note) ?? ''),
});

const rightTo = (
  run: Run,
  viewer: Viewer,
  object: GovernedObject,
  record: TwentyRecord,
  problems: readonly Problem[],
  memory: Baseline | null,
) => {
  return (action: Action): PanelRight => {
    if (action === 'CONFIRM' && !viewer.mayEdit)
      return { may: false, reason: faultText('NOT_ALLOWED', viewer.language) };
    const refusal = decideAction({
      action,
      // Whether there is a note shows only when the person has written one.
      note: action,
      // Nor what is said of the points.
      verdicts: action === 'RETURN' ? { FORM: 'FAIL' } : {},
      by: viewer.id,
      isTraced: true,
      isReviewer: run.roster.hasDuty(viewer.id, 'REVIEWER'),
      enterers: memory ? firstEyes(memory) : [],
      groups: saidGroups([], viewer.mayReadCredit),
      isUnclaimed: memory?.unclaimed !== undefined,
      ownerId: ownerOf(object, record),
      isOwnerOfTheDay: ownedThatDay(memory?.formerOwners ?? [], viewer.id, run.now.toISOString(), run.calendar),
      hasErrors: problems.some((problem) => problem.severity === 'ERROR'),
      isDoubtful: record.tagVerification === 'DOUBTFUL',
      changedSince: false,
    });
    return { may: refusal === null, reason: refusal ? phrase(`refusal.${refusal}`, viewer.language) : '' };
  };
};

const rightToReport = ({ mayReport, language }: Viewer): PanelRight => ({
  may: mayReport,
  reason: mayReport ? '' : faultText('MAY_NOT_REPORT', language),
});

/**
 * The panel of one record as it stands now, judged anew but not written: what is shown is true even where an event was
 * lost. Pure. Undefined when the record is not among those read.
 */
export const panelOf = (
  read: PlanInput,
  object: GovernedObject,
  id: string,
  asking: Viewer,
  extras: PanelExtras,
): Panel | undefined => {
  const { language } = asking;
  const input = { ...read, settings: { ...read.settings, noticeLanguage: language } };
  const plan = planRun(input);
  const record = standingOf(input.snapshot, plan, object, id);
  if (!record) return undefined;
  const run = startRun(input);
  const viewer = { ...asking, mayReadCredit: maySeeSensitive(run, asking.id, asking.mayReadCredit) };
  const beside = besideOf(input.snapshot)(object, record);
  const problems = (record.tagProblems ?? []) as readonly Problem[];

  const stage = object === 'opportunity' ? stageOf(record.tagStage) : beside.stage;
  const isOver = !LIVE_OUTCOMES.has(record.tagOutcome);
  const next = object === 'tagMember' || isOver ? null : (viewer.towards ?? stageAfter(stage));
  const values = valuesOf(object, record, beside.items);
  const missing = gapsAt(run, object, record, values, stage, language);
  const stageLabel = (value: string) => optionLabel('opportunity', 'tagStage', value, language);
  const memory = readBaseline(record.tagBaseline);
  const right = rightTo(run, viewer, object, record, problems, memory);
  const status = String(record.tagReviewStatus);
  const openNotices = beside.notices
    .map((notice) => noticeStanding(notice, plan))
    .filter((notice) => notice.status === 'OPEN' || notice.status === 'OVERDUE');

  return {
    object,
    id,
    language,
    timeZone: run.settings.timeZone,
    name: nameOf(object, record),
    completeness: Number(record.tagCompleteness),
    stage: NAMES_STAGE.has(object) ? stageLabel(stage) : null,
    nextStage: next && NAMES_STAGE.has(object) ? stageLabel(next) : null,
    missing,
    missingNext: next ? newGaps(missing, gapsAt(run, object, record, values, next, language)) : [],
    problems: problems
      .filter((problem) => problem.code !== 'REQUIRED_MISSING')
      .map((problem) => ({
        key: `${problem.code}.${problem.tag}`,
        severity: problem.severity,
        label: problemLabel(object, problem, language),
        clause: problem.clause,
        message: problemText(object, problem, language),
        mending: mendingCatalogs[language][problem.code],
      })),
    review: {
      status,
      label: optionLabel(object, 'tagReviewStatus', status, language),
      enteredBy: textOrNull(record.tagEnteredByName) ?? personName(extras.enteredBy),
      enteredAt: textOrNull(record.tagEnteredAt),
      returnedAt: memory?.returnedAt ?? null,
      points: reviewPointsOf({ run, object, record, problems, notices: openNotices.length, language }),
      confirm: right('CONFIRM'),
      approve: right('APPROVE'),
      return: right('RETURN'),
    },
    report: rightToReport(viewer),
    notices: openNotices
      .map((notice) => noticeOf(run, notice, language))
      .sort((left, right) => left.dueDate.localeCompare(right.dueDate)),
    check: checkOf(run, object, record, language),
    points:
      object === 'company' && memory
        ? pointsOf(run, record, stage, memory, { ...viewer, mayConfirm: right('CONFIRM').may })
        : [],
    agreement: object === 'tagMember' ? agreementPart(run, record, beside.agreements, viewer) : null,
    completion: completionOf(run, record),
    log: extras.log.map((row) => logEntryOf(object, row, language)),
    kinds: NOTICE_KINDS[object].map((value) => ({
      value,
      label: optionLabel('tagChangeNotice', 'kind', value, language),
      ...(KINDS_WITH_REASON.has(value) ? { needsReason: true as const } : {}),
    })),
    causes: object === 'tagProduct' ? changeCauses.map(({ value, label }) => ({ value, label: label[language] })) : [],
    tags: enteredTags(object).map(({ name }) => ({ value: name, label: tagLabel(object, name, language) })),
  };
};
