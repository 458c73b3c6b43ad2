import type { Tag } from '../../objects/taxonomy/types.ts';

const lists = new WeakMap<Tag, ReadonlySet<string>>();

/** Whether a picklist holds an option (1.3.4). A tag without a picklist holds anything. */
export const isListed = (tag: Tag, value: string): boolean => {
  if (!tag.options) return true;
  let list = lists.get(tag);
  if (!list) {
    list = new Set(tag.options.map((option) => option.value));
    lists.set(tag, list);
  }
  return list.has(value);
};
