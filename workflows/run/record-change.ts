/** A record as an event or an answer of the API carries it. */
export type TwentyRecord = Readonly<Record<string, unknown>>;

export type ChangeAction = 'created' | 'updated' | 'deleted' | 'restored' | 'destroyed';
const ACTIONS: ReadonlySet<string> = new Set(['created', 'updated', 'deleted', 'restored', 'destroyed']);

/** One change of one record, whichever payload it came in. */
export interface RecordChange {
  readonly object: string;
  readonly action: ChangeAction;
  readonly recordId: string;
  readonly before: TwentyRecord | null;
  readonly after: TwentyRecord | null;
  /** The workspace member who made it; null for an API key and for applications. */
  readonly memberId: string | null;
  /** When the record was written, ISO 8601; the event itself carries no time, so for one destroyed the last before that. */
  readonly at: string;
  /** Written by an application, ours among them. A write with a member behind it is that member's, whatever it claims. */
  readonly byApplication: boolean;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const recordOrNull = (value: unknown): TwentyRecord | null => (isRecord(value) ? value : null);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Twenty names whoever makes or updates a record, and lets that name stand when somebody deletes or restores it. */
const actorOf = (action: ChangeAction, record: TwentyRecord): TwentyRecord | null => {
  if (action === 'created') return recordOrNull(record.createdBy);
  return action === 'updated' ? recordOrNull(record.updatedBy) : null;
};

const changeOf = (object: string, action: ChangeAction, event: Record<string, unknown>): RecordChange | null => {
  const properties = isRecord(event.properties) ? event.properties : {};
  const before = recordOrNull(properties.before);
  const after = recordOrNull(properties.after);
  const record = after ?? before;
  const recordId = text(event.recordId) || text(record?.id);
  if (!recordId || !record) return null;
  const deletedAt = action === 'deleted' ? text(record.deletedAt) : '';
  return {
    object,
    action,
    recordId,
    before,
    after,
    memberId: text(event.workspaceMemberId) || null,
    at: deletedAt || text(record.updatedAt) || text(record.createdAt),
    byApplication: actorOf(action, record)?.source === 'APPLICATION' && text(event.workspaceMemberId) === '',
  };
};

/**
 * Reads a database event in either of Twenty's shapes: one payload a record, or one payload with `events` (batch).
 * Events of another kind than a record's life (`upserted`) and events without a record give nothing: they repeat
 * what a created or updated event says.
 * @throws TypeError when the payload is no database event at all
 */
export const readChanges = (payload: unknown): readonly RecordChange[] => {
  if (!isRecord(payload) || typeof payload.name !== 'string' || !payload.name.includes('.')) {
    throw new TypeError('Not a database event: expected {name: "object.action", …}');
  }
  const [object = '', action = ''] = payload.name.split('.');
  if (!ACTIONS.has(action)) return [];
  const events = Array.isArray(payload.events) ? payload.events : [payload];
  return events
    .filter(isRecord)
    .map((event) => changeOf(object, action as ChangeAction, event))
    .filter((change) => change !== null);
};
