import { describe, expect, it } from 'vitest';
import { closeMerged, stoodFor } from '../../../workflows/notices/merged-notices.ts';
import { withoutSameContact } from '../../../workflows/notices/same-contact.ts';
import { taskId } from '../../../workflows/run/task.ts';
import { changedSubject, runAt } from '../hand-made.ts';

const notice = (id: string, of: string, more: object = {}) => ({
  id,
  key: `reported:${id}:${of}`,
  name: `NAME: ${id}`,
  kind: 'NAME',
  status: 'OPEN',
  judgedStatus: 'OPEN',
  dueAt: '2026-09-30T16:00:00.000Z',
  ...more,
});
const early = { dueAt: '2026-09-29T16:00:00.000Z' };
const subject = (fresh: readonly string[] = ['l']) => ({
  object: 'company' as const,
  record: { id: 's', name: '甲' },
  merged: {
    ids: new Set(fresh),
    fresh: fresh.map((id) => ({ id, at: '', lastLine: '', isWithin: false })),
    told: [],
  },
});

describe('of two open notices for one matter', () => {
  it.each([
    ['the earlier stands, the loser’s', [notice('a', 's'), notice('b', 'l', early)], { a: 'b' }],
    ['the earlier stands, the survivor’s', [notice('a', 's', early), notice('b', 'l')], { b: 'a' }],
    [
      'an overdue one is the earlier',
      [notice('a', 's'), notice('b', 'l', { ...early, status: 'OVERDUE' })],
      { a: 'b' },
    ],
    ['of one deadline the first by its id', [notice('b', 's'), notice('a', 'l')], { b: 'a' }],
    ['a detected one too', [notice('a', 's', early), notice('b', 'l', { key: 'detected:NAME:l:3' })], { b: 'a' }],
    ['none closes for another kind', [notice('a', 's'), notice('b', 'l', { kind: 'BUSINESS_SCOPE' })], {}],
    ['none closes for one that is closed', [notice('a', 's', { status: 'DONE' }), notice('b', 'l')], {}],
    ['none closes for one that was never judged', [notice('a', 's', { key: null, dueAt: null }), notice('b', 'l')], {}],
    ['two of one record are two matters', [notice('a', 'l'), notice('b', 'l')], {}],
    ['of three records one stands', [notice('a', 's'), notice('b', 'l', early), notice('c', 'k')], { a: 'b', c: 'b' }],
  ])('%s', (_what, notices, expected) => {
    const standing = stoodFor(notices, subject(['l', 'k']));
    expect(Object.fromEntries([...standing].map(([id, other]) => [id, other.id]))).toEqual(expected);
    const backwards = stoodFor([...notices].reverse(), subject(['l', 'k']));
    expect(Object.fromEntries([...backwards].map(([id, other]) => [id, other.id]))).toEqual(expected);
  });

  it('nothing is closed later: a change reported after the merge is another', () => {
    expect(stoodFor([notice('a', 's'), notice('b', 'l')], subject([])).size).toBe(0);
  });

  it('the other closes with its tasks, and says which stands; what a person wrote stays', () => {
    const closed = closeMerged(runAt(), subject(), notice('b', 'l', { note: '客户来电' }), notice('a', 's'));
    const note = 'Closed by itself: the records were merged, and “NAME: a” stands for both';
    expect(closed.notices).toEqual([
      { id: 'b', fields: { status: 'CANCELLED', judgedStatus: 'CANCELLED', note: `客户来电\n${note}` } },
    ]);
    expect(closed.facts).toMatchObject([{ kind: 'NOTICE_CLOSED', subjectId: 's', key: 'b:merged', note }]);
    expect(closed.closedTasks).toContain(taskId('company', 'l', 'notice:b'));
    expect(closed.closedTasks).toContain(taskId('company', 's', 'notice:b'));
  });
});

describe('a key contact on another record', () => {
  const tang = { name: { firstName: '国栋', lastName: '唐' }, jobTitle: '采购经理' };
  const change = (before: object | null, after: object | null) => {
    const contact = (id: string, person: object | null) => ({
      tagKeyContactId: person && id,
      tagKeyContact: person && { id, ...person },
    });
    const { changes, values } = changedSubject('company', contact('p', before), contact('q', after));
    return withoutSameContact(changes, values).map(({ tag }) => tag.name);
  };

  it.each([
    ['of the same name and post is the same person', tang, tang, []],
    [
      'of another name is another',
      tang,
      { ...tang, name: { firstName: '海', lastName: '唐' } },
      ['tagKeyContact', 'contactName'],
    ],
    ['of another post is told', tang, { ...tang, jobTitle: '总监' }, ['tagKeyContact', 'contactTitle']],
    ['without a name may be anybody', {}, {}, ['tagKeyContact']],
    ['that is gone is gone', tang, null, ['tagKeyContact', 'contactName', 'contactTitle']],
  ])('%s', (_what, before, after, names) => expect(change(before, after)).toEqual(names));
});
