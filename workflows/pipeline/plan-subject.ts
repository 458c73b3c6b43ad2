import { tagOf } from '../../objects/taxonomy/index.ts';
import type { GovernedObject, NoticeKind, Stage } from '../../objects/taxonomy/types.ts';
import { isFilled, namedCompetitors } from '../judgement/filled.ts';
import { judge } from '../judgement/judge.ts';
import { matchKeys } from '../judgement/match-keys.ts';
import { judgeRequirements } from '../judgement/requirements.ts';
import type { JudgementContext, Value, Values } from '../judgement/values.ts';
import { asList } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { renderSummary } from '../messages/render.ts';
import { checkCadence } from '../rules/checks/check-cadence.ts';
import { saysNone } from '../rules/placeholder.ts';
import { type ReviewStatus, reviewStatus } from '../rules/review/review-status.ts';
import { isSignedStage } from '../rules/stages/is-signed-stage.ts';
import { adoptedStage, stockStage } from '../rules/stages/stock-stage.ts';
import { assigneeOf } from './assignee.ts';
import { type Baseline, nextBaseline, type OpenDoubt, readBaseline, type Unclaimed } from './baseline.ts';
import { checkMatters, followCheck } from './check-step.ts';
import { acrossClearing, clearedTags } from './cleared.ts';
import { creditMatters } from './credit-matters.ts';
import { derivedTags } from './derived-step.ts';
import { differenceOf } from './difference.ts';
import { type Entry, laterEntry, latestEntry } from './entry.ts';
import { optionLabel, tagLabels } from './labels.ts';
import { logFact } from './log-entry.ts';
import { followMatters, type Matter } from './matters.ts';
import { type Completion, followNotices } from './notice-step.ts';
import { offerChange, offerOf } from './offer.ts';
import { problemTags } from './problem-tags.ts';
import type { TwentyRecord } from './record-change.ts';
import { followAction, type ReviewStep, waitingApproval } from './review-step.ts';
import { idOf, nameOf, type Run, subjectKey, textOrNull, writtenBy } from './run.ts';
import { changesBetween, seenOf, type TagChange } from './seen.ts';
import { followStage, type StageStep, stageMatters } from './stage-step.ts';
import { valuesOf } from './values-of.ts';
import { claimsOf, entriesSince, entriesTold, firstEyes, standingSuspects, writersOf } from './writers.ts';

/** What the judgement of one subject looks at beside its record. */
export interface Beside {
  /** The stage whose requirements apply (customers, products); opportunities have their own. */
  readonly stage: Stage;
  readonly context: Omit<JudgementContext, 'stage' | 'today'>;
  /** Names of the products offered that have features (opportunities). */
  readonly items: readonly string[];
  /** The customer's opportunities. */
  readonly deals: readonly TwentyRecord[];
  readonly notices: readonly TwentyRecord[];
}

/** Which change of a tag is a change the policy wants reported, and not a first entry (4.1.3, 4.1.9, 4.2.1). */
const reportKind = ({ tag, kind }: TagChange, values: Values): NoticeKind | null => {
  const report = tag.majorChange ?? tag.reportedAs;
  if (!report || kind === 'CLEARED') return null;
  if (kind === 'CHANGED') return report;
  const isNew = report === 'SPECIAL_NEED' ? !saysNone(values[tag.name]) : report === 'COMPETITION';
  return isNew ? report : null;
};

const completionsOf = (
  values: Values,
  changes: readonly TagChange[],
  entry: Entry,
  version: number,
  remembered: readonly string[],
  isPartial: boolean,
): readonly Completion[] => {
  const groups = new Map<NoticeKind, TagChange[]>();
  for (const change of changes) {
    // A first entry is no change to report, but it is what a reported change asked for.
    const kind = change.kind === 'CLEARED' ? null : (change.tag.majorChange ?? change.tag.reportedAs);
    if (kind) groups.set(kind, [...(groups.get(kind) ?? []), ...(reportKind(change, values) ? [change] : [])]);
    // How a deal ended is its progress: reported, it is told by the outcome as well as by the stage.
    if (change.tag.name === 'tagOutcome' && !groups.has('PROGRESS')) groups.set('PROGRESS', []);
  }
  for (const kind of remembered) if (!groups.has(kind as NoticeKind)) groups.set(kind as NoticeKind, []);
  // An instant that was there before belongs to an earlier need.
  const isConfirmedAnew = changes.some((change) => change.tag.name === 'tagSpecialNeedsConfirmedAt');
  const confirmed = isConfirmedAnew ? textOrNull(values.tagSpecialNeedsConfirmedAt) : null;
  return [...groups].map(([kind, changed]): Completion => {
    const isConfirmedBefore = kind === 'SPECIAL_NEED' && confirmed && Date.parse(confirmed) <= Date.parse(entry.at);
    return {
      kind,
      entry,
      version,
      changes: changed,
      isPartial,
      ...(isConfirmedBefore ? { occurredAt: confirmed } : {}),
    };
  });
};

