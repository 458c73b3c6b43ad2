import { describe, expect, it } from 'vitest';
import { approvalStep } from '../../../workflows/entries/approval-step.ts';
import { entryStep } from '../../../workflows/entries/entry-step.ts';
import { logStep } from '../../../workflows/entries/log-step.ts';
import { restoringStep } from '../../../workflows/entries/restoring-step.ts';
import type { Entry } from '../../../workflows/run/entry.ts';
import { changedSubject, NOW, runAt, strictRun, subjectOf } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const NOBODY = { enterers: [] };
const person = (workspaceMemberId: string) => ({ source: 'MANUAL', workspaceMemberId });
const WRITTEN = { updatedAt: AT, updatedBy: person('rep'), createdBy: person('manager') };
const told = (...entries: readonly Entry[]) => runAt(NOW, { entries: new Map([['company:x', entries]]) });
const changed = () => changedSubject('company', { ...WRITTEN, tagRegion: 'JIANGSU' }, { tagRegion: 'BEIJING' });

describe('who entered the tags', () => {
  it('at a first sight are whoever made the record and whoever wrote it last', () => {
    const { subject, fields } = entryStep.follow(runAt(), subjectOf('company', WRITTEN, { isFirst: true }), NOBODY);
    expect(subject).toMatchObject({ isEnteredAnew: true, enterers: ['manager', 'rep'], suspects: [], changes: [] });
    expect(fields).toMatchObject({ tagEnteredAt: AT, tagEnteredById: 'rep', tagActionResult: '' });
  });

  it('are told by the event of the change', () => {
    const run = told({ at: AT, by: 'rep', tags: ['tagRegion'], of: 'company' });
    const { subject, memory } = entryStep.follow(run, changed(), NOBODY);
    expect(subject?.changes?.map(({ tag, kind }) => [tag.name, kind])).toEqual([['tagRegion', 'CHANGED']]);
    expect(subject).toMatchObject({ fresh: { at: AT, by: 'rep' }, enterers: ['rep'], suspects: [] });
    expect(subject?.unclaimed).toBeUndefined();
    expect(memory?.isGuessed).toBeUndefined();
  });

  it('are guessed without one: the change is nobody’s, and the last writer a suspect', () => {
    const { subject, memory } = entryStep.follow(runAt(), changed(), NOBODY);
    expect(subject).toMatchObject({
      enterers: [],
      suspects: [`rep@${AT}`],
      unclaimed: { tags: ['tagRegion'], since: NOW },
    });
    expect(memory?.isGuessed).toBe(true);
  });

  it('stay as they are where nothing was entered', () => {
    const stored = { tagEnteredAt: AT, tagEnteredById: 'rep' };
    const seen = changedSubject('company', { ...WRITTEN, ...stored }, {});
    const { subject, fields, memory } = entryStep.follow(runAt(), seen, { enterers: ['rep'], approvedAt: AT });
    expect(subject).toMatchObject({ isEnteredAnew: false, fresh: null, entry: { at: AT, by: 'rep' } });
    expect(fields).toEqual({ ...stored, tagEnteredByName: '' });
    expect(memory).toMatchObject({ enterers: ['rep'], approvedAt: AT });
  });

  it.each([
    ['is kept when they are called something else', { tagEnteredById: 'rep', tagEnteredByName: 'Old' }, 'Old'],
    ['is kept when they have left', { tagEnteredById: null, tagEnteredByName: 'Old' }, 'Old'],
    ['is added where it was never kept', { tagEnteredById: 'rep' }, 'Rep'],
    ['is not known of an entry without a name', { tagEnteredById: null }, ''],
  ])('by name, which %s', (_what, stored, name) => {
    const seen = changedSubject('company', { ...WRITTEN, tagEnteredAt: AT, ...stored }, {});
    const run = runAt(undefined, { names: new Map([['rep', 'Rep']]) });
    expect(entryStep.follow(run, seen, NOBODY).fields).toMatchObject({ tagEnteredByName: name });
  });
});

