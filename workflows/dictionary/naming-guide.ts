import { GROUPS } from '../../objects/taxonomy/groups.ts';
import { objectEntry } from '../../objects/taxonomy/index.ts';
import { optionMeanings } from '../../objects/taxonomy/option-meanings.ts';
import { LANGUAGES, type Language, OBJECT_NAMES, type Option, type Tag } from '../../objects/taxonomy/types.ts';
import { mendingCatalogs } from '../messages/mending.ts';
import { problemText } from '../messages/render.ts';
import { simplify } from '../rules/simplify.ts';
import { checkTagName } from '../rules/tag-name.ts';
import { definedTags } from './defined-tags.ts';
import { exampleIn, NAMING_EXAMPLES } from './naming-examples.ts';
import { otherNamesOf, usageLinesOfTag } from './usage-of.ts';

/** A naming rule by what breaks it. */
export interface GuideRule {
  readonly name: string;
  /** What the dictionary holds already, where the name is too like it; otherwise empty. */
  readonly beside: string;
  /** The definition given, where that is what is wrong; otherwise undefined. */
  readonly definition: string | undefined;
  readonly problem: string;
  readonly mending: string;
  /** Whether an entry of that name is refused; it is accepted with a warning otherwise. */
  readonly isRefused: boolean;
}

/** What a tag or an option is called. */
export interface GuideName {
  readonly key: string;
  readonly label: string;
  /** What else it is called; a tag in the other languages too. */
  readonly aliases: readonly string[];
  /** What is used in its place since the company has retired it, empty where nothing is; null as long as it is used. */
  readonly replacement: string | null;
}

export interface GuideOption extends GuideName {
  /** Empty where the label says it all. */
  readonly meaning: string;
}

export interface GuideTag extends GuideName {
  readonly definition: string;
  /** When it is required, who enters it, who may see it, its clauses: one line each. */
  readonly usage: readonly string[];
  readonly options: readonly GuideOption[];
}

export interface GuideGroup {
  readonly key: string;
  readonly label: string;
  readonly tags: readonly GuideTag[];
}

export interface GuideObject {
  readonly key: string;
  readonly label: string;
  readonly groups: readonly GuideGroup[];
}

/** The naming rules (3.1.8–3.1.10), each by an example that the rule itself has judged. */
export const namingRules = (language: Language): readonly GuideRule[] =>
  NAMING_EXAMPLES.flatMap((example) => {
    const input = exampleIn(example, language);
    return checkTagName(input).map((finding) => ({
      name: input.name,
      beside: input.existing.join(),
      definition: example.definition && input.definition,
      problem: problemText('tagDefinition', { ...finding, tag: 'term', clause: '' }, language),
      mending: mendingCatalogs[language][finding.code],
      isRefused: finding.severity === 'ERROR',
    }));
  });

/** Codes, which are no words; and for who reads Chinese the long form of an English name that is not shown. */
const UNSAID = { en: /^\d+$/, 'zh-CN': /^[ -~]+$/, 'zh-TW': /^[ -~]+$/ } as const satisfies Record<Language, RegExp>;

/**
 * The other words for an option, but what only writes one of its names in the other script, or goes on after it (江苏省).
 * A word in both scripts stands once, Traditional for who reads that.
 */
const optionAliases = ({ label, aliases = [] }: Option, language: Language): readonly string[] => {
  const names = LANGUAGES.map((each) => simplify(label[each]));
  const byWord = new Map<string, string>();
  for (const alias of aliases) {
    const key = simplify(alias);
    if (UNSAID[language].test(alias) || names.some((name) => key.startsWith(name))) continue;
    if (byWord.has(key) && language !== 'zh-TW') continue;
    byWord.set(key, alias);
  }
  return [...byWord.values()];
};

const guideTag = (tag: Tag, language: Language): GuideTag => ({
  key: tag.name,
  label: tag.label[language],
  aliases: otherNamesOf(tag, language),
  replacement: null,
  definition: tag.description[language],
  usage: usageLinesOfTag(tag, language),
  options: (tag.options ?? []).map((option) => ({
    key: option.value,
    label: option.label[language],
    aliases: optionAliases(option, language),
    replacement: null,
    meaning: optionMeanings[`${tag.object}.${tag.name}`]?.[option.value]?.[language] ?? '',
  })),
});

/** Every tag of the policy by object and group, with what it means and how it is used (1.3.3). */
export const tagGuide = (language: Language): readonly GuideObject[] => {
  const tags = definedTags();
  return OBJECT_NAMES.map((object) => ({
    key: object,
    label: objectEntry(object).label[language],
    groups: Object.entries(GROUPS[object])
      .map(([key, label]) => ({
        key,
        label: label[language],
        tags: tags.filter((tag) => tag.object === object && tag.group === key).map((tag) => guideTag(tag, language)),
      }))
      .filter((group) => group.tags.length > 0),
  })).filter(({ groups }) => groups.length > 0);
};
