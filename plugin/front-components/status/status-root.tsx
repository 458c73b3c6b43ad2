import type { ReactNode } from 'react';
import { AppPath, getApplicationVariable, navigate, useColorScheme } from 'twenty-sdk/front-component';
import type { Words } from '../../../objects/taxonomy/types.ts';
import { settingEntries } from '../../../workflows/setting-entries.ts';
import { readSettings, type Settings } from '../../../workflows/settings.ts';
import { fill } from '../fill.ts';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { Answered } from './answered.tsx';
import { CalendarLine } from './calendar-line.tsx';
import { DutyList } from './duty-list.tsx';
import { loadHolders, loadSweeps } from './load-status.ts';
import { STATUS_WORDS } from './status-words.ts';
import { SweepList } from './sweep-list.tsx';

/** The settings as the hooks take them: what cannot be used is replaced by its default. */
const currentSettings = (): Settings =>
  readSettings(Object.fromEntries(settingEntries.map(({ name }) => [name, getApplicationVariable(name)]))).settings;

const yearIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date()));

const Action = ({ children, onClick }: { readonly children: string; readonly onClick: () => void }): ReactNode => (
  <div style={{ marginTop: 8 }}>
    <Button onClick={onClick}>{children}</Button>
  </div>
);

/** Opens a table of records. */
const GoTo = ({ table, words }: { readonly table: string; readonly words: Words }): ReactNode => {
  const { language } = useSay();
  return (
    <Action onClick={() => void navigate(AppPath.RecordIndexPage, { objectNamePlural: table })}>
      {words[language]}
    </Action>
  );
};

/** What is looked up comes last and all at once: nothing below it has to move. */
const LiveSections = ({ timeZone }: { readonly timeZone: string }): ReactNode => {
  const { language } = useSay();
  const [holders, askHolders] = useAnswer(loadHolders);
  const [sweeps, askSweeps] = useAnswer(loadSweeps);
  const isLoading = holders.state === 'LOADING' || sweeps.state === 'LOADING';
  return (
    <div aria-busy={isLoading} style={{ ...STYLES.column, minHeight: 260 }}>
      <div role="status">{isLoading && <p style={STYLES.plain}>{STATUS_WORDS.loading[language]}</p>}</div>
      {!isLoading && (
        <>
          <Section title={STATUS_WORDS.duties[language]}>
            <Answered answer={holders} again={askHolders}>
              {(found) => <DutyList holders={found} />}
            </Answered>
            <GoTo table="tagMembers" words={STATUS_WORDS.openTeam} />
          </Section>
          <Section title={STATUS_WORDS.sweeps[language]}>
            <Answered answer={sweeps} again={askSweeps}>
              {(found) => <SweepList sweeps={found} timeZone={timeZone} />}
            </Answered>
            <GoTo table="tagLogs" words={STATUS_WORDS.openLog} />
          </Section>
        </>
      )}
    </div>
  );
};

/** How the policy is set up in this workspace: duties, enforcement, calendar, sweeps, and where to change them. */
export const StatusRoot = (): ReactNode => {
  const { language } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const { timeZone, dayEndsAt, enforcement } = currentSettings();
  return (
    <LookContext.Provider value={look}>
      <section aria-label={STATUS_WORDS.title[language]} style={{ ...STYLES.root(look), ...STYLES.column }}>
        <h2 style={STYLES.unseen}>{STATUS_WORDS.title[language]}</h2>
        <Section title={STATUS_WORDS.enforcement[language]}>
          <p style={STYLES.plain}>{STATUS_WORDS[enforcement][language]}</p>
          <p style={STYLES.plain}>{fill(STATUS_WORDS.day[language], { zone: timeZone, end: dayEndsAt })}</p>
          <p style={{ ...STYLES.plain, color: look.muted }}>{STATUS_WORDS.whoSets[language]}</p>
          <Action onClick={() => void navigate(AppPath.SettingsCatchAll, { '*': 'applications' })}>
            {STATUS_WORDS.openSettings[language]}
          </Action>
        </Section>
        <Section title={STATUS_WORDS.calendar[language]}>
          <CalendarLine year={yearIn(timeZone)} />
          <GoTo table="tagCalendarDays" words={STATUS_WORDS.openCalendar} />
        </Section>
        <LiveSections timeZone={timeZone} />
      </section>
    </LookContext.Provider>
  );
};
