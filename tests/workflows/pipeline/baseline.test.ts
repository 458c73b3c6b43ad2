import { describe, expect, it } from 'vitest';
import { type Baseline, nextBaseline, readBaseline } from '../../../workflows/pipeline/baseline.ts';

const FULL: Baseline = {
  version: 7,
  since: '2026-09-01T00:00:00.000Z',
  status: 'APPROVED',
  seen: { name: 'abc 甲公司' },
  enterers: ['rep'],
  suspects: ['other@2026-09-02T00:00:00.000Z'],
  isGuessed: true,
  approvedAt: '2026-09-03T00:00:00.000Z',
  cleared: { tagBusinessScope: 'def 软件' },
  tasks: ['check:2026-09-30'],
  stage: 'SIGNED',
  outcome: 'OPEN',
  gate: { from: 'PROSPECT', to: 'SIGNED', at: '2026-09-04T00:00:00.000Z', fault: 'UNMET', key: 'PROSPECT>SIGNED:6' },
  doubt: { since: '2026-09-05T00:00:00.000Z', key: '6' },
  returnedAt: '2026-09-06T00:00:00.000Z',
  unreviewed: ['tagAdvantage'],
  edited: ['PERFORMANCE'],
  missedUntil: '2026-09-30',
  isChecked: true,
  checkedGroups: { BASIC: { at: '2026-09-07T00:00:00.000Z', by: 'rep' } },
  enteredGroups: {
    NEEDS: {
      at: '2026-09-07T00:00:00.000Z',
      by: 'rep',
      first: { at: '2026-09-01T00:00:00.000Z', by: null },
      isGuessed: true,
    },
  },
  verification: 'VERIFIED',
  verifiedAt: '2026-09-07T00:00:00.000Z',
  namedAt: '2026-09-06T00:00:00.000Z',
  need: { since: '2026-09-08T00:00:00.000Z', key: '5' },
  appointed: { user: 'rep', at: '2026-09-09T00:00:00.000Z', duties: ['SENIOR'], teamwork: [], reviewerSkills: [] },
};
const BARE: Baseline = { version: 0, since: FULL.since, status: '', seen: {}, enterers: [], tasks: [] };

describe('reading what is remembered', () => {
  it('gives back what was written, through JSON and in any order of keys', () => {
    expect(readBaseline(JSON.parse(JSON.stringify(FULL)))).toEqual(FULL);
    const backwards = Object.fromEntries(Object.entries(FULL).reverse());
    expect(readBaseline(backwards)).toEqual(FULL);
    expect(readBaseline(BARE)).toEqual(BARE);
  });

  it.each([
    ['nothing', null],
    ['a text', '{}'],
    ['a list', []],
    ['an object of something else', { seen: {} }],
    ['no instant', { since: 1, seen: {} }],
    ['no tags', { since: FULL.since }],
    ['tags that are a list', { since: FULL.since, seen: [] }],
  ])('%s is no memory: the next judgement is a first one', (_what, value) => {
    expect(readBaseline(value)).toBeNull();
  });

  it.each([
    ['version', '7', 0],
    ['status', 3, ''],
    ['seen', { name: 4, tagRegion: 'x' }, { tagRegion: 'x' }],
    ['enterers', 'rep', []],
    ['enterers', ['rep', 1, null], ['rep']],
    ['tasks', { 0: 'a' }, []],
    ['suspects', 'rep', undefined],
    ['isGuessed', 'yes', undefined],
    ['approvedAt', 1, undefined],
    ['cleared', [], undefined],
    ['stage', 'SOMEWHERE', undefined],
    ['outcome', '', undefined],
    ['gate', { ...FULL.gate, fault: 'LOST' }, undefined],
    ['gate', { ...FULL.gate, from: 'SOMEWHERE' }, undefined],
    ['gate', { ...FULL.gate, to: null }, undefined],
    ['gate', { ...FULL.gate, at: 1 }, undefined],
    ['gate', { ...FULL.gate, key: 1 }, undefined],
    ['gate', 'UNMET', undefined],
    ['doubt', { since: 1, key: '1' }, undefined],
    ['doubt', { since: FULL.since }, undefined],
    ['doubt', 'yes', undefined],
    ['returnedAt', {}, undefined],
    ['unreviewed', 'tagAdvantage', undefined],
    ['edited', null, undefined],
    ['missedUntil', 20260930, undefined],
    ['isChecked', 'yes', undefined],
    ['checkedGroups', { WEATHER: {} }, undefined],
    ['enteredGroups', { NEEDS: { by: 'rep' } }, undefined],
    ['verification', true, undefined],
    ['need', { since: 1, key: '5' }, undefined],
    ['appointed', 'SENIOR', undefined],
  ] as const)('a part that cannot be one is left out: %s = %j', (name, value, read) => {
    expect(readBaseline({ ...FULL, [name]: value })?.[name as keyof Baseline]).toEqual(read);
  });
});

describe('the version', () => {
  const { version: _version, ...content } = FULL;

  it('begins at 1', () => expect(nextBaseline(null, content)).toEqual({ ...FULL, version: 1 }));
  it('stays as long as nothing differs', () => expect(nextBaseline(FULL, { ...content })).toBe(FULL));
  it('grows with any difference', () => {
    expect(nextBaseline(FULL, { ...content, status: 'PENDING' })).toEqual({ ...FULL, status: 'PENDING', version: 8 });
    const { doubt: _doubt, ...rest } = content;
    expect(nextBaseline(FULL, rest).version).toBe(8);
  });
});
