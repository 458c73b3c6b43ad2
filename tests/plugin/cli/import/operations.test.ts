import { describe, expect, it } from 'vitest';
import { holds, merged, type Operation, standingOf } from '../../../../plugin/cli/import/operations.ts';

describe('whether a record holds a value, however Twenty spells it', () => {
  it.each<[current: unknown, value: unknown, isHeld: boolean]>([
    ['', null, true],
    [null, [], true],
    [{ amountMicros: null, currencyCode: 'CNY' }, null, true],
    [{ amountMicros: 1, currencyCode: 'CNY' }, { amountMicros: 1, currencyCode: 'CNY' }, true],
    [{ amountMicros: '1', currencyCode: 'CNY' }, { amountMicros: 1, currencyCode: 'CNY' }, true],
    [{ amountMicros: 1, currencyCode: 'CNY' }, { amountMicros: 1, currencyCode: 'USD' }, false],
    [['B', 'A'], ['A', 'B'], true],
    [['A'], ['A', 'B'], false],
    [
      { primaryPhoneNumber: '13961718800', primaryPhoneCallingCode: '+86' },
      { primaryPhoneNumber: '+86 139-6171-8800' },
      true,
    ],
    [{ primaryPhoneNumber: '13961718800' }, { primaryPhoneNumber: '13961718801' }, false],
    [
      { primaryPhoneNumber: '51082700001', primaryPhoneCallingCode: '+86' },
      { primaryPhoneNumber: '0510-82700001转801', primaryPhoneCallingCode: '+86' },
      true,
    ],
    [{ primaryPhoneNumber: '61234567', primaryPhoneCallingCode: '+852' }, { primaryPhoneNumber: '+85261234567' }, true],
    [{ primaryEmail: 'a@b.cn', additionalEmails: [] }, { primaryEmail: 'A@B.cn' }, true],
    [{ addressStreet1: '一号', addressCity: '无锡' }, { addressStreet1: '一号' }, false],
    ['2026-01-01T00:00:00.000Z', '2026-01-01T00:00:00Z', true],
    [0, 0, true],
    [0, null, false],
    [false, null, false],
    ['甲', '乙', false],
  ])('%j, %j: %s', (current, value, isHeld) => {
    expect(holds(current, value)).toBe(isHeld);
  });
});

const operation = (more: Partial<Operation> = {}): Operation => ({
  row: 1,
  object: 'company',
  id: 'a',
  isNew: false,
  before: { name: '旧' },
  after: { name: '新' },
  ...more,
});

describe('how a record stands to what was to be written', () => {
  it.each([
    ['new, not there', { isNew: true }, undefined, 'BEFORE'],
    ['new, there', { isNew: true }, { id: 'a', name: '新' }, 'AFTER'],
    ['new, there and changed', { isNew: true }, { id: 'a', name: '别的' }, 'OTHER'],
    ['new, taken out', { isNew: true }, { id: 'a', name: '新', deletedAt: '2026-01-01' }, 'TRASH'],
    ['not there any more', {}, undefined, 'GONE'],
    ['as before', {}, { id: 'a', name: '旧' }, 'BEFORE'],
    ['as written', {}, { id: 'a', name: '新' }, 'AFTER'],
    ['as somebody else wrote it', {}, { id: 'a', name: '别的' }, 'OTHER'],
  ])('%s', (_what, more, current, standing) => {
    expect(standingOf(operation(more), current)).toBe(standing);
  });

  it('two writes of one record are one', () => {
    const first = operation({ isNew: true, object: 'person', before: {}, after: { jobTitle: '部长' } });
    const second = operation({ object: 'person', before: { companyId: null }, after: { companyId: 'b' } });
    expect(merged([first, second])).toEqual([
      { ...first, before: { companyId: null }, after: { jobTitle: '部长', companyId: 'b' } },
    ]);
  });
});
