import type { ReactNode } from 'react';
import { AppPath, navigate } from 'twenty-sdk/front-component';
import type { ObjectName } from '../../../objects/taxonomy/types.ts';
import type { AssessmentPage, Behind, RecordBehind } from '../../../workflows/assessment/sheet.ts';
import { showDate, showInstant } from '../dates.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import type { SayAssessment } from './use-say-assessment.ts';

/** Lines shown at once. */
const SHOWN = 30;

const openRecord = ({ object, id }: { readonly object: ObjectName; readonly id: string }): void =>
  void navigate(AppPath.RecordShowPage, { objectNameSingular: object, objectRecordId: id });

/** The rows behind what is missing of the rates, each leading to its record. */
export const BehindList = ({
  page: { behind, language, timeZone },
  say,
}: {
  readonly page: Pick<AssessmentPage, 'behind' | 'language' | 'timeZone'>;
  readonly say: SayAssessment;
}): ReactNode => {
  const look = useLook();
  if (behind.length === 0) return <p style={STYLES.plain}>{say('noneBehind')}</p>;
  const whenOf = ({ dueOn, at }: Pick<Behind, 'dueOn' | 'at'>): string =>
    dueOn ? say('dueOn', { date: showDate(dueOn, language) }) : at ? showInstant(at, language, timeZone) : '';
  return (
    <>
      <ul style={STYLES.list}>
        {behind.slice(0, SHOWN).map(({ target, ...line }) => (
          <li key={line.id} style={STYLES.row}>
            <span style={{ fontWeight: 500 }}>{line.label}</span>
            <span style={{ color: look.muted }}>
              {[whenOf(line), ...(line.byDiscovery ? [say('byDiscovery')] : [])].filter(Boolean).join(' · ')}
            </span>
            {target ? (
              <Button label={say('open', { record: line.record })} onClick={() => openRecord(target)}>
                {line.record}
              </Button>
            ) : (
              <span>{line.record}</span>
            )}
          </li>
        ))}
      </ul>
      {behind.length > SHOWN && (
        <p style={{ ...STYLES.plain, color: look.muted }}>{say('more', { count: behind.length - SHOWN })}</p>
      )}
    </>
  );
};

/** The records behind completeness and propriety. How they stood when the quarter ended nobody can list any more. */
export const RecordList = ({
  records,
  say,
}: {
  readonly records: readonly RecordBehind[];
  readonly say: SayAssessment;
}): ReactNode => {
  const look = useLook();
  if (records.length === 0) return <p style={STYLES.plain}>{say('noRecords')}</p>;
  return (
    <>
      <ul style={STYLES.list}>
        {records.slice(0, SHOWN).map((record) => (
          <li key={record.id} style={STYLES.row}>
            <Button label={say('open', { record: record.name })} onClick={() => openRecord(record)}>
              {record.name}
            </Button>
            <span style={{ color: look.muted }}>
              {[
                say('completeTo', { percent: record.completeness }),
                ...(record.isImproper ? [say('improper')] : []),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      {records.length > SHOWN && (
        <p style={{ ...STYLES.plain, color: look.muted }}>{say('moreRecords', { count: records.length - SHOWN })}</p>
      )}
    </>
  );
};
