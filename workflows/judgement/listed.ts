import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import { oncePer } from '../rules/once.ts';

/** The options a tag's picklist holds (1.3.4). */
export const listOf = oncePer(
  (tag: TagFacts): ReadonlySet<string> => new Set(tag.options?.map((option) => option.value)),
);
