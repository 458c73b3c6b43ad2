import { type ReactNode, useCallback, useId, useState } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { Bulletin } from '../../../workflows/assessment/bulletin.ts';
import { PRINTED, PrintStyle, SCREEN_ONLY } from '../card/print-style.tsx';
import { monthName } from '../charts/month-name.ts';
import { showInstant } from '../dates.ts';
import { LookContext, PALETTES, STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Field } from '../parts/field.tsx';
import { Message } from '../parts/message.tsx';
import { failureText, postRoute } from '../route-client.ts';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { BulletinTable } from './bulletin-table.tsx';
import { type SayAssessment, useSayAssessment } from './use-say-assessment.ts';

/** Room for the tables of a few teams. */
const RESERVED = 420;

const nameOf = (month: string, language: Language): string => monthName(`${month}-01`, language);

const Teams = ({ bulletin, say }: { readonly bulletin: Bulletin; readonly say: SayAssessment }): ReactNode => {
  const look = useLook();
  const id = useId();
  const { language, month, at, timeZone, weights, teams } = bulletin;
  if (teams.length === 0) return <p style={STYLES.plain}>{say('nobody')}</p>;
  return (
    <>
      <h2 id={id} style={{ margin: 0, fontSize: 16, fontWeight: 600 }}>
        {say('bulletin')} · {nameOf(month, language)}
      </h2>
      {teams.map((team) => (
        <section key={team.total.id} aria-labelledby={`${id}-${team.total.id}`}>
          <h3 id={`${id}-${team.total.id}`} style={STYLES.label(look)}>
            {team.manager === null ? say('noTeam') : say('team', { name: team.manager })}
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard too */}
          <section aria-labelledby={`${id}-${team.total.id}`} tabIndex={0} style={{ overflowX: 'auto' }}>
            <BulletinTable team={team} say={say} language={language} />
          </section>
        </section>
      ))}
      <footer style={{ color: look.muted, fontSize: 12 }}>
        <p style={STYLES.plain}>{say('standing', { at: showInstant(at, language, timeZone) })}</p>
        <p style={STYLES.plain}>{say('weights', Object.fromEntries(weights.entries()))}</p>
        <p style={STYLES.plain}>{say('setting')}</p>
        <p className={SCREEN_ONLY} style={STYLES.plain}>
          {say('toPrint')}
        </p>
      </footer>
    </>
  );
};

/** Which month is looked at. */
const MonthChoice = ({
  bulletin: { month, months, language },
  say,
  onChange,
}: {
  readonly bulletin: Bulletin;
  readonly say: SayAssessment;
  readonly onChange: (month: string) => void;
}): ReactNode => (
  <div className={SCREEN_ONLY}>
    <Field label={say('month')}>
      {(props) => (
        <select {...props} value={month} onChange={(event) => onChange(event.target.value)}>
          {months.map((one) => (
            <option key={one} value={one}>
              {nameOf(one, language)}
            </option>
          ))}
        </select>
      )}
    </Field>
  </div>
);

const OfMonth = ({
  month,
  say,
  onChange,
}: {
  /** Empty for the one that ended last. */
  readonly month: string;
  readonly say: SayAssessment;
  readonly onChange: (month: string) => void;
}): ReactNode => {
  const { say: sayPanel } = useSay();
  const [answer, again] = useAnswer(useCallback(() => postRoute<Bulletin>('bulletin', { month }), [month]));
  return (
    <div aria-busy={answer.state === 'LOADING'} style={STYLES.column}>
      {answer.state === 'LOADING' && <Message told={{ tone: 'muted', text: say('loading') }} />}
      {answer.state === 'READY' && (
        <>
          <MonthChoice bulletin={answer.value} say={say} onChange={onChange} />
          <Teams bulletin={answer.value} say={say} />
        </>
      )}
      {answer.state === 'FAILED' && (
        <>
          <Message told={{ tone: 'bad', text: failureText(answer.error, sayPanel) }} />
          <div>
            <Button onClick={again}>{say('retry')}</Button>
          </div>
        </>
      )}
    </div>
  );
};

/** The bulletin of a month by team and member, to be printed and passed round (I10). */
export const BulletinRoot = (): ReactNode => {
  const { language } = useSay();
  const say = useSayAssessment(language);
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const [month, setMonth] = useState('');
  return (
    <LookContext.Provider value={look}>
      <PrintStyle />
      <section
        className={PRINTED}
        aria-label={say('bulletin')}
        style={{ ...STYLES.root(look), ...STYLES.column, minHeight: RESERVED }}
      >
        <OfMonth month={month} say={say} onChange={setMonth} />
      </section>
    </LookContext.Provider>
  );
};
