import type { GuideGroup, GuideTag } from '../../../workflows/dictionary/naming-guide.ts';

const textOf = ({ label, aliases, definition, usage, options }: GuideTag): string =>
  [
    ...[label, ...aliases, definition, ...usage],
    ...options.flatMap((option) => [option.label, ...option.aliases, option.meaning]),
  ]
    .join('\n')
    .toLowerCase();

/** The groups with the tags that hold every word looked for; groups without any are left out. */
export const matchingTags = (groups: readonly GuideGroup[], search: string): readonly GuideGroup[] => {
  const wanted = search.toLowerCase().split(/\s+/).filter(Boolean);
  return groups
    .map((group) => ({
      ...group,
      tags: group.tags.filter((tag) => {
        const text = textOf(tag);
        return wanted.every((word) => text.includes(word));
      }),
    }))
    .filter(({ tags }) => tags.length > 0);
};
