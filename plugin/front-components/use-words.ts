import { useMemo } from 'react';
import type { Language, Words } from '../../objects/taxonomy/types.ts';
import { fill } from './fill.ts';

/** Says a word of some, its places filled. */
export type SayOf<Word extends string> = (word: Word, data?: Readonly<Record<string, string | number>>) => string;

/** What a page of its own says, in one language. */
export const useWords = <Word extends string>(words: Readonly<Record<Word, Words>>, language: Language): SayOf<Word> =>
  useMemo(
    () =>
      (word, data = {}) =>
        fill(words[word][language], data),
    [words, language],
  );
