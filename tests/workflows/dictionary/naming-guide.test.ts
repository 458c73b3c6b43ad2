import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { namingFile, namingPage } from '../../../docs/naming-page.ts';
import { LANGUAGES, type Language, taxonomy } from '../../../objects/taxonomy/index.ts';
import { matchingTags } from '../../../plugin/front-components/naming/matching-tags.ts';
import { exampleIn, NAMING_EXAMPLES } from '../../../workflows/dictionary/naming-examples.ts';
import { namingRules, tagGuide } from '../../../workflows/dictionary/naming-guide.ts';
import { PROBLEM_CODES } from '../../../workflows/rules/problem.ts';
import { checkTagName } from '../../../workflows/rules/tag-name.ts';

/** A short form of a legal name is no matter of a tag's name. */
const RULES = PROBLEM_CODES.filter((code) => /^(NAME|DEFINITION)_/.test(code) && code !== 'NAME_SHORT_FORM');

describe.each(LANGUAGES)('how to name and use tags, in %s', (language) => {
  it('shows each naming rule once, by a name that breaks that rule alone', () => {
    const found = NAMING_EXAMPLES.map((example) => checkTagName(exampleIn(example, language)).map(({ code }) => code));
    expect(found.filter((codes) => codes.length !== 1)).toEqual([]);
    expect(found.flat().sort()).toEqual([...RULES].sort());
    expect(namingRules(language)).toHaveLength(RULES.length);
  });

  it('shows every tag of the policy in its group, with its options', () => {
    const tags = tagGuide(language).flatMap(({ key, groups }) =>
      groups.flatMap((group) => group.tags.map((tag) => ({ ...tag, key: `${key}.${tag.key}` }))),
    );
    const wanted = taxonomy.filter(({ role, via }) => role === 'TAG' && via?.object !== 'tagCredit');
    for (const { object, name, label, options = [] } of wanted) {
      const shown = tags.find(({ key }) => key === `${object}.${name}`);
      expect(shown?.label, name).toBe(label[language]);
      expect(shown?.options.map((option) => option.label)).toEqual(options.map((option) => option.label[language]));
      expect(shown?.definition.trim(), name).not.toBe('');
    }
  });

  it('is the page in docs/ (npm run naming writes it)', () => {
    const kept = readFileSync(new URL(`../../../docs/${namingFile(language)}`, import.meta.url), 'utf8');
    expect(kept).toBe(namingPage(language));
  });
});

describe('what else an option is called', () => {
  const aliasesOf = (language: Language, tag: string, option: string) =>
    tagGuide(language)
      .flatMap(({ groups }) => groups.flatMap(({ tags }) => tags))
      .find(({ key }) => key === tag)
      ?.options.find(({ key }) => key === option)?.aliases;

  it.each<[string, Language, string, string, readonly string[]]>([
    ['no code, and nothing that only goes on after its name', 'zh-CN', 'tagRegion', 'JIANGSU', []],
    ['a word that stands in both scripts, once', 'zh-CN', 'tagIndustrySegment', 'C36', ['汽车制造']],
    ['the same in the script of the page', 'zh-TW', 'tagIndustrySegment', 'C36', ['汽車製造']],
    ['a longer English name on the English page', 'en', 'tagIndustry', 'G', ['Transport, Storage and Post']],
    ['no longer English name on a Chinese page', 'zh-CN', 'tagIndustry', 'G', []],
    ['nothing that is its own name in the other script', 'en', 'tagServiceNeeds', 'AFTER_SALES_REPAIR', []],
    ['nothing where it is called nothing else', 'en', 'tagCustomerType', 'DEALER', []],
  ])('is %s (%s)', (_what, language, tag, option, expected) => {
    expect(aliasesOf(language, tag, option)).toEqual(expected);
  });
});

describe('searching', () => {
  const [customer] = tagGuide('en');
  const labels = (search: string) =>
    matchingTags(customer?.groups ?? [], search).flatMap(({ tags }) => tags.map(({ label }) => label));

  it.each([
    ['a tag by part of its name, in any case', 'BUDGET', 'Budget from'],
    ['a tag by an option', 'government', 'Customer type'],
    ['a tag by its name in another language', '客户类型', 'Customer type'],
    ['a tag that holds all the words, in any order', 'type customer category', 'Customer type'],
  ])('finds %s', (_what, search, label) => expect(labels(search)).toContain(label));

  it('finds nothing where a word is nowhere, and all where none is given', () => {
    expect(labels('budget qqq')).toEqual([]);
    expect(labels('  ')).toHaveLength(customer?.groups.flatMap(({ tags }) => tags).length ?? -1);
  });
});
