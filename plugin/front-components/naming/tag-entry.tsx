import type { ReactNode } from 'react';
import type { GuideTag } from '../../../workflows/dictionary/naming-guide.ts';
import { otherNamesLines } from '../../../workflows/dictionary/usage-of.ts';
import { useLook } from '../look.ts';
import { useSay } from '../use-say.ts';
import { NAMING_WORDS } from './naming-words.ts';
import { RetiredMark } from './retired-mark.tsx';

/** A tag: what it means, and folded away how it is used and which options it has. */
export const TagEntry = ({ tag }: { readonly tag: GuideTag }): ReactNode => {
  const { language } = useSay();
  const look = useLook();
  return (
    <li style={{ paddingBottom: 6, borderBottom: `1px solid ${look.line}` }}>
      <strong>{tag.label}</strong> <RetiredMark replacement={tag.replacement} />
      <div>{tag.definition}</div>
      <details>
        <summary style={{ color: look.muted, cursor: 'pointer' }}>
          {tag.options.length > 0
            ? `${NAMING_WORDS.use[language]} · ${NAMING_WORDS.options[language]} (${tag.options.length})`
            : NAMING_WORDS.use[language]}
        </summary>
        <ul style={{ margin: '4px 0', paddingLeft: 18 }}>
          {[...tag.usage, ...otherNamesLines(tag.aliases, language)].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {tag.options.length > 0 && (
          <ul aria-label={NAMING_WORDS.options[language]} style={{ margin: '4px 0', paddingLeft: 18 }}>
            {tag.options.map(({ key, label, meaning, aliases, replacement }) => (
              <li key={key}>
                <strong>{label}</strong> <RetiredMark replacement={replacement} />
                <span style={{ color: look.muted }}>
                  {[meaning, ...otherNamesLines(aliases, language)].filter(Boolean).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        )}
      </details>
    </li>
  );
};
