import type { ReactNode } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import type { AccessList } from '../../../workflows/access/holders.ts';
import { showDate } from '../dates.ts';
import { fill } from '../fill.ts';
import { LookContext, PALETTES, STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Line } from '../parts/line.tsx';
import { Message } from '../parts/message.tsx';
import { failureText, postRoute } from '../route-client.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { HolderTable } from './holder-table.tsx';
import { HOLDERS_WORDS } from './holders-words.ts';

const loadHolders = (): Promise<AccessList> => postRoute<AccessList>('holders', {});

/** How many of them are without an agreement, and what follows from it. */
const Verdict = ({ list }: { readonly list: AccessList }): ReactNode => {
  const { language, holders, agreementsFrom, today } = list;
  const count = holders.filter(({ isBound }) => !isBound).length;
  if (count === 0)
    return (
      <Line icon="check" tone="good">
        {HOLDERS_WORDS.allBound[language]}
      </Line>
    );
  const isNeeded = agreementsFrom !== null && agreementsFrom <= today;
  const date = agreementsFrom === null ? '' : showDate(agreementsFrom, language);
  return (
    <Line icon="warning" tone={isNeeded ? 'bad' : 'warn'}>
      {fill(HOLDERS_WORDS[isNeeded ? 'unbound' : 'due'][language], { count, date })}
    </Line>
  );
};

const Found = ({ list }: { readonly list: AccessList }): ReactNode => {
  const look = useLook();
  const { language, holders, others } = list;
  const muted = { ...STYLES.plain, color: look.muted };
  return (
    <div style={STYLES.column}>
      <p style={STYLES.plain}>{HOLDERS_WORDS.intro[language]}</p>
      {holders.length === 0 ? (
        <p style={STYLES.plain}>{HOLDERS_WORDS.nobody[language]}</p>
      ) : (
        <>
          <Verdict list={list} />
          <HolderTable list={list} />
        </>
      )}
      {others > 0 && <p style={muted}>{fill(HOLDERS_WORDS.others[language], { count: others })}</p>}
      <p style={muted}>{HOLDERS_WORDS.sinceNote[language]}</p>
    </div>
  );
};

/** Who holds which role that shows sensitive tags, since when, and how their agreement stands (6.1.1–6.1.3, 6.3.1). */
export const HoldersRoot = (): ReactNode => {
  const { language, say } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const [answer, again] = useAnswer(loadHolders);
  return (
    <LookContext.Provider value={look}>
      <section
        aria-label={HOLDERS_WORDS.title[language]}
        aria-busy={answer.state === 'LOADING'}
        style={{ ...STYLES.root(look), ...STYLES.column, minHeight: 320 }}
      >
        <h2 style={STYLES.unseen}>{HOLDERS_WORDS.title[language]}</h2>
        {answer.state === 'LOADING' && <Message told={{ tone: 'muted', text: HOLDERS_WORDS.loading[language] }} />}
        {answer.state === 'READY' && <Found list={answer.value} />}
        {answer.state === 'FAILED' && (
          <>
            <Message told={{ tone: 'bad', text: failureText(answer.error, say) }} />
            <div>
              <Button onClick={again}>{HOLDERS_WORDS.retry[language]}</Button>
            </div>
          </>
        )}
      </section>
    </LookContext.Provider>
  );
};
