import type { GovernedObject, NoticeKind, Stage } from '../../objects/taxonomy/types.ts';
import { isFilled } from '../judgement/filled.ts';
import { judge } from '../judgement/judge.ts';
import { requirementsAt } from '../judgement/requirements.ts';
import type { JudgementContext, Value, Values } from '../judgement/values.ts';
import { asList, asText } from '../judgement/values.ts';
import { phrase } from '../messages/phrase.ts';
import { renderSummary } from '../messages/render.ts';
import { type ReviewStatus, reviewStatus } from '../rules/review/review-status.ts';
import { stockStage } from '../rules/stages/stock-stage.ts';
import { type Baseline, readBaseline } from './baseline.ts';
import { checkMatters, followCheck } from './check-step.ts';
import { derivedTags } from './derived-step.ts';
import { differenceOf } from './difference.ts';
import { type Entry, laterEntry } from './entry.ts';
import { optionLabel, tagLabels } from './labels.ts';
import { logFact } from './log-entry.ts';
import { followMatters, type Matter } from './matters.ts';
import { type Completion, followNotices } from './notice-step.ts';
import type { TwentyRecord } from './record-change.ts';
import { followAction } from './review-step.ts';
import { idOf, nameOf, ownerOf, type Run, subjectKey, textOrNull, writtenBy } from './run.ts';
import { changesBetween, seenOf, type TagChange } from './seen.ts';
import { followStage, type StageStep, stageMatters } from './stage-step.ts';
import { nodesOf, valuesOf } from './values-of.ts';

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

/** Everybody who can be seen to have written the record, its key contact or its credit record. */
const writersOf = (record: TwentyRecord): readonly Entry[] =>
  [record, (record.tagKeyContact ?? null) as TwentyRecord | null, ...nodesOf(record.tagCredits)].flatMap(
    (one) => writtenBy(one) ?? [],
  );

/** Who entered what changed: as the event says, or else whoever last wrote. */
const entryOf = (run: Run, record: TwentyRecord, key: string, isFirst: boolean): Entry => {
  const event = run.entries.get(key);
  const creation = isFirst ? writtenBy(record, 'createdBy', 'createdAt') : null;
  const sources = event ? [event] : writersOf(record);
  const known = [...(creation ? [creation] : []), ...sources];
  return (
    known.reduce<Entry | undefined>((latest, entry) => laterEntry(latest, entry), undefined) ?? {
      at: textOrNull(record.updatedAt) ?? run.now.toISOString(),
      by: null,
    }
  );
};

const isNone = (value: Value): boolean =>
  ['无', '無', '没有', '沒有', 'none', 'no'].includes(asText(value).toLowerCase());

/** Which change of a tag is a change the policy wants reported, and not a first entry (4.1.3, 4.1.9, 4.2.1). */
const reportKind = ({ tag, kind }: TagChange, values: Values): NoticeKind | null => {
  const report = tag.majorChange ?? tag.reportedAs;
  if (!report || kind === 'CLEARED') return null;
  if (kind === 'CHANGED') return report;
  const isNew = report === 'SPECIAL_NEED' ? !isNone(values[tag.name]) : report === 'COMPETITION';
  return isNew ? report : null;
};

const completionsOf = (
  values: Values,
  changes: readonly TagChange[],
  entry: Entry,
  remembered: readonly string[],
  isPartial: boolean,
): readonly Completion[] => {
  const groups = new Map<NoticeKind, TagChange[]>();
  for (const change of changes) {
    const kind = reportKind(change, values);
    if (kind) groups.set(kind, [...(groups.get(kind) ?? []), change]);
  }
  for (const kind of remembered) if (!groups.has(kind as NoticeKind)) groups.set(kind as NoticeKind, []);
  const confirmed = textOrNull(values.tagSpecialNeedsConfirmedAt);
  return [...groups].map(([kind, changed]): Completion => {
    const isConfirmedBefore = kind === 'SPECIAL_NEED' && confirmed && Date.parse(confirmed) <= Date.parse(entry.at);
    return { kind, entry, changes: changed, isPartial, ...(isConfirmedBefore ? { occurredAt: confirmed } : {}) };
  });
};

/** 4.1.6: when the competition changes, advantage and disadvantage are looked at again, by changing or confirming them. */
const unreviewedTags = (values: Values, changes: readonly TagChange[], old: Baseline | null): readonly string[] => {
  const isNamed = asList(values.tagCompetitors).some((name) => name.trim() !== '');
  if (!isNamed) return [];
  const touched = new Set(changes.map((change) => change.tag.name));
  const open = touched.has('tagCompetitors') ? ['tagAdvantage', 'tagDisadvantage'] : (old?.unreviewed ?? []);
  return open.filter((name) => !touched.has(name));
};

