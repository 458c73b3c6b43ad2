import type { ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import { BehindList } from '../assessment/behind-list.tsx';
import { useSayAssessment } from '../assessment/use-say-assessment.ts';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { Section } from '../parts/section.tsx';
import { useSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import { SampleList } from './sample-list.tsx';
import { ScoreList } from './score-list.tsx';
import { useInspection, useSayInspection } from './use-inspection.ts';

/** Room for a sheet of ordinary length. */
const RESERVED = 480;

const Sheet = ({ id }: { readonly id: string }): ReactNode => {
  const { language, say: sayPanel } = useSay();
  const say = useSayInspection(language);
  const sayAssessment = useSayAssessment(language);
  const state = useInspection(id, sayPanel);
  const { page, isBusy, failure, ask } = state;
  return (
    <div aria-busy={isBusy} style={STYLES.column}>
      {!page && isBusy && <Message told={{ tone: 'muted', text: say('loading') }} />}
      {failure && <Message told={{ tone: 'bad', text: failure }} />}
      {!page && !isBusy && failure && (
        <div>
          <Button onClick={() => void ask({})}>{say('retry')}</Button>
        </div>
      )}
      {page && (
        <>
          <strong style={{ fontSize: 16 }}>{page.name}</strong>
          <Section title={say('scores')}>
            <ScoreList page={page} say={say} />
          </Section>
          <Section title={say('sample')}>
            <SampleList page={page} state={state} say={say} />
          </Section>
          <Section title={say('behind')}>
            <BehindList page={page} say={sayAssessment} />
          </Section>
        </>
      )}
    </div>
  );
};

/** The inspection whose page it is, for whoever supervises (7.1.1–7.1.4). */
export const InspectionRoot = (): ReactNode => {
  const { language } = useSay();
  const say = useSayInspection(language);
  const [id] = useSubject().ids;
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  return (
    <LookContext.Provider value={look}>
      <section aria-label={say('title')} style={{ ...STYLES.root(look), ...STYLES.column, minHeight: RESERVED }}>
        <h2 style={STYLES.unseen}>{say('title')}</h2>
        <p style={{ ...STYLES.plain, color: look.muted, fontSize: 12 }}>{say('setting')}</p>
        {id !== undefined && <Sheet key={id} id={id} />}
      </section>
    </LookContext.Provider>
  );
};