/** 4.1.6: when the competition changes, advantage and disadvantage are looked at again, by changing or confirming them. */
const unreviewedTags = (values: Values, changes: readonly TagChange[], old: Baseline | null): readonly string[] => {
  if (namedCompetitors(values).length === 0) return [];
  const touched = new Set(changes.map((change) => change.tag.name));
  const open = touched.has('tagCompetitors') ? ['tagAdvantage', 'tagDisadvantage'] : (old?.unreviewed ?? []);
  return open.filter((name) => !touched.has(name));
};

/** Required tags that the event emptied, put back where the setting says so (ENFORCEMENT). */
const restoredTags = (run: Run, object: GovernedObject, record: TwentyRecord, values: Values, stage: Stage) => {
  const clearing = run.clearings.get(subjectKey(object, idOf(record)));
  if (!clearing || run.settings.enforcement !== 'REVERT') return {};
  // Emptied is what is missing now: not what another tag answers for, nor what is no longer asked of such a record.
  const { problems } = judgeRequirements(object, values, { stage, today: run.today });
  return Object.fromEntries(
    problems.flatMap(({ tag: name }) => {
      const tag = tagOf(object, name);
      const field = tag.kind === 'MANY_TO_ONE' ? `${name}Id` : name;
      const cleared = clearing.before[field];
      const before = tag.relation?.target === 'workspaceMember' ? run.roster.member(cleared) : cleared;
      return !tag.via && isFilled(tag, before as Value) ? [[field, before]] : [];
    }),
  );
};

const union = (...lists: readonly (readonly (string | null)[])[]): readonly string[] =>
  [...new Set(lists.flat().filter((one) => one !== null))].sort();

const reviewMatters = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  state: {
    readonly returnedAt: string | null;
    readonly returnNote: string;
    readonly doubt: OpenDoubt | null;
    readonly returnedTags: readonly string[];
  },
): readonly Matter[] => {
  const { noticeLanguage: language, correctionDays } = run.settings;
  const name = nameOf(object, record);
  const due = (from: string) => run.calendar.deadline({ from, days: correctionDays }).dueDate;
  const matters: Matter[] = [];
  if (state.returnedAt) {
    matters.push({
      key: `return:${state.returnedAt}`,
      title: phrase('task.return', language, { record: name }),
      clause: '4.3.4',
      tags: state.returnedTags,
      note: state.returnNote,
      dueOn: due(state.returnedAt),
      assigneeId: assigneeOf(run, object, record, textOrNull(record.tagEnteredById)),
    });
  }
  if (state.doubt) {
    matters.push({
      key: `doubt:${state.doubt.key}`,
      title: phrase('task.doubt', language, { record: name }),
      clause: '3.1.6',
      dueOn: due(state.doubt.since),
      assigneeId: assigneeOf(run, object, record),
    });
  }
  return matters;
};

const logEntry = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  entry: Entry,
  changes: readonly TagChange[],
  old: Baseline | null,
): void => {
  const isFirst = old === null;
  const [only] = changes;
  const isSingle = changes.length === 1 && only !== undefined && !only.tag.sensitive;
  logFact(run, {
    kind: isFirst ? 'ENTERED' : 'CHANGED',
    object,
    subjectId: idOf(record),
    record: nameOf(object, record),
    key: isFirst ? 'first' : `${old.version}:${changes.map((change) => change.tag.name).join(',')}`,
    at: entry.at,
    by: entry.by,
    ...(isFirst ? {} : { tag: changes.map((change) => change.tag.name).join(', ') }),
    ...(isSingle ? { before: only.before, after: only.after } : {}),
    ...(isFirst
      ? {}
      : {
          note: tagLabels(
            object,
            changes.map((change) => change.tag.name),
            run.settings.noticeLanguage,
          ),
        }),
  });
};

