import type { Tag } from '../../objects/taxonomy/types.ts';

const lists = new Map<Tag, ReadonlySet<string>>();

/** The options a tag's picklist holds (1.3.4); each list is made once. */
export const listOf = (tag: Tag): ReadonlySet<string> => {
  let list = lists.get(tag);
  if (!list) {
    list = new Set(tag.options?.map((option) => option.value));
    lists.set(tag, list);
  }
  return list;
};
