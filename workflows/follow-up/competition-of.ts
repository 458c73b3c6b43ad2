import { tagOf } from '../../objects/taxonomy/facts.ts';
import type { Competition } from '../../objects/taxonomy/follow-up-rhythm.ts';
import { isFilled, namedCompetitors } from '../judgement/filled.ts';
import type { Values } from '../judgement/values.ts';

/** What an opportunity's tags say of its competition (2.2.14). */
export const competitionOf = (values: Values): Competition => {
  if (namedCompetitors(values).length > 0) return 'NAMED';
  const saysNone = isFilled(tagOf('opportunity', 'tagCompetitors'), values.tagCompetitors);
  return values.tagNoCompetitor === true || saysNone ? 'NONE' : 'OPEN';
};