const laterInstant = (left: string | null, right: string): string =>
  left !== null && Date.parse(left) > Date.parse(right) ? left : right;

/** From when checks count: its creation or the installation; anew when it comes under checks again (a reopened deal). */
const checksSince = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  old: Baseline | null,
  stage: Stage,
  fresh: Entry | null,
): string => {
  if (!old) return run.isInstalling ? run.now.toISOString() : (textOrNull(record.createdAt) ?? run.now.toISOString());
  const had = checkCadence(object, { tagStage: old.stage, tagOutcome: old.outcome }, run.settings);
  const has = checkCadence(object, { tagStage: stage, tagOutcome: record.tagOutcome }, run.settings);
  return had === null && has !== null ? (fresh?.at ?? run.now.toISOString()) : old.since;
};

/** When the contract was signed, as the stages tell it: it stands while later stages come (2.1.19). */
const signedSince = (record: TwentyRecord, move: StageStep, old: Baseline | null): string | null => {
  if (!isSignedStage(move.stage)) return null;
  return old?.signedAt ?? move.since ?? textOrNull(record.createdAt);
};

/**
 * Whoever confirms the tags after a change that nobody is known to have made stands for it from then on: theirs is the
 * first pair of eyes.
 */
const claimantOf = ({ done, at, by, isTraced }: ReviewStep, unclaimed: Unclaimed | undefined): string | null =>
  unclaimed && done === 'CONFIRM' && isTraced && Date.parse(at) > Date.parse(unclaimed.since) ? by : null;

const NO_STAGE: Omit<StageStep, 'stage'> = {
  since: null,
  gate: null,
  unmet: [],
  revertTo: null,
  reason: '',
  isNoteUsed: false,
};

/** At the first sight of an opportunity nobody has given a stage of the policy, that of Twenty's own is taken over. */
const adoptedBy = (object: GovernedObject, record: TwentyRecord, isFirst: boolean): { readonly tagStage?: Stage } => {
  if (object !== 'opportunity' || !isFirst || (record.tagStage ?? 'PROSPECT') !== 'PROSPECT') return {};
  const stage = adoptedStage(record.stage);
  return stage ? { tagStage: stage } : {};
};

/**
 * Judges one subject and adds to the draft what its standing asks for: its fields, log rows, notices, tasks. All of it
 * follows from the record, what was remembered of it, and who is known to have written; nothing from the order in which
 * events came. A second run over what the first has written adds nothing.
 */
