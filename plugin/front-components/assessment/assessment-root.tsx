import type { ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import type { AssessmentPage, Sheet } from '../../../workflows/assessment/sheet.ts';
import { LookContext, PALETTES, STYLES, type Tone } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Message } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { Tag } from '../parts/tag.tsx';
import { useCompleteSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import { BehindList, RecordList } from './behind-list.tsx';
import { Course } from './course.tsx';
import { showScore } from './numbers.ts';
import { RateList } from './rate-list.tsx';
import { SheetActions } from './sheet-actions.tsx';
import { type AssessmentState, useAssessment } from './use-assessment.ts';
import { type SayAssessment, useSayAssessment } from './use-say-assessment.ts';

/** Room for a sheet of ordinary length. */
const RESERVED = 480;

const GRADE_TONES: Readonly<Record<string, Tone>> = {
  EXCELLENT: 'good',
  GOOD: 'good',
  PASSED: 'warn',
  FAILED: 'bad',
};

interface Props {
  readonly page: AssessmentPage;
  readonly state: AssessmentState;
  readonly say: SayAssessment;
}

/** Which quarter is looked at, where there are several. */
const QuarterChoice = ({ page: { quarters, sheet }, state, say }: Props): ReactNode => (
  <Field label={say('quarter')}>
    {(props) => (
      <select
        {...props}
        value={sheet?.quarter ?? ''}
        disabled={state.isBusy}
        onChange={(event) => void state.ask({ quarter: event.target.value })}
      >
        {quarters.map((quarter) => (
          <option key={quarter} value={quarter}>
            {quarter}
          </option>
        ))}
      </select>
    )}
  </Field>
);

const SheetView = ({ page, sheet, state, say }: Props & { readonly sheet: Sheet }): ReactNode => {
  const { language } = page;
  return (
    <>
      <header style={STYLES.row}>
        <strong style={{ fontSize: 16 }}>
          {page.member} · {sheet.quarter}
        </strong>
        <Tag tone={sheet.score === null ? 'muted' : (GRADE_TONES[sheet.grade ?? ''] ?? 'muted')}>
          {sheet.score === null
            ? say('noScore')
            : [say('score', { score: showScore(sheet.score, language) }), sheet.gradeLabel].filter(Boolean).join(' · ')}
        </Tag>
        <Tag tone="muted">{sheet.statusLabel}</Tag>
      </header>
      <SheetActions key={sheet.quarter} sheet={sheet} state={state} say={say} />
      <Section title={say('rates')}>
        <RateList sheet={sheet} say={say} language={language} />
      </Section>
      <Section title={say('behind')}>
        <BehindList page={page} say={say} />
      </Section>
      <Section title={say('records')}>
        <RecordList records={page.records} say={say} />
      </Section>
      <Section title={say('course')}>
        <Course page={page} sheet={sheet} say={say} />
      </Section>
    </>
  );
};

const Assessments = ({ id }: { readonly id: string }): ReactNode => {
  const { language, say: sayPanel } = useSay();
  const say = useSayAssessment(language);
  const state = useAssessment(id, sayPanel);
  const { page, isBusy, failure, ask } = state;
  return (
    <div aria-busy={isBusy} style={STYLES.column}>
      {!page && isBusy && <Message told={{ tone: 'muted', text: say('loading') }} />}
      {!page && !isBusy && failure && (
        <>
          <Message told={{ tone: 'bad', text: failure }} />
          <div>
            <Button onClick={() => void ask({})}>{say('retry')}</Button>
          </div>
        </>
      )}
      {page && page.quarters.length > 1 && <QuarterChoice page={page} state={state} say={say} />}
      {page?.sheet && <SheetView page={page} sheet={page.sheet} state={state} say={say} />}
      {page && !page.sheet && <p style={STYLES.plain}>{say('none')}</p>}
    </div>
  );
};

/** The assessments of the member whose page it is, for that member and whoever assesses (I3–I6, I9). */
export const AssessmentRoot = (): ReactNode => {
  const { language } = useSay();
  const say = useSayAssessment(language);
  const subject = useCompleteSubject();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const id = subject?.object === 'tagMember' && subject.ids.length === 1 ? subject.ids[0] : undefined;
  return (
    <LookContext.Provider value={look}>
      <section
        aria-label={say('title')}
        aria-busy={subject === null}
        style={{ ...STYLES.root(look), ...STYLES.column, minHeight: RESERVED }}
      >
        <h2 style={STYLES.unseen}>{say('title')}</h2>
        <p style={{ ...STYLES.plain, color: look.muted, fontSize: 12 }}>{say('setting')}</p>
        {id !== undefined && <Assessments key={id} id={id} />}
        {id === undefined && subject !== null && <p style={STYLES.plain}>{say('noMember')}</p>}
      </section>
    </LookContext.Provider>
  );
};
