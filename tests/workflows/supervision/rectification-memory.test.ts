import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rectificationMemory } from '../../../workflows/supervision/rectification-memory.ts';

const NOTHING = {
  issuedBy: null,
  member: null,
  answeredBy: null,
  missedRound: 0,
  answer: null,
  recheck: null,
};
const AT = '2026-11-20T02:00:00.000Z';

describe('what is remembered of a rectification notice', () => {
  it('is read as it was kept', () => {
    const said = fc.option(fc.record({ by: fc.option(fc.constantFrom('wang', 'lin')), at: fc.constant(AT) }));
    const memory = fc.record({
      issuedBy: fc.option(fc.constantFrom('zhao', 'wang')),
      member: fc.option(fc.constantFrom('m1', 'm2')),
      answeredBy: fc.option(fc.constantFrom('wang', 'lin')),
      missedRound: fc.nat(3),
      answer: said,
      recheck: said,
    });
    fc.assert(
      fc.property(memory, (kept) => {
        expect(rectificationMemory({ id: 'r1', memory: JSON.parse(JSON.stringify(kept)) })).toEqual(kept);
      }),
      { seed: 20_261_127, numRuns: 200 },
    );
  });

  it.each([[undefined], [null], ['{}'], [''], [7], [true], [[]], [[{ issuedBy: 'wang' }]], [{}]])(
    'is nothing where %j stands',
    (memory) => expect(rectificationMemory({ id: 'r1', memory })).toEqual(NOTHING),
  );

  it('of a notice before rounds and rechecks were kept is what there was', () => {
    expect(rectificationMemory({ id: 'r1', memory: { issuedBy: 'wang', member: 'm1' } })).toEqual({
      ...NOTHING,
      issuedBy: 'wang',
      member: 'm1',
    });
  });

  it.each([
    ['issuedBy', 7],
    ['issuedBy', ' '],
    ['member', ''],
    ['member', { id: 'm1' }],
    ['answeredBy', true],
    ['missedRound', '2'],
    ['missedRound', 'second'],
    ['missedRound', null],
    ['missedRound', {}],
    ['answer', 'wang'],
    ['answer', { by: 'wang' }],
    ['answer', { by: 'wang', at: 7 }],
    ['answer', ['wang', AT]],
    ['answer', null],
    ['recheck', { at: null }],
    ['recheck', 7],
  ])('%s of %j is none', (name, value) => {
    expect(rectificationMemory({ id: 'r1', memory: { [name]: value } })).toEqual(NOTHING);
  });

  it.each([
    [{ at: AT }, null],
    [{ at: AT, by: null }, null],
    [{ at: AT, by: '' }, null],
    [{ at: AT, by: 7 }, null],
    [{ at: AT, by: 'wang' }, 'wang'],
  ])('an answer %j was given by %s', (answer, by) => {
    expect(rectificationMemory({ id: 'r1', memory: { answer, recheck: answer } })).toMatchObject({
      answer: { by, at: AT },
      recheck: { by, at: AT },
    });
  });
});
