import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import {
  listTermsOf,
  type Meaning,
  meaningIn,
  NO_LIST_TERMS,
  wordsOfList,
} from '../../../plugin/cli/check/list-terms.ts';
import { planColumns } from '../../../plugin/cli/check/plan-columns.ts';
import { readRecord } from '../../../plugin/cli/check/read-record.ts';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';

const one = tagOf('company', 'tagCustomerType');
const several = tagOf('company', 'tagChannels');
const entry = (id: string, term: string, more: Record<string, unknown> = {}) => ({
  id,
  term,
  objectName: 'company',
  tag: 'tagCustomerType',
  status: 'APPROVED',
  ...more,
});
const DEALER = entryId('company', 'tagCustomerType', 'DEALER');

describe('what the dictionary adds to a list', () => {
  it.each<[string, readonly Record<string, unknown>[], string, Meaning | undefined]>([
    ['a term by its word', [entry('t', '行业协会')], '行业协会', { term: 't' }],
    ['however it is spelled', [entry('t', '行业协会')], ' 行業協會 ', { term: 't' }],
    ['by what else it is called', [entry('t', '行业协会', { aliases: ['商会', 'Guild'] })], 'guild', { term: 't' }],
    ['a draft too', [entry('t', '行业协会', { status: null })], '行业协会', { term: 't' }],
    ['not of another list', [entry('t', '行业协会', { tag: 'tagChannels' })], '行业协会', undefined],
    ['not of no list yet', [entry('t', '行业协会', { tag: '', objectName: '' })], '行业协会', undefined],
    ['not where two bear the word', [entry('t', '行业协会'), entry('u', '行业协会')], '行业协会', undefined],
    ['not a retired one', [entry('t', '行业协会', { status: 'RETIRED' })], '行业协会', undefined],
    [
      'what replaces a retired one',
      [entry('t', '行业协会', { status: 'RETIRED', replacedById: 'u' }), entry('u', '商会')],
      '行业协会',
      { term: 'u' },
    ],
    [
      'the option it was promoted to',
      [entry('t', '代理商', { status: 'RETIRED', replacedById: DEALER })],
      '代理商',
      { option: 'DEALER' },
    ],
    [
      'nothing where they replace each other',
      [
        entry('t', '甲', { status: 'RETIRED', replacedById: 'u' }),
        entry('u', '乙', { status: 'RETIRED', replacedById: 't' }),
      ],
      '甲',
      undefined,
    ],
    [
      'further words for an option',
      [entry(DEALER, '经销商', { option: 'DEALER', writtenAs: 'digest', aliases: ['渠道商'] })],
      '渠道商',
      { option: 'DEALER' },
    ],
  ])('%s', (_what, rows, text, expected) => {
    expect(meaningIn(listTermsOf(rows), one, text)).toEqual(expected);
  });

  it('names what may be chosen', () => {
    const terms = listTermsOf([entry('t', '行业协会'), entry('u', '商会', { status: 'RETIRED' })]);
    expect(wordsOfList(terms, one)).toEqual(['行业协会']);
    expect(wordsOfList(terms, several)).toEqual([]);
  });
});

describe('a row', () => {
  const terms = listTermsOf([
    entry('t', '行业协会'),
    entry('c', '直播、短视频', { tag: 'tagChannels' }),
    entry('d', '展会', { tag: 'tagChannels' }),
  ]);
  const read = (fields: Record<string, string>, known = terms) => {
    const contents = { columns: Object.keys(fields), records: [{ row: 1, line: 1, fields }], faults: [], notes: [] };
    return readRecord(planColumns('company', contents, new Map(), known), fields);
  };

  it('says OTHER in the place of a term, and names it beside', () => {
    expect(read({ tagCustomerType: '行业协会' })).toMatchObject({
      values: { tagCustomerType: 'OTHER', tagCustomerTypeTerm: 't' },
      terms: { tagCustomerTypeTerm: 't' },
    });
  });
  it('keeps options beside it, and takes a term whole', () => {
    expect(read({ tagChannels: 'DIRECT；直播、短视频' }).values).toEqual({
      tagChannels: ['DIRECT', 'OTHER'],
      tagChannelsTerm: 'c',
    });
  });
  it('has room for one term: the second is told as no option', () => {
    expect(read({ tagChannels: '展会；直播、短视频' }).values).toEqual({
      tagChannels: ['OTHER', '直播、短视频'],
      tagChannelsTerm: 'd',
    });
  });
  it('goes by the column of the term where it has one', () => {
    expect(read({ tagCustomerType: '行业协会', tagCustomerTypeTerm: 'x' })).toMatchObject({
      values: { tagCustomerTypeTerm: 'x' },
      terms: {},
    });
  });
  it('is as it was without the dictionary', () => {
    expect(read({ tagCustomerType: '行业协会' }, NO_LIST_TERMS)).toMatchObject({
      values: { tagCustomerType: '行业协会' },
      terms: {},
    });
  });
});
