import type { Language } from '../../../objects/taxonomy/types.ts';
import type { InspectionPage } from '../../../workflows/supervision/inspection-page.ts';
import { type RoutePage, useRoutePage } from '../use-route-page.ts';
import { type SayOf, useWords } from '../use-words.ts';
import type { Say } from '../words.ts';
import { INSPECTION_WORDS, type InspectionWord } from './inspection-words.ts';

/** Says something of an inspection, its places filled. */
export type SayInspection = SayOf<InspectionWord>;

export const useSayInspection = (language: Language): SayInspection => useWords(INSPECTION_WORDS, language);

/** A notice to issue: of a record of the sample, of what it says itself or of what the inspector found. */
export interface Issue {
  readonly issueOf?: string;
  readonly problem?: string;
}

export type InspectionState = RoutePage<InspectionPage, Issue>;

/** An inspection, with the rights of whoever looks; a notice is issued first where one is asked for. */
export const useInspection = (id: string, say: Say): InspectionState => useRoutePage('inspection', id, say);
