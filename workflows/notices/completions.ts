import type { NoticeKind } from '../../objects/taxonomy/types.ts';
import type { Values } from '../judgement/values.ts';
import type { TagChange } from '../memory/seen.ts';
import { saysNone } from '../rules/placeholder.ts';
import type { Entry } from '../run/entry.ts';
import { textOrNull } from '../run/run.ts';
import type { Subject } from '../subject/subject.ts';

/** A change of tags that a notice asks for, or that asks for a notice. */
export interface Completion {
  readonly kind: NoticeKind;
  readonly entry: Entry;
  /** The version of the memory the change was found against. */
  readonly version: number;
  /** What changed; empty when the change came earlier and is complete only now (A5). */
  readonly changes: readonly TagChange[];
  /** When it happened, where the record says so; otherwise when the tag was edited. ISO 8601. */
  readonly occurredAt?: string;
  /** Required tags of the product are still missing (A5): the notice stays open. */
  readonly isPartial: boolean;
  /** What happened beside the tags, in words. */
  readonly note?: string;
}

/** Which change of a tag is a change the policy wants reported, and not a first entry (4.1.3, 4.1.9, 4.2.1). */
const reportKind = ({ tag, kind }: TagChange, values: Values): NoticeKind | null => {
  const report = tag.majorChange ?? tag.reportedAs;
  if (!report || kind === 'CLEARED') return null;
  if (kind === 'CHANGED') return report;
  const isNew = report === 'SPECIAL_NEED' ? !saysNone(values[tag.name]) : report === 'COMPETITION';
  return isNew ? report : null;
};

/** What the changes of a subject complete, with the kinds of change whose tag was edited before and is complete now. */
export const completionsOf = (
  { values, version }: Pick<Subject, 'values' | 'version'>,
  changes: readonly TagChange[],
  entry: Entry,
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