export const planSubject = (run: Run, object: GovernedObject, original: TwentyRecord, beside: Beside): void => {
  const { settings, today } = run;
  const { noticeLanguage: language } = settings;
  const id = idOf(original);
  const key = subjectKey(object, id);
  const old = readBaseline(original.tagBaseline);
  const isFirst = old === null;
  const adopted = adoptedBy(object, original, isFirst);
  const record: TwentyRecord = { ...original, ...adopted };

  const read = valuesOf(object, record, beside.items);
  const derived = object === 'company' ? derivedTags(run, record, read, beside.deals) : {};
  const found: Values = { ...read, ...derived };
  const offer = object === 'opportunity' ? offerOf(record) : undefined;
  const offerChanges =
    old?.offer !== undefined && offer !== undefined && old.offer !== offer ? [offerChange(offer)] : [];
  const foundChanges = isFirst
    ? []
    : [...changesBetween(object, old.seen, seenOf(object, found, run.memoryKey)), ...offerChanges];
  const foundTags = foundChanges.map(({ tag }) => tag);
  const told = run.entries.get(key) ?? [];
  const events = entriesTold(
    told,
    new Set([...foundTags.map(({ name }) => name), ...(old?.unclaimed?.tags ?? [])]),
    run.now,
  );
  const asides = run.asides.get(key) ?? [];
  const event = latestEntry(events);
  const stored: Entry | undefined =
    typeof record.tagEnteredAt === 'string'
      ? { at: record.tagEnteredAt, by: textOrNull(record.tagEnteredById) }
      : undefined;
  const isSeenAnew = isFirst || foundChanges.length > 0;
  const writers = isSeenAnew ? writersOf(run, object, record, events, isFirst) : null;
  const fresh = writers?.latest ?? event ?? null;
  // An event knows better than a guess, though it speaks of an earlier hour.
  const entry = fresh ? laterEntry(old?.isGuessed && event ? undefined : stored, fresh) : (stored ?? null);
  const entered: TwentyRecord = { ...record, tagEnteredById: run.roster.member(entry?.by) };
  const isLater = event !== undefined && (!stored || Date.parse(event.at) > Date.parse(stored.at));
  const isEnteredAnew = isSeenAnew || isLater;
  const isGuessed = event === undefined && (isSeenAnew || old?.isGuessed === true);

  const move: StageStep =
    object === 'opportunity' ? followStage(run, record, found, old, fresh) : { ...NO_STAGE, stage: beside.stage };
  const restored = restoredTags(run, object, record, found, move.stage);
  const values: Values = {
    ...found,
    ...Object.fromEntries(Object.entries(restored).map(([field, value]) => [field.replace(/Id$/, ''), value as Value])),
    // An emptied stage is a gap, though the opportunity is judged where it stood.
    ...(object === 'opportunity' && isFilled(tagOf('opportunity', 'tagStage'), found.tagStage)
      ? { tagStage: move.stage }
      : {}),
  };
  const seen = seenOf(object, values, run.memoryKey);
  const changes = isFirst ? [] : [...changesBetween(object, old.seen, seen), ...offerChanges];

  const unreviewed = object === 'opportunity' ? unreviewedTags(values, changes, old) : [];
  const judgeWith = (open: readonly string[]) =>
    judge(object, values, {
      ...beside.context,
      stage: move.stage,
      today,
      now: run.now.toISOString(),
      unreviewed: open,
      ...(move.gate ? { gate: { ...move.gate, missing: tagLabels(object, move.unmet, language) } } : {}),
    });
  let judgement = judgeWith(unreviewed);

  const eventsSince = entriesSince(events, old?.approvedAt ?? null);
  const { unclaimed, by: claimants } = claimsOf(run, object, record, {
    old,
    stored,
    found: foundTags,
    told: eventsSince,
  });
  const enterers = union(
    old?.enterers ?? [],
    eventsSince.map((one) => one.by),
    claimants,
    writers?.enterers ?? [],
    isFirst ? [entry?.by ?? null] : [],
  );
  const suspects = standingSuspects([...(old?.suspects ?? []), ...(writers?.suspects ?? [])], enterers, asides);
  const asked = {
    object,
    record,
    enterers: firstEyes({ enterers, suspects }),
    hasErrors: judgement.hasErrors,
    unclaimed,
    entry,
  };
  const waiting = waitingApproval(run, asked);
  const review = waiting ? null : followAction(run, asked);
  const claimedBy = review ? claimantOf(review, unclaimed) : null;
  const stillUnreviewed = review?.done === 'CONFIRM' || review?.done === 'APPROVE' ? [] : unreviewed;
  if (stillUnreviewed.length < unreviewed.length) judgement = judgeWith(stillUnreviewed);
  const { problems, completeness, hasErrors } = judgement;

  const wasReturnedAt = review?.done === 'RETURN' ? review.at : (old?.returnedAt ?? null);
  const status: ReviewStatus =
    review?.done === 'APPROVE'
      ? 'APPROVED'
      : reviewStatus({
          last: old?.status ?? null,
          hasErrors,
          isEnteredAnew: isEnteredAnew && review?.done !== 'RETURN',
          isReturned: wasReturnedAt !== null,
        });
  const returnedAt = status === 'PENDING' || status === 'APPROVED' ? null : wasReturnedAt;
  const version = old?.version ?? 0;
  const doubt: OpenDoubt | null =
    values.tagVerification === 'DOUBTFUL'
      ? (old?.doubt ?? { since: writtenBy(record)?.at ?? entry?.at ?? run.now.toISOString(), key: String(version) })
      : null;

  const since = checksSince(run, object, record, old, move.stage, fresh);
  const lastCheckedAt = (review?.fields.tagLastCheckedAt as string | undefined) ?? textOrNull(record.tagLastCheckedAt);
  const standing = { ...record, tagStage: move.stage };
  // What passed before a check came is missed, whether or not a sweep looked in between.
  const checkedAt = review?.fields.tagLastCheckedAt as string | undefined;
  const before = laterInstant(textOrNull(record.tagLastCheckedAt), since);
  const overdue = checkedAt
    ? followCheck(run, object, standing, before, old?.missedUntil ?? '', new Date(checkedAt)).missed.at(-1)
    : undefined;
  const check = followCheck(
    run,
    object,
    standing,
    laterInstant(lastCheckedAt, since),
    [old?.missedUntil ?? '', overdue ?? ''].sort().at(-1) ?? '',
  );
  const missedUntil = [old?.missedUntil, overdue, check.missed.at(-1)]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

  const isLogged = !(isFirst && run.isInstalling);
  if (isLogged && entry && (isFirst || changes.length > 0)) logEntry(run, object, record, fresh ?? entry, changes, old);
  if (object === 'opportunity') logOutcome(run, record, old, fresh);
  if (move.revertTo)
    run.draft.reverts.push({
      object,
      id,
      updatedAt: textOrNull(record.updatedAt),
      fields: { tagStage: move.revertTo },
    });
  if (Object.keys(restored).length > 0) {
    run.draft.reverts.push({ object, id, updatedAt: textOrNull(record.updatedAt), fields: restored });
    logRestored(run, object, record, fresh, Object.keys(restored), version);
  }

  const isPartial = object === 'tagProduct' && hasErrors;
  const remembered = old?.edited ?? [];
  const completions = isFirst
    ? []
    : completionsOf(
        values,
        acrossClearing(changes, old),
        fresh ?? entry ?? { at: run.now.toISOString(), by: null },
        version,
        remembered,
        isPartial,
      );
  followNotices(run, { object, record: entered }, beside.notices, completions);
  const edited = isPartial ? completions.map((completion) => completion.kind as string).sort() : [];

  const matters = [
    ...reviewMatters(run, object, entered, {
      returnedAt,
      returnNote: review?.done === 'RETURN' ? review.note : '',
      doubt,
      returnedTags: asList((review?.fields.tagReturnedTags ?? record.tagReturnedTags) as Value),
    }),
    ...checkMatters(run, object, entered, check),
    ...(object === 'opportunity' ? stageMatters(run, entered, move) : []),
    ...(object === 'company' ? creditMatters(run, entered) : []),
  ];
  const tasks =
    isFirst && run.isInstalling
      ? matters.map((matter) => matter.key).sort()
      : followMatters(run, object, id, old?.tasks ?? [], matters);

  const outcome = textOrNull(record.tagOutcome);
  const isApproved = review?.done === 'APPROVE';
  const approvedAt = isApproved ? review.at : old?.approvedAt;
  const cleared = clearedTags(changes, old, seen);
  const acted = review ? laterInstant(old?.acted ?? null, review.at) : old?.acted;
  const signedAt = object === 'opportunity' ? signedSince(record, move, old) : null;
  const baseline = nextBaseline(old, {
    since,
    status,
    seen,
    enterers: isApproved ? [] : union(enterers, [claimedBy]),
    ...(suspects.length > 0 && !isApproved ? { suspects } : {}),
    ...(unclaimed && claimedBy === null ? { unclaimed } : {}),
    ...(waiting ? { waiting } : {}),
    ...(isGuessed ? { isGuessed } : {}),
    ...(approvedAt ? { approvedAt } : {}),
    ...(Object.keys(cleared).length > 0 ? { cleared } : {}),
    tasks,
    ...(object === 'opportunity' ? { stage: move.stage } : {}),
    ...(outcome ? { outcome } : {}),
    ...(move.gate ? { gate: move.gate } : {}),
    ...(doubt ? { doubt } : {}),
    ...(returnedAt ? { returnedAt } : {}),
    ...(stillUnreviewed.length > 0 ? { unreviewed: stillUnreviewed } : {}),
    ...(edited.length > 0 ? { edited } : {}),
    ...(missedUntil ? { missedUntil } : {}),
    ...(acted ? { acted } : {}),
    ...(signedAt ? { signedAt } : {}),
    ...(offer ? { offer } : {}),
  });
  // Twenty's own stage follows a move, and is otherwise the team's: a card moved on its board stays where it was put.
  const isMoved = object === 'opportunity' && move.stage !== old?.stage;
  const mirror = isMoved ? stockStage(move.stage, run.snapshot.stockStages) : null;
  const patch = differenceOf(original, {
    ...derived,
    ...adopted,
    ...(object === 'opportunity' ? { tagStageSince: move.since } : {}),
    ...(mirror ? { stage: mirror } : {}),
    ...(move.isNoteUsed ? { tagActionNote: '' } : {}),
    // What became of an earlier action is told until the tags are entered anew; an event that comes after its change was
    // looked at has nothing to take back.
    ...(isSeenAnew ? { tagActionResult: '' } : {}),
    ...resultOf(run, object, move, Object.keys(restored)),
    ...review?.fields,
    ...(old?.returnedAt && !returnedAt ? { tagReturnedTags: [] } : {}),
    ...matchKeys(object, values),
    tagReviewStatus: status,
    tagCompleteness: completeness,
    tagProblems: problems,
    tagProblemSummary: renderSummary(object, problems, language),
    tagProblemTags: problemTags(object, problems),
    ...(entry ? { tagEnteredAt: entry.at, tagEnteredById: entered.tagEnteredById } : {}),
    tagNextCheckOn: check.dueDate,
    tagCheckState: check.state,
    tagBaseline: baseline,
  });
  if (patch) {
    run.draft.subjects[object] ??= [];
    run.draft.subjects[object].push(patch);
  }
};

