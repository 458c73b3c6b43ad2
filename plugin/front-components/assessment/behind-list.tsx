import type { ReactNode } from 'react';
import { AppPath, navigate } from 'twenty-sdk/front-component';
import type { AssessmentPage, Behind } from '../../../workflows/assessment/sheet.ts';
import { showDate, showInstant } from '../dates.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import type { SayAssessment } from './use-say-assessment.ts';

/** Lines shown at once. */
const SHOWN = 30;

const openRecord = ({ target }: Behind): void => {
  if (!target) return;
  void navigate(AppPath.RecordShowPage, { objectNameSingular: target.object, objectRecordId: target.id });
};

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
  const whenOf = ({ dueOn, at }: Behind): string =>
    dueOn ? say('dueOn', { date: showDate(dueOn, language) }) : at ? showInstant(at, language, timeZone) : '';
  return (
    <>
      <ul style={STYLES.list}>
        {behind.slice(0, SHOWN).map((line) => (
          <li key={line.id} style={STYLES.row}>
            <span style={{ fontWeight: 500 }}>{line.label}</span>
            <span style={{ color: look.muted }}>
              {[whenOf(line), ...(line.byDiscovery ? [say('byDiscovery')] : [])].filter(Boolean).join(' · ')}
            </span>
            {line.target ? (
              <Button label={say('open', { record: line.record })} onClick={() => openRecord(line)}>
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
