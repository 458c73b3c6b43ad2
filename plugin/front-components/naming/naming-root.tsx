import { type ReactNode, useState } from 'react';
import { AppPath, navigate, useColorScheme } from 'twenty-sdk/front-component';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Answered } from '../status/answered.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { loadOwnTerms } from './load-own-terms.ts';
import { NAMING_WORDS } from './naming-words.ts';
import { RuleList } from './rule-list.tsx';
import { TagGuide } from './tag-guide.tsx';

/** The terms the company itself has accepted, and the way to the dictionary. */
const OwnTerms = (): ReactNode => {
  const { language } = useSay();
  const [terms, again] = useAnswer(loadOwnTerms);
  return (
    <>
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
    </>
  );
};

/** The parts of the page: what is looked up each day first. */
const PARTS = [
  { key: 'tags', Part: TagGuide },
  { key: 'rules', Part: RuleList },
  { key: 'own', Part: OwnTerms },
] as const;

/** Twenty cuts off what is taller than its place on the page. */
const TALLEST = 860;

/** How tags are named and used (1.3.3, 3.1.8–3.1.10), from the rules and the taxonomy themselves. */
export const NamingRoot = (): ReactNode => {
  const { language } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const [shown, show] = useState<(typeof PARTS)[number]['key']>('tags');
  return (
    <LookContext.Provider value={look}>
      <section aria-label={NAMING_WORDS.title[language]} style={{ ...STYLES.root(look), ...STYLES.column }}>
        <h2 style={STYLES.unseen}>{NAMING_WORDS.title[language]}</h2>
        <nav aria-label={NAMING_WORDS.title[language]} style={STYLES.row}>
          {PARTS.map(({ key }) => (
            <Button key={key} isMain={key === shown} onClick={() => show(key)}>
              {NAMING_WORDS[key][language]}
            </Button>
          ))}
        </nav>
        {PARTS.filter(({ key }) => key === shown).map(({ key, Part }) => (
          <section
            key={key}
            aria-label={NAMING_WORDS[key][language]}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
            tabIndex={0}
            style={{ maxHeight: TALLEST, overflowY: 'auto' }}
          >
            <h3 style={STYLES.unseen}>{NAMING_WORDS[key][language]}</h3>
            <Part />
          </section>
        ))}
      </section>
    </LookContext.Provider>
  );
};
