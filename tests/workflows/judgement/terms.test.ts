import { describe, expect, it } from 'vitest';
import { findTag, GOVERNED_OBJECTS, taxonomy } from '../../../objects/taxonomy/index.ts';
import type { GovernedObject } from '../../../objects/taxonomy/types.ts';
import { judge } from '../../../workflows/judgement/judge.ts';
import { NO_TERMS, termsOf } from '../../../workflows/judgement/terms.ts';
import type { Values } from '../../../workflows/judgement/values.ts';

const entry = (more: Record<string, unknown> = {}) => ({
  id: 'term',
  name: '客户 / 行业协会',
  objectName: 'company',
  tag: 'tagCustomerType',
  term: '行业协会',
  status: 'APPROVED',
  ...more,
});

const TERM_CODES = /^(TERM_|OTHER_UNNAMED)/;
const told = (values: Values, rows: readonly Record<string, unknown>[] | null, object: GovernedObject = 'company') =>
  judge(object, values, {
    stage: 'PROSPECT',
    today: '2026-11-27',
    ...(rows ? { terms: termsOf(rows) } : {}),
  })
    .problems.filter(({ code }) => TERM_CODES.test(code))
    .map(({ severity, code, tag, clause }) => `${severity} ${code} ${tag} ${clause}`);

describe('terms of the dictionary', () => {
  it('are what people made: the policy’s own entries bear a digest', () => {
    expect(termsOf([])).toBe(NO_TERMS);
    expect(termsOf([entry({ writtenAs: 'digest' })])).toBe(NO_TERMS);
    expect(termsOf([entry({ term: ' ', status: null, tag: '' })]).get('term')).toEqual({
      word: '客户 / 行业协会',
      list: '',
      status: 'DRAFT',
      replacement: '',
    });
  });

  const OTHER = { tagCustomerType: 'OTHER', tagCustomerTypeTerm: 'term' };
  it.each<[string, Values, readonly Record<string, unknown>[] | null, readonly string[]]>([
    ['accepted, of this list', OTHER, [entry()], []],
    ['nothing said', { tagCustomerType: 'OTHER' }, [entry()], ['ERROR OTHER_UNNAMED tagCustomerTypeNote 2.1.2']],
    ['a word in its stead', { tagCustomerType: 'OTHER', tagCustomerTypeNote: '行业协会' }, [entry()], []],
    ['not defined yet', OTHER, [entry({ status: 'DRAFT' })], ['WARNING TERM_UNDEFINED tagCustomerTypeTerm 3.1.10']],
    ['of no list yet', OTHER, [entry({ tag: '', objectName: '' })], []],
    ['retired', OTHER, [entry({ status: 'RETIRED' })], ['WARNING TERM_RETIRED tagCustomerTypeTerm 3.2.2']],
    ['of another list', OTHER, [entry({ tag: 'tagChannels' })], ['ERROR TERM_ELSEWHERE tagCustomerTypeTerm 2.1.2']],
    ['an option of the policy', OTHER, [entry({ writtenAs: 'x' })], ['ERROR TERM_ELSEWHERE tagCustomerTypeTerm 2.1.2']],
    ['gone', OTHER, [], ['ERROR TERM_ELSEWHERE tagCustomerTypeTerm 2.1.2']],
    ['a dictionary that was not read', OTHER, null, []],
    [
      'beside an option',
      { ...OTHER, tagCustomerType: 'SME' },
      [entry()],
      ['WARNING TERM_WITHOUT_OTHER tagCustomerType 2.1.2'],
    ],
    [
      'beside several options',
      { tagCustomerType: 'SME', tagChannels: ['PHONE'], tagChannelsTerm: 'term' },
      [entry({ tag: 'tagChannels' })],
      ['WARNING TERM_WITHOUT_OTHER tagChannels 3.1.3'],
    ],
    [
      'beside several options and OTHER',
      { tagCustomerType: 'SME', tagChannels: ['PHONE', 'OTHER'], tagChannelsTerm: 'term' },
      [entry({ tag: 'tagChannels' })],
      [],
    ],
  ])('%s', (_what, values, rows, expected) => {
    expect(told(values, rows)).toEqual(expected);
  });

  it('stand beside every open list, as a relation of the same section', () => {
    const open = taxonomy.filter(({ object, otherIn }) => otherIn && GOVERNED_OBJECTS.some((one) => one === object));
    expect(open).toHaveLength(10);
    for (const { object, name, group, termIn = '' } of open) {
      const term = findTag(object, termIn);
      expect(term, `${object}.${name}`).toMatchObject({
        kind: 'MANY_TO_ONE',
        group,
        relation: { target: 'tagDefinition' },
      });
    }
  });
});
