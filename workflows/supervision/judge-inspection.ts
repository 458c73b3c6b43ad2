import { INSPECTION_SCORES } from '../../objects/taxonomy/tag-inspection.ts';
import type { TwentyRecord } from '../run/record-change.ts';

const isScore = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 100;

/** Whether an inspection can be done: a score of 0 to 100 for each of the five, and a method (7.1.2, 7.1.3). */
export const isFinished = (record: TwentyRecord): boolean =>
  INSPECTION_SCORES.every((score) => isScore(record[score])) &&
  Array.isArray(record.methods) &&
  record.methods.length > 0;