const resultOf = (
  run: Run,
  object: GovernedObject,
  move: StageStep,
  restored: readonly string[],
): Readonly<Record<string, unknown>> => {
  const { noticeLanguage: language } = run.settings;
  const lines = [
    move.revertTo
      ? phrase('result.STAGE_REVERTED', language, {
          from: optionLabel(object, 'tagStage', move.revertTo, language),
          reason: move.reason,
        })
      : '',
    restored.length > 0
      ? phrase('result.TAGS_REVERTED', language, { tags: tagLabels(object, restored.map(tagNameOf), language) })
      : '',
  ].filter(Boolean);
  return lines.length > 0 ? { tagActionResult: lines.join('\n') } : {};
};

const tagNameOf = (field: string): string => field.replace(/Id$/, '');

const logRestored = (
  run: Run,
  object: GovernedObject,
  record: TwentyRecord,
  fresh: Entry | null,
  fields: readonly string[],
  version: number,
): void => {
  const at = fresh?.at ?? textOrNull(record.updatedAt) ?? run.now.toISOString();
  logFact(run, {
    kind: 'REVERTED',
    object,
    subjectId: idOf(record),
    record: nameOf(object, record),
    key: `cleared:${version}:${fields.join(',')}`,
    at,
    by: fresh?.by ?? null,
    tag: fields.map(tagNameOf).join(', '),
    note: phrase('result.TAGS_REVERTED', run.settings.noticeLanguage, {
      tags: tagLabels(object, fields.map(tagNameOf), run.settings.noticeLanguage),
    }),
  });
};

/** A17: the outcome is not a stage, but how a deal ends belongs to the story of its moves. */
const logOutcome = (run: Run, record: TwentyRecord, old: Baseline | null, fresh: Entry | null): void => {
  const outcome = textOrNull(record.tagOutcome);
  if (!old?.outcome || !outcome || old.outcome === outcome) return;
  const at = fresh?.at ?? textOrNull(record.updatedAt) ?? run.now.toISOString();
  logFact(run, {
    kind: 'STAGE_MOVED',
    object: 'opportunity',
    subjectId: idOf(record),
    record: nameOf('opportunity', record),
    key: `outcome:${old.outcome}>${outcome}:${old.version}`,
    at,
    by: fresh?.by ?? null,
    tag: 'tagOutcome',
    before: old.outcome,
    after: outcome,
  });
};
