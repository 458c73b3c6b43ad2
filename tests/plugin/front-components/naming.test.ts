import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../objects/taxonomy/index.ts';
import type { DictionaryEntry } from '../../../plugin/front-components/naming/load-dictionary.ts';
import { matchingTags } from '../../../plugin/front-components/naming/matching-tags.ts';
import { withDictionary } from '../../../plugin/front-components/naming/with-dictionary.ts';
import { type GuideObject, tagGuide } from '../../../workflows/dictionary/naming-guide.ts';

const entry = (id: string, more: Partial<DictionaryEntry> = {}): DictionaryEntry => ({
  id,
  name: id,
  objectName: 'company',
  tag: 'tagCustomerType',
  option: '',
  term: id,
  definition: `${id}的定义`,
  usage: '',
  aliases: null,
  status: 'APPROVED',
  writtenAs: '',
  deletedAt: null,
  replacedBy: null,
  ...more,
});
/** As the application wrote it, in the notice language. */
const policys = (option: string, more: Partial<DictionaryEntry> = {}): DictionaryEntry =>
  entry(`policy:${option}`, { option, term: '经销商', writtenAs: 'digest', ...more });
const retired = (id: string, replacedBy: DictionaryEntry | null, more: Partial<DictionaryEntry> = {}) =>
  entry(id, { status: 'RETIRED', replacedBy, ...more });

const tagIn = (objects: readonly GuideObject[], name = 'tagCustomerType') =>
  objects.flatMap(({ groups }) => groups.flatMap(({ tags }) => tags)).find(({ key }) => key === name);
const optionsOf = (...entries: readonly DictionaryEntry[]) =>
  tagIn(withDictionary(tagGuide('en'), entries).objects)?.options.map(
    ({ label, aliases, replacement }) => [label, [...aliases], replacement] as const,
  );

describe('the naming guide of a workspace', () => {
  it.each(LANGUAGES)('is the policy’s where the dictionary adds nothing, in %s', (language) => {
    const objects = tagGuide(language);
    expect(withDictionary(objects, [])).toEqual({ objects, own: [], retired: [] });
  });

  it('says what else an option and a tag are called, the policy’s words first and each once', () => {
    expect(optionsOf(policys('DEALER', { aliases: ['分销商', '代理商'] }))).toContainEqual([
      'Dealer',
      ['分销商', '代理商'],
      null,
    ]);
    const [tag] = [tagIn(tagGuide('en'), 'name')];
    const added = policys('', { tag: 'name', aliases: ['名称', '抬头'] });
    const found = tagIn(withDictionary(tagGuide('en'), [added]).objects, 'name');
    expect(found?.aliases).toEqual([...(tag?.aliases ?? []), '抬头']);
  });

  it('shows the company’s own terms behind the options, accepted ones and those not used any more', () => {
    const draft = entry('草稿', { status: 'DRAFT', aliases: ['稿'] });
    const dealer = policys('DEALER');
    expect(optionsOf(entry('商会', { aliases: ['协会'] }), draft, retired('代理', dealer))?.slice(5)).toEqual([
      ['Other', [], null],
      ['商会', ['协会'], null],
      ['代理', [], 'Dealer'],
    ]);
  });

  it.each<[string, DictionaryEntry, readonly DictionaryEntry[], string]>([
    ['an option, in the language of the page', retired('A', policys('DEALER')), [], 'Dealer'],
    ['a term by its word', retired('A', entry('商会')), [], '商会'],
    ['a term by its name where it has no word', retired('A', entry('商会', { term: '' })), [], '商会'],
    ['what replaces what replaces it', retired('A', entry('B')), [retired('B', entry('C'))], 'C'],
    ['nothing where that is replaced by nothing', retired('A', entry('B')), [retired('B', null)], ''],
    ['nothing in a circle', retired('A', entry('B')), [retired('B', entry('A'))], ''],
    ['nothing where that is in the trash', retired('A', entry('B', { deletedAt: '2026-11-01' })), [], ''],
    ['nothing where nothing is said', retired('A', null), [], ''],
  ])('says what to use instead: %s', (_what, first, others, word) => {
    const guide = withDictionary(tagGuide('en'), [first, ...others]);
    expect(guide.retired.find(({ id }) => id === first.id)?.replacement).toBe(word);
    expect(tagIn(guide.objects)?.options.find(({ key }) => key === first.id)?.replacement).toBe(word);
  });

  it('lists what is not used any more with the tag it is of, the policy’s own by its name here', () => {
    const guide = withDictionary(tagGuide('en'), [
      policys('DEALER', { status: 'RETIRED' }),
      policys('', { tag: 'tagStrategy', status: 'RETIRED', term: '跟进策略' }),
      retired('协会', null, { objectName: null, tag: null }),
    ]);
    expect(guide.retired.map(({ word, of }) => [word, of])).toEqual([
      ['Dealer', 'Customer type'],
      [tagIn(tagGuide('en'), 'tagStrategy')?.label, ''],
      ['协会', ''],
    ]);
    expect(tagIn(guide.objects, 'tagStrategy')?.replacement).toBe('');
    expect(guide.own).toEqual([]);
  });

  it('is searched by whatever else something is called', () => {
    const { objects } = withDictionary(tagGuide('en'), [
      policys('DEALER', { aliases: ['分销商'] }),
      retired('渠道伙伴', policys('DEALER')),
    ]);
    const found = (search: string) =>
      objects.flatMap(({ groups }) =>
        matchingTags(groups, search).flatMap(({ tags }) => tags.map(({ label }) => label)),
      );
    expect(found('分销商')).toEqual(['Customer type']);
    expect(found('渠道伙伴')).toEqual(['Customer type']);
    expect(found('汽车制造')).toEqual(['Segment']);
  });
});
