import { describe, expect, it } from 'vitest';
import { checkCadence } from '../../../workflows/checks/check-cadence.ts';
import { readSettings } from '../../../workflows/settings.ts';

const { settings } = readSettings({ AFTER_SALES_CHECK: 'QUARTER' });

describe('how often a record is checked', () => {
  it.each([
    ['customers every month', 'company', {}, 'MONTH'],
    ['members every quarter', 'tagMember', {}, 'QUARTER'],
    ['products never, unless a setting says so', 'tagProduct', {}, null],
    ['open opportunities every week', 'opportunity', { tagOutcome: 'OPEN', tagStage: 'PROSPECT' }, 'WEEK'],
    ['an opportunity without an outcome is open', 'opportunity', { tagOutcome: null, tagStage: 'SIGNED' }, 'WEEK'],
    ['in delivery still every week', 'opportunity', { tagOutcome: 'OPEN', tagStage: 'DELIVERY' }, 'WEEK'],
    ['won ones no more', 'opportunity', { tagOutcome: 'WON', tagStage: 'DELIVERY' }, null],
    ['lost ones no more', 'opportunity', { tagOutcome: 'LOST', tagStage: 'PROSPECT' }, null],
    ['abandoned ones no more', 'opportunity', { tagOutcome: 'ABANDONED', tagStage: 'PROSPECT' }, null],
    ['after-sales at its own pace, open', 'opportunity', { tagStage: 'AFTER_SALES' }, 'QUARTER'],
    ['… or won', 'opportunity', { tagOutcome: 'WON', tagStage: 'AFTER_SALES' }, 'QUARTER'],
    ['… but not lost', 'opportunity', { tagOutcome: 'LOST', tagStage: 'AFTER_SALES' }, null],
    ['… nor abandoned', 'opportunity', { tagOutcome: 'ABANDONED', tagStage: 'AFTER_SALES' }, null],
  ] as const)('%s', (_what, object, record, expected) => {
    expect(checkCadence(object, record, settings)).toBe(expected);
  });
});

it.each([
  ['NONE', null],
  ['QUARTER', 'QUARTER'],
  ['HALF_YEAR', 'HALF_YEAR'],
  ['MONTH', null],
] as const)('products by the setting PRODUCT_CHECK: %s', (PRODUCT_CHECK, expected) => {
  expect(checkCadence('tagProduct', {}, readSettings({ PRODUCT_CHECK }).settings)).toBe(expected);
});