/** Required tags that the event emptied, put back where the setting says so (ENFORCEMENT). */
const restoredTags = (run: Run, object: GovernedObject, record: TwentyRecord, values: Values, stage: Stage) => {
  const clearing = run.clearings.get(subjectKey(object, idOf(record)));
  if (!clearing || run.settings.enforcement !== 'REVERT') return {};
  return Object.fromEntries(
    requirementsAt(object, stage).flatMap(({ tag }) => {
      const field = tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : tag.name;
      const before = clearing.before[field];
      const isEmptied = !tag.via && !isFilled(tag, values[tag.name]) && isFilled(tag, before as Value);
      return isEmptied ? [[field, before]] : [];
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
    readonly doubtSince: string | null;
    readonly enteredBy: string | null;
    readonly returnedTags: readonly string[];
  },
): readonly Matter[] => {
  const { noticeLanguage: language, correctionDays } = run.settings;
  const owner = ownerOf(object, record);
  const name = nameOf(object, record);
  const due = (from: string) => run.calendar.deadline({ from, days: correctionDays }).dueInstant.toISOString();
  const matters: Matter[] = [];
  if (state.returnedAt) {
    matters.push({
      key: `return:${state.returnedAt}`,
      title: phrase('task.return', language, { record: name }),
      clause: '4.3.4',
      tags: state.returnedTags,
      note: state.returnNote,
      dueAt: due(state.returnedAt),
      assigneeId: state.enteredBy ?? owner,
    });
  }
  if (state.doubtSince) {
    matters.push({
      key: `doubt:${state.doubtSince}`,
      title: phrase('task.doubt', language, { record: name }),
      clause: '3.1.6',
      dueAt: due(state.doubtSince),
      assigneeId: owner,
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
  isFirst: boolean,
): void => {
  const [only] = changes;
  const isSingle = changes.length === 1 && only !== undefined && !only.tag.sensitive;
  logFact(run, {
    kind: isFirst ? 'ENTERED' : 'CHANGED',
    object,
    subjectId: idOf(record),
    record: nameOf(object, record),
    key: isFirst ? 'first' : new Date(entry.at).toISOString(),
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

const NO_STAGE: Omit<StageStep, 'stage'> = {
  since: null,
  gate: null,
  unmet: [],
  revertTo: null,
  reason: '',
  isNoteUsed: false,
};

/**
 * Judges one subject and adds to the draft what its standing asks for: its fields, log rows, notices, tasks. All of it
 * follows from the record, what was remembered of it, and who is known to have written; nothing from the order in which
 * events came. A second run over what the first has written adds nothing.
 */
export const planSubject = (run: Run, object: GovernedObject, record: TwentyRecord, beside: Beside): void => {
  const { settings, today } = run;
  const { noticeLanguage: language } = settings;
  const id = idOf(record);
  const key = subjectKey(object, id);
  const old = readBaseline(record.tagBaseline);
  const isFirst = old === null;

  const read = valuesOf(object, record, beside.items);
  const derived = object === 'company' ? derivedTags(run, record, read, beside.deals) : {};
  const found: Values = { ...read, ...derived };
  const foundChanges = isFirst ? [] : changesBetween(object, old.seen, seenOf(object, found));
  const event = run.entries.get(key);
  const stored: Entry | undefined =
    typeof record.tagEnteredAt === 'string'
      ? { at: record.tagEnteredAt, by: textOrNull(record.tagEnteredById) }
      : undefined;
  const isSeenAnew = isFirst || foundChanges.length > 0;
  const fresh = isSeenAnew ? entryOf(run, record, key, isFirst) : (event ?? null);
  const entry = fresh ? laterEntry(stored, fresh) : (stored ?? null);
  const isEnteredAnew = isSeenAnew || (event !== undefined && entry === event);

  const move: StageStep =
    object === 'opportunity' ? followStage(run, record, found, old, fresh) : { ...NO_STAGE, stage: beside.stage };
  const restored = restoredTags(run, object, record, found, move.stage);
  const values: Values = {
    ...found,
    ...Object.fromEntries(Object.entries(restored).map(([field, value]) => [field.replace(/Id$/, ''), value as Value])),
    ...(object === 'opportunity' ? { tagStage: move.stage } : {}),
  };
  const seen = seenOf(object, values);
  const changes = isFirst ? [] : changesBetween(object, old.seen, seen);

  const unreviewed = object === 'opportunity' ? unreviewedTags(values, changes, old) : [];
  const judgeWith = (open: readonly string[]) =>
    judge(object, values, {
      ...beside.context,
      stage: move.stage,
      today,
      unreviewed: open,
      ...(move.gate ? { gate: { ...move.gate, missing: tagLabels(object, move.unmet, language) } } : {}),
    });
  let judgement = judgeWith(unreviewed);

  const writers = isSeenAnew ? writersOf(record).map((writer) => writer.by) : [];
  const enterers = union(
    old?.enterers ?? [],
    isEnteredAnew ? [fresh?.by ?? null, ...writers] : [],
    isFirst ? [entry?.by ?? null] : [],
  );
  const review = followAction(run, {
    object,
    record,
    enterers,
    hasErrors: judgement.hasErrors,
    entry: isEnteredAnew ? fresh : null,
  });
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
  const doubtSince =
    values.tagVerification === 'DOUBTFUL'
      ? (old?.doubtSince ?? writtenBy(record)?.at ?? entry?.at ?? run.now.toISOString())
      : null;

  const since =
    old?.since ?? (run.isInstalling ? run.now.toISOString() : (textOrNull(record.createdAt) ?? run.now.toISOString()));
  const lastCheckedAt = (review?.fields.tagLastCheckedAt as string | undefined) ?? textOrNull(record.tagLastCheckedAt);
  const check = followCheck(
    run,
    object,
    { ...record, tagStage: move.stage },
    lastCheckedAt ?? since,
    old?.missedUntil ?? '',
  );
  const missedUntil = [old?.missedUntil, check.missed.at(-1)]
    .filter((date) => date !== undefined)
    .sort()
    .at(-1);

  const isLogged = !(isFirst && run.isInstalling);
  if (isLogged && entry && (isFirst || changes.length > 0))
    logEntry(run, object, record, fresh ?? entry, changes, isFirst);
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
    logRestored(run, object, record, fresh, Object.keys(restored));
  }

  const isPartial = object === 'tagProduct' && hasErrors;
  const remembered = old?.edited ?? [];
  const completions = isFirst
    ? []
    : completionsOf(values, changes, fresh ?? entry ?? { at: run.now.toISOString(), by: null }, remembered, isPartial);
  followNotices(run, { object, record }, beside.notices, completions);
  const edited = isPartial ? completions.map((completion) => completion.kind as string).sort() : [];

  const matters = [
    ...reviewMatters(run, object, record, {
      returnedAt,
      returnNote: review?.done === 'RETURN' ? review.note : '',
      doubtSince,
      enteredBy: entry?.by ?? null,
      returnedTags: asList((review?.fields.tagReturnedTags ?? record.tagReturnedTags) as Value),
    }),
    ...checkMatters(run, object, record, check),
    ...(object === 'opportunity' ? stageMatters(run, record, move) : []),
  ];
  const tasks =
    isFirst && run.isInstalling
      ? matters.map((matter) => matter.key).sort()
      : followMatters(run, object, id, old?.tasks ?? [], matters);

  const outcome = textOrNull(record.tagOutcome);
  const baseline: Baseline = {
    since,
    status,
    seen,
    enterers: review?.done === 'APPROVE' ? [] : enterers,
    tasks,
    ...(object === 'opportunity' ? { stage: move.stage } : {}),
    ...(outcome ? { outcome } : {}),
    ...(move.gate ? { gate: move.gate } : {}),
    ...(doubtSince ? { doubtSince } : {}),
    ...(returnedAt ? { returnedAt } : {}),
    ...(stillUnreviewed.length > 0 ? { unreviewed: stillUnreviewed } : {}),
    ...(edited.length > 0 ? { edited } : {}),
    ...(missedUntil ? { missedUntil } : {}),
  };
  const mirror = object === 'opportunity' ? stockStage(move.stage, run.snapshot.stockStages) : null;
  const patch = differenceOf(record, {
    ...derived,
    ...(object === 'opportunity' ? { tagStageSince: move.since } : {}),
    ...(mirror ? { stage: mirror } : {}),
    ...(move.isNoteUsed ? { tagActionNote: '' } : {}),
    // What became of an earlier action is told until the tags are entered anew.
    ...(isEnteredAnew ? { tagActionResult: '' } : {}),
    ...resultOf(run, object, move, Object.keys(restored)),
    ...review?.fields,
    ...(old?.returnedAt && !returnedAt ? { tagReturnedTags: [] } : {}),
    tagReviewStatus: status,
    tagCompleteness: completeness,
    tagProblems: problems,
    tagProblemSummary: renderSummary(object, problems, language),
    ...(entry ? { tagEnteredAt: entry.at, tagEnteredById: entry.by } : {}),
    tagNextCheckAt: check.dueAt,
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
): void => {
  const at = fresh?.at ?? textOrNull(record.updatedAt) ?? run.now.toISOString();
  logFact(run, {
    kind: 'REVERTED',
    object,
    subjectId: idOf(record),
    record: nameOf(object, record),
    key: `cleared:${at}`,
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
    key: `outcome:${old.outcome}>${outcome}:${at}`,
    at,
    by: fresh?.by ?? null,
    tag: 'tagOutcome',
    before: old.outcome,
    after: outcome,
  });
};
