import type { ReactNode } from 'react';
import type { AssessmentPage, Sheet } from '../../../workflows/assessment/sheet.ts';
import { showDate, showInstant } from '../dates.ts';
import { STYLES, useLook } from '../look.ts';
import type { SayAssessment } from './use-say-assessment.ts';

interface Props {
  readonly page: AssessmentPage;
  readonly sheet: Sheet;
  readonly say: SayAssessment;
}

const Said = ({ title, text }: { readonly title: string; readonly text: string }): ReactNode => {
  const look = useLook();
  return (
    <li>
      <div style={{ color: look.muted }}>{title}</div>
      <div style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</div>
    </li>
  );
};

/** What became of an assessment: counted, confirmed, appealed against, decided on. */
export const Course = ({ page: { language, timeZone }, sheet, say }: Props): ReactNode => {
  const at = (instant: string): string => showInstant(instant, language, timeZone);
  const { countedAt, confirmedBy, appealUntil, status, appeal, appealedAt, decision, decidedBy, decidedAt } = sheet;
  return (
    <ul style={STYLES.list}>
      {countedAt && <li>{say('counted', { at: at(countedAt) })}</li>}
      {confirmedBy && <li>{say('confirmedBy', { name: confirmedBy })}</li>}
      {appealUntil && status === 'CONFIRMED' && (
        <li>{say('appealUntil', { date: showDate(appealUntil, language) })}</li>
      )}
      {appeal && appealedAt && <Said title={say('appealed', { at: at(appealedAt) })} text={appeal} />}
      {decision && decidedBy && <Said title={say('decided', { name: decidedBy })} text={decision} />}
      {decidedAt && <li>{say('final', { at: at(decidedAt) })}</li>}
      {sheet.measure && <Said title={say('measure')} text={sheet.measure} />}
    </ul>
  );
};
