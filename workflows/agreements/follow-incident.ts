import { phrase } from '../messages/phrase.ts';
import type { Consequences } from '../run/consequences.ts';
import { differenceOf } from '../run/difference.ts';
import { tagLabel } from '../run/labels.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, type Run, textOrNull, writtenBy } from '../run/run.ts';

const hasMeasure = ({ measure }: TwentyRecord): boolean => textOrNull(measure) !== null;

/** Whether a breach has been pursued to its end: by a measure, which is on record (6.3.4). */
export const isPursued = (incident: TwentyRecord): boolean => incident.status === 'CLOSED' && hasMeasure(incident);

/** What follows from how far a breach is pursued: closed without a measure, it is open again, and says why. */
export const followIncident = (run: Run, incident: TwentyRecord): Consequences => {
  if (hasMeasure(incident)) {
    const patch = textOrNull(incident.result) === null ? undefined : differenceOf(incident, { result: '' });
    return patch ? { patches: { tagIncident: [patch] } } : {};
  }
  if (incident.status !== 'CLOSED') return {};
  const { noticeLanguage: language } = run.settings;
  const note = phrase('refusal.MEASURE_MISSING', language);
  const id = idOf(incident);
  const updatedAt = textOrNull(incident.updatedAt);
  const at = updatedAt ?? run.now.toISOString();
  return {
    putBack: [{ object: 'tagIncident', id, updatedAt, fields: { status: 'OPEN', result: note } }],
    facts: [
      {
        kind: 'REVERTED',
        object: 'tagMember',
        // Everybody reads the log, and few a breach: it tells what was put back, and not whose breach it was.
        subjectId: null,
        record: tagLabel('tagIncident', 'name', language),
        key: `incident:${id}:${at}`,
        at,
        by: writtenBy(incident)?.by ?? null,
        note,
      },
    ],
  };
};
