import { describe, expect, it } from 'vitest';
import { entryId } from '../../../workflows/dictionary/entry-id.ts';
import { judgeDeletion } from '../../../workflows/dictionary/judge-deletion.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';

const AT = '2026-09-28T03:00:00.000Z';
const TERM = {
  id: 'own',
  name: 'Guild',
  objectName: 'company',
  tag: 'tagCustomerType',
  option: '',
  term: 'Guild',
  status: 'APPROVED',
};
const POLICYS = { ...TERM, id: entryId('company', 'tagCustomerType', 'SME'), option: 'SME', writtenAs: 'x' };
const judged = (row: TwentyRecord, count: number, live: readonly TwentyRecord[] = []) =>
  judgeDeletion({ ...row, deletedAt: AT }, { count, live, by: 'admin', language: 'en' });
const WHY = 'it is in use; retire it instead of deleting it';

describe('an entry that somebody deleted (A29)', () => {
  it('may go when nothing uses it, and the log tells who and when', () => {
    expect(judged(POLICYS, 0)).toEqual({
      fact: {
        kind: 'DICTIONARY',
        record: 'Guild',
        key: `${POLICYS.id}:deleted:${AT}`,
        at: AT,
        by: 'admin',
        tag: 'company.tagCustomerType',
        note: 'Deleted',
      },
      restored: undefined,
    });
  });

  it('comes back when one record uses it, and says why', () => {
    const { fact, restored } = judged(POLICYS, 1);
    expect(restored).toEqual({ id: POLICYS.id, fields: { problems: WHY } });
    expect(fact).toMatchObject({ kind: 'REVERTED', at: AT, by: 'admin', note: WHY });
  });

  it.each<[string, TwentyRecord, readonly TwentyRecord[], boolean]>([
    ['a term, though another is of the same word', TERM, [{ ...TERM, id: 'b' }], true],
    ['people’s own of an option that another entry is of', { ...TERM, option: 'SME' }, [POLICYS], false],
    ['people’s own of an option that no other is of', { ...TERM, option: 'DEALER' }, [POLICYS], true],
    ['a term nobody has accepted', { ...TERM, status: 'DRAFT' }, [], false],
    ['a term that is retired', { ...TERM, status: 'RETIRED' }, [], true],
    ['the policy’s own, though people made another', POLICYS, [{ ...POLICYS, id: 'b', writtenAs: '' }], true],
  ])('is used: %s', (_what, row, live, isKept) => {
    expect(judged(row, 3, live).restored !== undefined).toBe(isKept);
  });
});
