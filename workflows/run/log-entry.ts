import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { type PhraseKey, phrase } from '../messages/phrase.ts';
import type { ReviewPoint } from './action.ts';
import { recordId } from './record-id.ts';
import { linkTo, type Run } from './run.ts';
import type { Patch } from './snapshot.ts';

/** The kinds of judged facts. */
export type LogKind =
  | 'ENTERED'
  | 'CHANGED'
  | 'CHECKED'
  | 'APPROVED'
  | 'RETURNED'
  | 'REFUSED'
  | 'STAGE_MOVED'
  | 'REVERTED'
  | 'NOTICE_OPENED'
  | 'NOTICE_CLOSED'
  | 'NOTICE_OVERDUE'
  | 'CHECK_MISSED'
  | 'NOTICE_CORRECTED'
  | 'VERIFICATION'
  | 'COMPLETED'
  | 'CORRECTED'
  | 'CORRECTION_MISSED'
  | 'COMPLETION_MISSED'
  | 'MERGED'
  | 'DICTIONARY'
  | 'AGREEMENT'
  | 'RECTIFICATION_ISSUED'
  | 'RECTIFICATION_ANSWERED'
  | 'RECTIFICATION_MISSED'
  | 'RECTIFICATION_REOPENED'
  | 'RECTIFIED';

/** A judged fact (3.2.8, 4.3.3). Before and after are words of tags that are not sensitive. */
export interface Fact {
  readonly kind: LogKind;
  readonly object: GovernedObject;
  /** Null when the record it tells of is not known any more. */
  readonly subjectId: string | null;
  readonly record: string;
  /** Tells this fact from every other of its kind and subject; the same fact always has the same. */
  readonly key: string;
  /** ISO 8601. */
  readonly at: string;
  readonly by?: string | null;
  /** Whose entry was judged, or whose deadline it was. */
  readonly responsible?: string | null;
  readonly passedPoints?: readonly ReviewPoint[];
  readonly failedPoints?: readonly ReviewPoint[];
  readonly tag?: string;
  readonly before?: string | null;
  readonly after?: string | null;
  /** The last day on which it was in time, `YYYY-MM-DD`. */
  readonly dueOn?: string | null;
  readonly onTime?: boolean;
  readonly note?: string;
}

/** The row of the log that a fact makes: one, whoever finds it and how often. */
export const logRow = (run: Pick<Run, 'names' | 'roster' | 'settings'>, fact: Fact): Patch => {
  const nameOf = (member: string | null | undefined) => (member ? run.names.get(member) : undefined);
  const [byName, responsibleName] = [nameOf(fact.by), nameOf(fact.responsible)];
  const key = `${fact.kind}:${fact.subjectId ?? 'none'}:${fact.key}`;
  const by = run.roster.member(fact.by);
  const responsible = run.roster.member(fact.responsible);
  return {
    id: recordId(`log:${key}`),
    fields: {
      key,
      name: phrase(`log.${fact.kind}` as PhraseKey, run.settings.noticeLanguage, { record: fact.record }),
      kind: fact.kind,
      at: fact.at,
      ...(fact.subjectId ? { [linkTo(fact.object)]: fact.subjectId } : {}),
      ...(by ? { byId: by } : {}),
      ...(byName ? { byName } : {}),
      ...(responsible ? { responsibleId: responsible } : {}),
      ...(responsibleName ? { responsibleName } : {}),
      ...(fact.passedPoints?.length ? { passedPoints: fact.passedPoints } : {}),
      ...(fact.failedPoints?.length ? { failedPoints: fact.failedPoints } : {}),
      ...(fact.tag ? { tag: fact.tag } : {}),
      ...(fact.before ? { before: fact.before } : {}),
      ...(fact.after ? { after: fact.after } : {}),
      ...(fact.dueOn ? { dueOn: fact.dueOn } : {}),
      ...(fact.onTime === undefined ? {} : { onTime: fact.onTime }),
      ...(fact.note ? { note: fact.note } : {}),
    },
  };
};
