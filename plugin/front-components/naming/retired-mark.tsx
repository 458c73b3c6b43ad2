import type { ReactNode } from 'react';
import { fill } from '../fill.ts';
import { useLook } from '../look.ts';
import { useSay } from '../use-say.ts';
import { NAMING_WORDS } from './naming-words.ts';

/** Says of what is not used any more what to use in its place; nothing of what is in use. */
export const RetiredMark = ({ replacement }: { readonly replacement: string | null }): ReactNode => {
  const { language } = useSay();
  const look = useLook();
  if (replacement === null) return null;
  // In the line itself, which stays as high as it is when the dictionary has come.
  return (
    <span style={{ color: look.warn }}>
      {replacement ? fill(NAMING_WORDS.replaced[language], { word: replacement }) : NAMING_WORDS.retired[language]}{' '}
    </span>
  );
};
