import { describe, expect, it } from 'vitest';
import { NEEDED_CLAUSES } from '../../../objects/taxonomy/tag-agreement.ts';
import { type AgreementFacts, judgeAgreement, lastDayOf } from '../../../workflows/agreements/judge-agreement.ts';

const TODAY = '2026-09-23';
const SIGNED: AgreementFacts = {
  signedOn: '2026-01-05',
  endsOn: null,
  clauses: [...NEEDED_CLAUSES],
  isAcknowledged: true,
};
const stands = (facts: Partial<AgreementFacts>, noticeDays = 30) =>
  judgeAgreement({ ...SIGNED, ...facts }, TODAY, noticeDays);

describe('an agreement (6.3.1)', () => {
  it.each([
    ['without an end', {}, 'VALID'],
    ['that ends in 31 days', { endsOn: '2026-10-24' }, 'VALID'],
    ['that ends in 30 days', { endsOn: '2026-10-23' }, 'EXPIRING'],
    ['on its last day', { endsOn: '2026-09-23' }, 'EXPIRING'],
    ['the day after', { endsOn: '2026-09-22' }, 'EXPIRED'],
    ['signed today', { signedOn: '2026-09-23' }, 'VALID'],
    ['to be signed tomorrow', { signedOn: '2026-09-24' }, 'DRAFT'],
    ['not signed', { signedOn: null }, 'DRAFT'],
    ['that the member has not acknowledged', { isAcknowledged: false }, 'DRAFT'],
    ['that was never acknowledged and is over', { isAcknowledged: false, endsOn: '2026-09-22' }, 'EXPIRED'],
    ['that does not provide for the return of material', { clauses: [...NEEDED_CLAUSES] }, 'VALID'],
  ] as const)('%s', (_name, facts, expected) => {
    expect(stands(facts)).toBe(expected);
  });

  it.each(NEEDED_CLAUSES)('is a draft without the clause %s', (clause) => {
    expect(stands({ clauses: NEEDED_CLAUSES.filter((one) => one !== clause) })).toBe('DRAFT');
  });

  it('ends soon from as many days before as the setting says', () => {
    expect(stands({ endsOn: '2026-09-30' }, 7)).toBe('EXPIRING');
    expect(stands({ endsOn: '2026-10-01' }, 7)).toBe('VALID');
    expect(stands({ endsOn: '2026-09-23' }, 0)).toBe('EXPIRING');
    expect(stands({ endsOn: '2026-09-24' }, 0)).toBe('VALID');
  });
});

describe('its last day (A25)', () => {
  it.each([
    [null, null, null],
    ['2026-12-31', null, '2026-12-31'],
    [null, '2026-09-01', '2026-10-01'],
    ['2026-12-31', '2026-09-01', '2026-10-01'],
    ['2026-09-15', '2026-09-01', '2026-09-15'],
  ])('agreed until %s, another post since %s: %s', (validUntil, postChangedOn, expected) => {
    expect(lastDayOf(validUntil, postChangedOn, 30)).toBe(expected);
  });
});
