import { useMemo } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import { fill } from '../status/fill.ts';
import { ASSESSMENT_WORDS, type AssessmentWord } from './assessment-words.ts';

/** Says something of an assessment, its places filled. */
export type SayAssessment = (word: AssessmentWord, data?: Readonly<Record<string, string | number>>) => string;

export const useSayAssessment = (language: Language): SayAssessment =>
  useMemo(
    () =>
      (word, data = {}) =>
        fill(ASSESSMENT_WORDS[word][language], data),
    [language],
  );
