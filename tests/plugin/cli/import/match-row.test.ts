import { describe, expect, it } from 'vitest';
import {
  type Candidate,
  Candidates,
  type Decision,
  matchRow,
  type RowKeys,
} from '../../../../plugin/cli/import/match-row.ts';

const keys = (more: Partial<RowKeys> = {}): RowKeys => ({ id: null, code: '', nameKey: '甲公司', domain: '', ...more });
const candidate = (id: string, more: Partial<Candidate> = {}): Candidate => ({
  id,
  isDeleted: false,
  code: '',
  nameKey: '',
  domain: '',
  ...more,
});

const match = (row: RowKeys, candidates: readonly Candidate[], decision?: Exclude<Decision, 'skip'>) =>
  matchRow(row, new Candidates(candidates), decision);
const unclear = (reason: string, ...ids: readonly string[]) => ({ kind: 'UNCLEAR', reason, ids });

describe('which record a row is of', () => {
  it.each<[what: string, row: RowKeys, candidates: readonly Candidate[], verdict: object]>([
    ['nobody is there', keys(), [], { kind: 'NONE', id: null }],
    ['an id of another workspace is kept', keys({ id: 'a' }), [], { kind: 'NONE', id: 'a' }],
    ['its id', keys({ id: 'a' }), [candidate('a', { nameKey: '旧名' })], { kind: 'ONE', id: 'a', by: 'ID' }],
    ['its id, in the trash', keys({ id: 'a' }), [candidate('a', { isDeleted: true })], unclear('IN_TRASH', 'a')],
    [
      'its id, and another of its name',
      keys({ id: 'a' }),
      [candidate('a'), candidate('b', { nameKey: '甲公司' })],
      unclear('KEYS_DISAGREE', 'a', 'b'),
    ],
    [
      'its code, under another name',
      keys({ code: '1' }),
      [candidate('a', { code: '1', nameKey: '旧名' })],
      { kind: 'ONE', id: 'a', by: 'CODE' },
    ],
    [
      'its code and its name are of two',
      keys({ code: '1' }),
      [candidate('a', { code: '1' }), candidate('b', { nameKey: '甲公司' })],
      unclear('KEYS_DISAGREE', 'a', 'b'),
    ],
    [
      'its code is of two',
      keys({ code: '1' }),
      [candidate('a', { code: '1' }), candidate('b', { code: '1' })],
      unclear('SEVERAL', 'a', 'b'),
    ],
    ['its name', keys(), [candidate('a', { nameKey: '甲公司' })], { kind: 'ONE', id: 'a', by: 'NAME' }],
    [
      'its name; only one of them has a code',
      keys({ code: '1' }),
      [candidate('a', { nameKey: '甲公司' })],
      { kind: 'ONE', id: 'a', by: 'NAME' },
    ],
    [
      'its name, with another code',
      keys({ code: '1' }),
      [candidate('a', { nameKey: '甲公司', code: '2' })],
      unclear('OTHER_CODE', 'a'),
    ],
    [
      'its name is of two',
      keys(),
      [candidate('a', { nameKey: '甲公司' }), candidate('b', { nameKey: '甲公司' })],
      unclear('SEVERAL', 'a', 'b'),
    ],
    [
      'its name is of one, and of one in the trash',
      keys(),
      [candidate('a', { nameKey: '甲公司' }), candidate('b', { nameKey: '甲公司', isDeleted: true })],
      { kind: 'ONE', id: 'a', by: 'NAME' },
    ],
    [
      'its name is in the trash alone',
      keys(),
      [candidate('b', { nameKey: '甲公司', isDeleted: true })],
      unclear('IN_TRASH', 'b'),
    ],
    [
      'the mail domain alone',
      keys({ domain: 'jia.cn' }),
      [candidate('a', { nameKey: '乙公司', domain: 'jia.cn' })],
      unclear('MAIL_ALONE', 'a'),
    ],
    [
      'the mail domain of one, the name of another',
      keys({ domain: 'jia.cn' }),
      [candidate('a', { domain: 'jia.cn' }), candidate('b', { nameKey: '甲公司' })],
      { kind: 'ONE', id: 'b', by: 'NAME' },
    ],
    ['no name finds nobody', keys({ nameKey: '' }), [candidate('a')], { kind: 'NONE', id: null }],
  ])('%s', (_what, row, candidates, verdict) => {
    expect(match(row, candidates)).toEqual(verdict);
  });

  it('is what somebody decided', () => {
    const two = [candidate('a', { nameKey: '甲公司' }), candidate('b', { nameKey: '甲公司', isDeleted: true })];
    expect(match(keys(), two, 'new')).toEqual({ kind: 'NONE', id: null });
    expect(match(keys(), two, { id: 'a' })).toEqual({ kind: 'ONE', id: 'a', by: 'DECISION' });
    expect(match(keys(), two, { id: 'b' })).toEqual(unclear('IN_TRASH', 'b'));
    expect(match(keys(), two, { id: 'c' })).toEqual(unclear('NO_SUCH_RECORD'));
  });
});
