import { stages } from '../../../objects/taxonomy/picklists.ts';
import type { Language, Stage } from '../../../objects/taxonomy/types.ts';

/** A stage as the taxonomy names it. */
export const stageLabel = (stage: Stage, language: Language): string =>
  stages.find(({ value }) => value === stage)?.label[language] ?? stage;