describe('the entry in the log', () => {
  const entry = { entry: { at: AT, by: 'rep' } };

  it.each([
    ['a new record', false, { isFirst: true }, ['ENTERED']],
    ['a record that was there before the application', true, { isFirst: true }, []],
    ['nothing new', false, {}, []],
  ])('of %s', (_what, isInstalling, more, kinds) => {
    const { facts = [] } = logStep.follow(
      runAt(NOW, { isInstalling }),
      subjectOf('company', {}, { ...entry, ...more }),
      {},
    );
    expect(facts.map(({ kind }) => kind)).toEqual(kinds);
  });

  it('names the tags, and of a sensitive one not what it was', () => {
    const scope = changedSubject('company', { tagBusinessScope: 'Software' }, { tagBusinessScope: 'Hardware' }, entry);
    expect(logStep.follow(runAt(), scope, {}).facts).toMatchObject([
      { kind: 'CHANGED', key: '4:tagBusinessScope', before: 'Software', after: 'Hardware', by: 'rep' },
    ]);
    const credit = (rating: string) => ({ tagCredits: { edges: [{ node: { id: 'k', rating } }] } });
    const [fact] = logStep.follow(runAt(), changedSubject('company', credit('A'), credit('B'), entry), {}).facts ?? [];
    expect(fact).toMatchObject({ kind: 'CHANGED', tag: 'rating' });
    expect(fact).not.toHaveProperty('before');
  });
});

describe('who entered the tags, once they are approved', () => {
  const action = (done: 'APPROVE' | 'CONFIRM', by = 'reviewer') => ({ done, at: NOW, by, isTraced: true, note: '' });
  const unclaimed = { tags: ['tagRegion'], since: AT };

  it('is forgotten', () => {
    const subject = subjectOf('company', {}, { enterers: ['rep'], suspects: ['a@b'], action: action('APPROVE') });
    expect(approvalStep.follow(runAt(), subject, NOBODY).memory).toMatchObject({
      enterers: [],
      suspects: undefined,
      approvedAt: NOW,
    });
  });

  it('is whoever confirms what nobody is known to have changed', () => {
    const subject = subjectOf('company', {}, { enterers: ['rep'], unclaimed, action: action('CONFIRM', 'manager') });
    const { memory } = approvalStep.follow(runAt(), subject, NOBODY);
    expect(memory).toMatchObject({ enterers: ['manager', 'rep'], unclaimed: undefined });
  });

  it('is remembered otherwise', () => {
    const subject = subjectOf('company', {}, { enterers: ['rep'], unclaimed });
    expect(approvalStep.follow(runAt(), subject, NOBODY).memory).toMatchObject({ enterers: ['rep'], unclaimed });
  });
});

describe('a required tag that was emptied', () => {
  const clearings = new Map([['company:x', { at: {}, before: { tagIndustry: 'C', tagRegion: 'BEIJING' } }]]);
  const emptied = () => changedSubject('company', { tagIndustry: 'C', tagRegion: 'BEIJING' }, { tagIndustry: null });

  it('stays so where the setting is to flag', () =>
    expect(restoringStep.follow(runAt(NOW, { clearings }), emptied(), {})).toEqual({}));

  it('is put back where the setting says so: then nothing has changed', () => {
    const answer = restoringStep.follow(strictRun(NOW, { clearings }), emptied(), {});
    expect(answer.reverts).toEqual([{ tagIndustry: 'C' }]);
    expect(answer.facts).toMatchObject([{ kind: 'REVERTED', tag: 'tagIndustry' }]);
    expect(answer.subject).toMatchObject({ values: { tagIndustry: 'C' }, changes: [] });
    expect(answer.fields?.tagActionResult).toBe(answer.subject?.results?.join('\n'));
  });
});
