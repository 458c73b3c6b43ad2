import type { ReactNode } from 'react';
import { AppPath, navigate, useColorScheme } from 'twenty-sdk/front-component';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Section } from '../parts/section.tsx';
import { Answered } from '../status/answered.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { loadOwnTerms } from './load-own-terms.ts';
import { NAMING_WORDS } from './naming-words.ts';
import { RuleList } from './rule-list.tsx';
import { TagGuide } from './tag-guide.tsx';

/** What is looked up comes last: nothing below it has to move. */
const OwnTerms = (): ReactNode => {
  const { language } = useSay();
  const [terms, again] = useAnswer(loadOwnTerms);
  return (
    <Section title={NAMING_WORDS.own[language]}>
      <div aria-busy={terms.state === 'LOADING'} style={{ minHeight: 40 }}>
        <Answered answer={terms} again={again}>
          {(found) =>
            found.length > 0 ? (
              <ul style={STYLES.list}>
                {found.map(({ id, term, definition, usage }) => (
                  <li key={id}>
                    <strong>{term}</strong>
                    <div>{definition}</div>
                    {usage && <div>{usage}</div>}
                  </li>
                ))}
              </ul>
            ) : (
              <p style={STYLES.plain}>{NAMING_WORDS.noOwn[language]}</p>
            )
          }
        </Answered>
      </div>
      <Button onClick={() => void navigate(AppPath.RecordIndexPage, { objectNamePlural: 'tagDefinitions' })}>
        {NAMING_WORDS.openDictionary[language]}
      </Button>
    </Section>
  );
};

/** How tags are named and used (1.3.3, 3.1.8–3.1.10), from the rules and the taxonomy themselves. */
export const NamingRoot = (): ReactNode => {
  const { language } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  return (
    <LookContext.Provider value={look}>
      <section aria-label={NAMING_WORDS.title[language]} style={{ ...STYLES.root(look), ...STYLES.column }}>
        <h2 style={STYLES.unseen}>{NAMING_WORDS.title[language]}</h2>
        <Section title={NAMING_WORDS.rules[language]}>
          <p style={{ ...STYLES.plain, marginBottom: 8 }}>{NAMING_WORDS.intro[language]}</p>
          <RuleList />
        </Section>
        <Section title={NAMING_WORDS.tags[language]}>
          <TagGuide />
        </Section>
        <OwnTerms />
      </section>
    </LookContext.Provider>
  );
};
