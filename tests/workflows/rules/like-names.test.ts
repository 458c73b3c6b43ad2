import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areLikeNames } from '../../../workflows/rules/like-names.ts';

describe('two names may mean one thing', () => {
  it.each([
    ['the same', '网关采购', '网关采购'],
    ['in another spelling', '网关（二期）采购', '網關(二期) 采购'],
    ['in other letters', 'ERP Rollout', 'erp  rollout'],
    ['with dashes or without', 'Line-3 upgrade', 'Line 3 Upgrade'],
    ['eight characters and one in place of another', '一号仓自动化改造', '一号仓自动化改建'],
    ['with one character more', '一号仓自动化改造项', '一号仓自动化改造'],
    ['with one less at the beginning', 'warehouses', 'arehouses'],
  ])('%s: %s, %s', (_case, left, right) => {
    expect([areLikeNames(left, right), areLikeNames(right, left)]).toEqual([true, true]);
  });

  it.each([
    ['seven characters and one in place of another', '仓库自动化改造', '仓库自动化改建'],
    ['two slips', '一号仓自动化改造项', '二号仓自动化改建项'],
    ['two characters more', '一号仓自动化改造项目', '一号仓自动化改造'],
    ['two phases', '自动化仓储改造一期', '自动化仓储改造二期'],
    ['two years', 'Maintenance 2026', 'Maintenance 2027'],
    ['a phase that the other has not', '自动化仓储改造二期', '自动化仓储改造期'],
    ['two lots by letter', 'Warehouse lot A', 'Warehouse lot B'],
    ['two phases in Roman', 'Warehouse rollout II', 'Warehouse rollout III'],
    ['none at all', '', ''],
    ['none that says anything', '-', '—'],
    ['damaged', '自动化仓储\uFFFD造项目', '自动化仓储\uFFFD造项目'],
  ])('but not %s: %s, %s', (_case, left, right) => {
    expect([areLikeNames(left, right), areLikeNames(right, left)]).toEqual([false, false]);
  });

  it('whichever comes first', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '仓', '二', ' ', '1'), maxLength: 12 });
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(areLikeNames(left, right)).toBe(areLikeNames(right, left));
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
