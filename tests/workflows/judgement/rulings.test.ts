import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagOf } from '../../../objects/taxonomy/index.ts';
import { type GovernedObject, STAGES, type Stage } from '../../../objects/taxonomy/types.ts';
import { judge } from '../../../workflows/judgement/judge.ts';
import {
  POLICY_RULINGS,
  type RulingRow,
  ruledMajorChange,
  rulingOf,
  rulingsOf,
} from '../../../workflows/judgement/rulings.ts';
import type { Values } from '../../../workflows/judgement/values.ts';

const row = (place: string, more: RulingRow): RulingRow => {
  const [objectName, tag] = place.split('.');
  return { objectName, tag, option: '', requiredFrom: 'POLICY', isMajorChange: 'POLICY', status: 'APPROVED', ...more };
};
const missingAt = (rows: readonly RulingRow[], object: GovernedObject, stage: Stage, values: Values = {}) =>
  judge(object, values, { stage, today: '2026-09-23', rulings: rulingsOf(rows) })
    .problems.filter(({ code }) => code === 'REQUIRED_MISSING')
    .map(({ tag }) => tag);
const faultsOf = (place: string, more: RulingRow) => rulingOf(row(place, more)).faults.map(({ tag }) => tag);

describe('what the company requires', () => {
  const sinceSolution = [row('company.tagBusinessScope', { requiredFrom: 'SOLUTION' })];

  it('is asked for from its stage on, and not before', () => {
    for (const stage of STAGES) {
      const isAsked = STAGES.indexOf(stage) >= STAGES.indexOf('SOLUTION');
      expect(missingAt(sinceSolution, 'company', stage).includes('tagBusinessScope'), stage).toBe(isAsked);
    }
  });

  it('keeps the condition the policy gives it', () => {
    expect(missingAt(sinceSolution, 'company', 'SIGNED', { tagCustomerType: 'GOVERNMENT' })).not.toContain(
      'tagBusinessScope',
    );
  });

  it.each<[string, RulingRow, Stage, string, boolean]>([
    ['always', { requiredFrom: 'ALWAYS' }, 'PROSPECT', 'tagStrategy', true],
    ['as the policy says', { requiredFrom: 'POLICY' }, 'PROSPECT', 'tagStrategy', false],
    ['never, though the policy asks', { requiredFrom: 'NEVER' }, 'SIGNED', 'tagIndustry', false],
    ['nothing said, as before the cell was there', { requiredFrom: null }, 'PROSPECT', 'tagIndustry', true],
    ['a retired tag never', { status: 'RETIRED' }, 'SIGNED', 'tagIndustry', false],
    ['an entry that is no entry of a tag', { option: 'C', requiredFrom: 'NEVER' }, 'PROSPECT', 'tagIndustry', true],
  ])('%s', (_what, more, stage, tag, isAsked) => {
    expect(missingAt([row(`company.${tag}`, more)], 'company', stage).includes(tag)).toBe(isAsked);
  });

  it('of the credit record is required of its customer', () => {
    expect(missingAt([], 'company', 'INTERESTED')).not.toContain('rating');
    expect(missingAt([row('tagCredit.rating', { requiredFrom: 'INTERESTED' })], 'company', 'INTERESTED')).toContain(
      'rating',
    );
    expect(missingAt([row('tagCredit.rating', { requiredFrom: 'NEVER' })], 'company', 'SIGNED')).not.toContain(
      'rating',
    );
  });

  it('of a team member is always or never', () => {
    expect(faultsOf('tagMember.jobPosition', { requiredFrom: 'ALWAYS' })).toEqual([]);
    expect(faultsOf('tagMember.jobPosition', { requiredFrom: 'NEVER' })).toEqual([]);
    expect(faultsOf('tagMember.jobPosition', { requiredFrom: 'SIGNED' })).toEqual(['requiredFrom']);
  });

  it.each<[string, string, RulingRow, readonly string[]]>([
    ['what the application writes', 'company.tagCooperationCount', { requiredFrom: 'SIGNED' }, ['requiredFrom']],
    ['an option', 'company.tagIndustry', { option: 'C', requiredFrom: 'SIGNED' }, ['requiredFrom']],
    ['a tag that is none', 'company.tagNothing', { requiredFrom: 'SIGNED' }, ['requiredFrom']],
    ['a stage that is none', 'company.tagIndustry', { requiredFrom: 'CLOSING' }, ['requiredFrom']],
    ['a major change of a deal', 'opportunity.tagSource', { isMajorChange: 'YES' }, ['isMajorChange']],
    ['a major change of an option', 'company.tagIndustry', { option: 'C', isMajorChange: 'YES' }, ['isMajorChange']],
    ['neither cell said', 'company.tagIndustry', {}, []],
  ])('cannot be %s: told, and the policy holds', (_what, place, more, faults) => {
    expect(faultsOf(place, more)).toEqual(faults);
    expect(rulingsOf([row(place, more)])).toBe(POLICY_RULINGS);
  });
});

