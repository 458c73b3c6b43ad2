import type { Language } from '../../../objects/taxonomy/types.ts';
import { type SayOf, useWords } from '../use-words.ts';
import { ASSESSMENT_WORDS, type AssessmentWord } from './assessment-words.ts';

/** Says something of an assessment, its places filled. */
export type SayAssessment = SayOf<AssessmentWord>;

export const useSayAssessment = (language: Language): SayAssessment => useWords(ASSESSMENT_WORDS, language);
