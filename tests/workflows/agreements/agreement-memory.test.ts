import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementMemory } from '../../../workflows/agreements/agreement-memory.ts';

const ACKNOWLEDGED = { at: '2026-11-20T02:00:00.000Z', terms: '2026-01-01|2026-12-31|file' };

describe('what is remembered of a confidentiality agreement', () => {
  it('is read as it was kept, and what was not kept is not there', () => {
    const memory = fc.record(
      {
        acknowledged: fc.record({ at: fc.constant(ACKNOWLEDGED.at), terms: fc.string() }),
        post: fc.constantFrom('SALES_MANAGER', 'SALES_REP'),
        postChangedOn: fc.constantFrom('2026-03-01', '2026-11-27'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(memory, (kept) => {
        // Neither null nor undefined: what is written again must be what was read.
        expect(JSON.stringify(agreementMemory({ postChangedOn: null, ...kept }))).toBe(
          JSON.stringify({
            ...(kept.acknowledged && { acknowledged: kept.acknowledged }),
            ...(kept.post && { post: kept.post }),
            ...(kept.postChangedOn && { postChangedOn: kept.postChangedOn }),
          }),
        );
      }),
      { seed: 20_261_127, numRuns: 200 },
    );
  });

  it('is nothing of an agreement nobody has acknowledged', () => expect(agreementMemory({})).toEqual({}));

  it('holds of an acknowledgement when it was given and of what terms, and no more', () => {
    expect(agreementMemory({ acknowledged: { ...ACKNOWLEDGED, by: 'wang' }, more: 'x' })).toEqual({
      acknowledged: ACKNOWLEDGED,
    });
  });

  it.each([
    ...[null, undefined, true, '2026-11-20T02:00:00.000Z', 7, {}, []],
    ...[{ at: ACKNOWLEDGED.at }, { terms: ACKNOWLEDGED.terms }, { at: null, terms: '' }],
    ...[
      { ...ACKNOWLEDGED, at: 1_764_000_000_000 },
      { ...ACKNOWLEDGED, terms: ['2026-01-01'] },
    ],
    ...[[ACKNOWLEDGED], Object.assign([], ACKNOWLEDGED)],
  ])('%j is no acknowledgement: the member is asked again', (acknowledged) => {
    expect(agreementMemory({ acknowledged })).toEqual({});
  });

  it('of no terms it is one all the same, for terms may be empty', () => {
    const acknowledged = { at: ACKNOWLEDGED.at, terms: '' };
    expect(agreementMemory({ acknowledged })).toEqual({ acknowledged });
  });

  it.each([7, '', null, [], { post: 'SALES_REP' }])('%j is no post, and no day it changed on', (value) => {
    expect(agreementMemory({ post: value, postChangedOn: value })).toEqual({});
  });
});
