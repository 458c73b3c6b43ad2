import type { ReactNode } from 'react';
import { AppPath, getApplicationVariable, navigate, useColorScheme } from 'twenty-sdk/front-component';
import { readSettings, type Settings } from '../../../workflows/settings.ts';
import { settingEntries } from '../../settings.ts';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { Answered } from './answered.tsx';
import { CalendarLine } from './calendar-line.tsx';
import { DutyList } from './duty-list.tsx';
import { fill } from './fill.ts';
import { loadHolders, loadSweeps } from './load-status.ts';
import { STATUS_WORDS } from './status-words.ts';
import { SweepList } from './sweep-list.tsx';

/** The settings as the hooks take them: what cannot be used is replaced by its default. */
const currentSettings = (): Settings =>
  readSettings(Object.fromEntries(settingEntries.map(({ name }) => [name, getApplicationVariable(name)]))).settings;

const yearIn = (timeZone: string): number =>
  Number(new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(new Date()));

const openTable = (objectNamePlural: string): void => {
  void navigate(AppPath.RecordIndexPage, { objectNamePlural });
};

/** How the policy is set up in this workspace: duties, enforcement, calendar, sweeps, and where to change them. */
export const StatusRoot = (): ReactNode => {
  const { language } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const [holders, askHolders] = useAnswer(loadHolders);
  const [sweeps, askSweeps] = useAnswer(loadSweeps);
  const { timeZone, dayEndsAt, enforcement } = currentSettings();
  return (
    <LookContext.Provider value={look}>
      <section aria-label={STATUS_WORDS.title[language]} style={{ ...STYLES.root(look), ...STYLES.column }}>
        <h2 style={{ ...STYLES.heading, fontSize: 14 }}>{STATUS_WORDS.title[language]}</h2>
        <Section title={STATUS_WORDS.duties[language]}>
          <Answered answer={holders} again={askHolders} height={100}>
            {(found) => <DutyList holders={found} />}
          </Answered>
          <Button onClick={() => openTable('tagMembers')}>{STATUS_WORDS.openTeam[language]}</Button>
        </Section>
        <Section title={STATUS_WORDS.enforcement[language]}>
          <p style={STYLES.plain}>{STATUS_WORDS[enforcement][language]}</p>
          <p style={STYLES.plain}>{fill(STATUS_WORDS.day[language], { zone: timeZone, end: dayEndsAt })}</p>
          <p style={{ margin: '0 0 8px', color: look.muted }}>{STATUS_WORDS.whoSets[language]}</p>
          <Button onClick={() => void navigate(AppPath.SettingsCatchAll, { '*': 'applications' })}>
            {STATUS_WORDS.openSettings[language]}
          </Button>
        </Section>
        <Section title={STATUS_WORDS.calendar[language]}>
          <div style={{ marginBottom: 8 }}>
            <CalendarLine year={yearIn(timeZone)} />
          </div>
          <Button onClick={() => openTable('tagCalendarDays')}>{STATUS_WORDS.openCalendar[language]}</Button>
        </Section>
        <Section title={STATUS_WORDS.sweeps[language]}>
          <Answered answer={sweeps} again={askSweeps} height={56}>
            {(found) => <SweepList sweeps={found} timeZone={timeZone} />}
          </Answered>
          <Button onClick={() => openTable('tagLogs')}>{STATUS_WORDS.openLog[language]}</Button>
        </Section>
      </section>
    </LookContext.Provider>
  );
};
