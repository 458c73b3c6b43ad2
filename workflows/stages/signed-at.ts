import { remembered } from '../memory/core.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { textOrNull } from '../run/run.ts';
import { stagesMemory } from './stages-memory.ts';

/** When an opportunity came to be signed, as its stages tell it; null when they do not. */
export const signedAtOf = (deal: TwentyRecord): string | null =>
  remembered(stagesMemory, deal)?.signedAt ?? textOrNull(deal.tagStageSince);
