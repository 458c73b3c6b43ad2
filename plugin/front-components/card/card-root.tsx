import type { ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Message } from '../parts/message.tsx';
import { failureText } from '../route-client.ts';
import { useCompleteSubject } from '../subject.ts';
import { useSay } from '../use-say.ts';
import { CardView } from './card-view.tsx';
import { PRINTED, PrintStyle } from './print-style.tsx';
import { useCard, useSayCard } from './use-card.ts';

/** Room for a card of ordinary length. */
const RESERVED = 480;

/** The card of one opportunity, in whichever state it is. */
const LoadedCard = ({ id }: { readonly id: string }): ReactNode => {
  const { language, say: sayPanel } = useSay();
  const say = useSayCard(language);
  const [answer, again] = useCard(id);
  return (
    <div aria-busy={answer.state === 'LOADING'}>
      {answer.state === 'READY' && <CardView card={answer.value} say={say} sayPanel={sayPanel} />}
      {answer.state === 'LOADING' && <Message told={{ tone: 'muted', text: say('loading') }} />}
      {answer.state === 'FAILED' && (
        <div style={STYLES.column}>
          <Message told={{ tone: 'bad', text: failureText(answer.error, sayPanel) }} />
          <div>
            <Button onClick={again}>{sayPanel('retry')}</Button>
          </div>
        </div>
      )}
    </div>
  );
};

/** The decision card of the opportunity that is open (5.1.5, 5.1.6). */
export const CardRoot = (): ReactNode => {
  const { language } = useSay();
  const say = useSayCard(language);
  const subject = useCompleteSubject();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const id = subject?.object === 'opportunity' && subject.ids.length === 1 ? subject.ids[0] : undefined;
  return (
    <LookContext.Provider value={look}>
      <PrintStyle />
      <section
        className={PRINTED}
        aria-label={say('title')}
        aria-busy={subject === null}
        style={{ ...STYLES.root(look), minHeight: RESERVED }}
      >
        {id !== undefined && <LoadedCard key={id} id={id} />}
        {id === undefined && subject !== null && <p style={STYLES.plain}>{say('noDeal')}</p>}
      </section>
    </LookContext.Provider>
  );
};
