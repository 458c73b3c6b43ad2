import { useCallback, useMemo } from 'react';
import type { Language } from '../../../objects/taxonomy/types.ts';
import type { Card } from '../../../workflows/panel/card.ts';
import { postRoute } from '../route-client.ts';
import { type Answer, useAnswer } from '../use-answer.ts';
import { CARD_WORDS, type CardWord } from './card-words.ts';

/** Says something of the card, its places filled. */
export type SayCard = (word: CardWord, data?: Readonly<Record<string, string>>) => string;

export const useSayCard = (language: Language): SayCard =>
  useMemo(
    () =>
      (word, data = {}) =>
        CARD_WORDS[word][language].replace(/\{(\w+)\}/g, (_place, name: string) => data[name] ?? ''),
    [language],
  );

/** The decision card of an opportunity, with the rights of whoever looks. */
export const useCard = (id: string): readonly [Answer<Card>, () => void] =>
  useAnswer(useCallback(() => postRoute<Card>('card', { id }), [id]));
