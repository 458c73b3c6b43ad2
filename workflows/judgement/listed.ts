import type { Tag } from '../../objects/taxonomy/types.ts';

const lists = new Map<Tag, ReadonlySet<string>>();

/** Whether a tag's picklist holds an option (1.3.4). */
export const isListed = (tag: Tag, value: string): boolean => {
  let list = lists.get(tag);
  if (!list) {
    list = new Set(tag.options?.map((option) => option.value));
    lists.set(tag, list);
  }
  return list.has(value);
};
