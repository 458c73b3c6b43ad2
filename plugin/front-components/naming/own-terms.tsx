import type { ReactNode } from 'react';
import { AppPath, navigate } from 'twenty-sdk/front-component';
import { otherNamesLines } from '../../../workflows/dictionary/usage-of.ts';
import { fill } from '../fill.ts';
import { STYLES, useLook } from '../look.ts';
import { Button } from '../parts/button.tsx';
import { Answered } from '../status/answered.tsx';
import type { Answer } from '../use-answer.ts';
import { useSay } from '../use-say.ts';
import type { DictionaryEntry } from './load-dictionary.ts';
import { NAMING_WORDS } from './naming-words.ts';
import type { OwnTerm, RetiredWord, WorkspaceGuide } from './with-dictionary.ts';

const Accepted = ({ terms }: { readonly terms: readonly OwnTerm[] }): ReactNode => {
  const { language } = useSay();
  if (terms.length === 0) return <p style={STYLES.plain}>{NAMING_WORDS.noOwn[language]}</p>;
  return (
    <ul style={STYLES.list}>
      {terms.map(({ id, term, definition, usage, aliases }) => (
        <li key={id}>
          <strong>{term}</strong>
          {[definition, usage, ...otherNamesLines(aliases, language)].filter(Boolean).map((line) => (
            <div key={line}>{line}</div>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** What is not used any more, and what to use in its place; nothing where all is in use. */
const Retired = ({ words }: { readonly words: readonly RetiredWord[] }): ReactNode => {
  const { language } = useSay();
  const look = useLook();
  if (words.length === 0) return null;
  return (
    <section aria-label={NAMING_WORDS.retired[language]} style={{ marginTop: 12 }}>
      <h4 style={STYLES.heading}>{NAMING_WORDS.retired[language]}</h4>
      <ul style={STYLES.list}>
        {words.map(({ id, word, of, replacement }) => (
          <li key={id}>
            <strong>{word}</strong> {of && <span style={{ color: look.muted }}>{of}</span>}
            {replacement && <div>{fill(NAMING_WORDS.instead[language], { word: replacement })}</div>}
          </li>
        ))}
      </ul>
    </section>
  );
};

interface Props {
  readonly guide: WorkspaceGuide;
  readonly answer: Answer<readonly DictionaryEntry[]>;
  readonly again: () => void;
}

/** The terms the company itself has accepted, the words it uses no more, and the way to the dictionary. */
export const OwnTerms = ({ guide, answer, again }: Props): ReactNode => {
  const { language } = useSay();
  return (
    <>
      <div style={{ minHeight: 40, paddingBottom: 8 }}>
        <Answered answer={answer} again={again}>
          {() => (
            <>
              <Accepted terms={guide.own} />
              <Retired words={guide.retired} />
            </>
          )}
        </Answered>
      </div>
      <Button onClick={() => void navigate(AppPath.RecordIndexPage, { objectNamePlural: 'tagDefinitions' })}>
        {NAMING_WORDS.openDictionary[language]}
      </Button>
    </>
  );
};
