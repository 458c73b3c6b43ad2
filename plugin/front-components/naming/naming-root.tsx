import { type ReactNode, useMemo, useState } from 'react';
import { useColorScheme } from 'twenty-sdk/front-component';
import { tagGuide } from '../../../workflows/dictionary/naming-guide.ts';
import { LookContext, PALETTES, STYLES } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { useAnswer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import { loadDictionary } from './load-dictionary.ts';
import { NAMING_WORDS } from './naming-words.ts';
import { OwnTerms } from './own-terms.tsx';
import { RuleList } from './rule-list.tsx';
import { TagGuide } from './tag-guide.tsx';
import { withDictionary } from './with-dictionary.ts';

/** The parts of the page: what is looked up each day first. */
const PARTS = ['tags', 'rules', 'own'] as const;

/** Twenty cuts off what is taller than its place on the page. */
const TALLEST = 860;

/** How tags are named and used (1.3.3, 3.1.8–3.1.10), from the rules and the taxonomy themselves. */
export const NamingRoot = (): ReactNode => {
  const { language } = useSay();
  const look = PALETTES[useColorScheme() === 'dark' ? 'dark' : 'light'];
  const [shown, show] = useState<(typeof PARTS)[number]>('tags');
  const [answer, again] = useAnswer(loadDictionary);
  const guide = useMemo(
    () => withDictionary(tagGuide(language), answer.state === 'READY' ? answer.value : []),
    [language, answer],
  );
  return (
    <LookContext.Provider value={look}>
      <section aria-label={NAMING_WORDS.title[language]} style={{ ...STYLES.root(look), ...STYLES.column }}>
        <h2 style={STYLES.unseen}>{NAMING_WORDS.title[language]}</h2>
        <nav aria-label={NAMING_WORDS.title[language]} style={STYLES.row}>
          {PARTS.map((key) => (
            <Button key={key} isMain={key === shown} onClick={() => show(key)}>
              {NAMING_WORDS[key][language]}
            </Button>
          ))}
        </nav>
        <section
          key={shown}
          aria-label={NAMING_WORDS[shown][language]}
          aria-busy={answer.state === 'LOADING'}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
          tabIndex={0}
          style={{ maxHeight: TALLEST, overflowY: 'auto' }}
        >
          <h3 style={STYLES.unseen}>{NAMING_WORDS[shown][language]}</h3>
          {shown === 'tags' && <TagGuide objects={guide.objects} />}
          {shown === 'rules' && <RuleList />}
          {shown === 'own' && <OwnTerms guide={guide} answer={answer} again={again} />}
        </section>
      </section>
    </LookContext.Provider>
  );
};
