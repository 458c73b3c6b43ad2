import type { ChangeCause } from '../../objects/taxonomy/notice-kinds.ts';
import type { GovernedObject, NoticeKind } from '../../objects/taxonomy/types.ts';
import { judgeScope, type ScopeEnvironment } from '../gateway/follow-scope.ts';
import { reportFailures } from '../gateway/report.ts';
import { upsertRecords } from '../gateway/write.ts';
import { noticeStanding, standingOf } from '../pipeline/standing.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { linkTo, nameOf } from '../run/run.ts';

/** A change of some records that somebody reports before the tags follow (4.2.1). */
export interface ReportedChange {
  readonly object: GovernedObject;
  /** Records that are there. */
  readonly ids: readonly string[];
  readonly kind: NoticeKind;
  /** ISO 8601. */
  readonly occurredAt: string;
  readonly description: string;
  /** Why a product changes; null where it is not said. */
  readonly cause: ChangeCause | null;
  /** Workspace member; null when a workflow reports. */
  readonly reportedById: string | null;
}

export interface OpenedNotice {
  readonly id: string;
  readonly name: string;
  /** Null when Twenty would not take the notice. */
  readonly noticeId: string | null;
  /** The last day for the tags to follow, `YYYY-MM-DD`. */
  readonly dueOn: string | null;
  readonly status: string | null;
}

/**
 * Opens a change notice for each record and judges it, so that its deadline and its task are there at once. A notice
 * whose judgement is cut short is judged by the sweep.
 */
export const reportChanges = async (
  environment: ScopeEnvironment,
  { object, ids, kind, occurredAt, description, cause, reportedById }: ReportedChange,
): Promise<readonly OpenedNotice[]> => {
  const link = linkTo(object);
  const drafts = ids.map((id) => ({ id, noticeId: crypto.randomUUID() }));
  const { failures } = await upsertRecords(
    environment.client,
    'tagChangeNotice',
    drafts.map(({ id, noticeId }) => ({
      id: noticeId,
      fields: {
        kind,
        [link]: id,
        occurredAt,
        description,
        ...(cause ? { cause } : {}),
        ...(reportedById ? { reportedById } : {}),
      },
    })),
  );
  reportFailures(failures);
  const refused = new Set(failures.map((failure) => failure.id));
  const taken = drafts.filter(({ id }) => !refused.has(id));
  const { snapshot, plan } = await judgeScope(
    environment,
    scopeOfRecords(
      object,
      taken.map(({ id }) => id),
      { noticeIds: taken.map(({ noticeId }) => noticeId) },
    ),
  );
  const judged = new Map(snapshot.notices.map((notice) => [notice.id, noticeStanding(notice, plan)]));
  return drafts.map(({ id, noticeId }) => {
    const notice = judged.get(noticeId);
    const record = standingOf(snapshot, plan, object, id);
    const name = record ? nameOf(object, record) : '';
    if (!notice) return { id, name, noticeId: null, dueOn: null, status: null };
    return { id, name, noticeId, dueOn: String(notice.dueOn), status: String(notice.status) };
  });
};