describe('major changes of the company', () => {
  const kindOf = (place: string, more: RulingRow) => {
    const [object = '', name = ''] = place.split('.');
    return ruledMajorChange(rulingsOf([row(place, more)]), tagOf(object, name)).majorChange;
  };

  it.each<[string, RulingRow, string | undefined]>([
    ['company.tagIndustry', { isMajorChange: 'YES' }, 'OTHER_MAJOR'],
    ['company.tagIndustry', { isMajorChange: 'POLICY' }, undefined],
    ['company.name', { isMajorChange: 'NO' }, undefined],
    ['company.name', { isMajorChange: 'YES' }, 'NAME'],
    ['tagProduct.name', { isMajorChange: 'NO' }, undefined],
    ['tagMember.joinedOn', { isMajorChange: 'YES' }, 'MEMBER'],
  ])('%s %o is %s', (place, more, kind) => {
    expect(kindOf(place, more)).toBe(kind);
  });
});

describe('retired', () => {
  const problems = (rows: readonly RulingRow[], values: Values) =>
    judge('company', values, { stage: 'PROSPECT', today: '2026-09-23', rulings: rulingsOf(rows) }).problems.filter(
      ({ code }) => code.endsWith('_RETIRED'),
    );

  it('an option in use is a warning that names what replaces it', () => {
    const rows = [row('company.tagCustomerType', { option: 'DEALER', status: 'RETIRED', replacement: '渠道商' })];
    expect(problems(rows, { tagCustomerType: 'DEALER' })).toEqual([
      {
        code: 'OPTION_RETIRED',
        severity: 'WARNING',
        tag: 'tagCustomerType',
        clause: '3.2.2',
        data: { value: 'DEALER', replacement: '渠道商' },
      },
    ]);
    expect(problems(rows, { tagCustomerType: 'SME' })).toEqual([]);
  });

  it('of several options the retired one is found; a tag in use is, an empty one is not', () => {
    const service = [row('company.tagServiceNeeds', { option: 'TRAINING', status: 'RETIRED' })];
    expect(problems(service, { tagServiceNeeds: ['LOGISTICS', 'TRAINING'] })).toHaveLength(1);
    expect(problems(service, { tagServiceNeeds: ['LOGISTICS'] })).toEqual([]);
    const tag = [row('company.tagStrategy', { status: 'RETIRED' })];
    expect(problems(tag, { tagStrategy: '先试用' })).toMatchObject([
      { code: 'TAG_RETIRED', data: { replacement: '' } },
    ]);
    expect(problems(tag, { tagStrategy: '' })).toEqual([]);
  });

  it('Other is a warning where no term stands beside it', () => {
    const rows = ['tagCustomerType', 'tagServiceNeeds', 'tagIndustry'].map((name) =>
      row(`company.${name}`, { option: 'OTHER', status: 'RETIRED' }),
    );
    expect(problems(rows, { tagCustomerType: 'OTHER', tagServiceNeeds: ['TRAINING', 'OTHER'] })).toHaveLength(2);
    expect(
      problems(rows, {
        ...{ tagCustomerType: 'OTHER', tagCustomerTypeTerm: 'term' },
        ...{ tagServiceNeeds: ['TRAINING', 'OTHER'], tagServiceNeedsTerm: 'term' },
      }),
    ).toEqual([]);
    const sme = [row('company.tagCustomerType', { option: 'SME', status: 'RETIRED' })];
    expect(problems(sme, { tagCustomerType: 'SME', tagCustomerTypeTerm: 'term' })).toHaveLength(1);
  });

  it('of a sensitive tag the option is not named', () => {
    const rows = [row('tagCredit.rating', { option: 'CCC', status: 'RETIRED', replacement: 'CC' })];
    expect(JSON.stringify(problems(rows, { rating: 'CCC' })).replace('CC"', '')).not.toContain('CCC');
  });
});

it('the order of the entries does not matter', () => {
  const rows = [
    row('company.tagIndustry', { requiredFrom: 'NEVER' }),
    row('company.tagStrategy', { requiredFrom: 'ALWAYS', isMajorChange: 'YES' }),
    row('company.tagCustomerType', { option: 'DEALER', status: 'RETIRED' }),
    row('tagMember.jobPosition', { requiredFrom: 'NEVER' }),
  ];
  const sorted = (map: ReadonlyMap<string, unknown>) => [...map].sort();
  const whole = rulingsOf(rows);
  fc.assert(
    fc.property(fc.shuffledSubarray(rows, { minLength: rows.length }), (shuffled) => {
      const found = rulingsOf(shuffled);
      expect(sorted(found.requirements)).toEqual(sorted(whole.requirements));
      expect(sorted(found.majorChanges)).toEqual(sorted(whole.majorChanges));
      expect(sorted(found.retired)).toEqual(sorted(whole.retired));
    }),
  );
});
