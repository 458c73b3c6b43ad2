import { useCallback } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { Card } from '../../../workflows/panel/card.ts';
import { postRoute } from '../route-client.ts';
import { type Answer, useAnswer } from '../use-answer.ts';
import { type SayOf, useWords } from '../use-words.ts';
import { CARD_WORDS, type CardWord } from './card-words.ts';

/** Says something of the card, its places filled. */
export type SayCard = SayOf<CardWord>;

export const useSayCard = (language: Language): SayCard => useWords(CARD_WORDS, language);

/** The decision card of an opportunity, with the rights of whoever looks. */
export const useCard = (id: string): readonly [Answer<Card>, () => void] =>
  useAnswer(useCallback(() => postRoute<Card>('card', { id }), [id]));
