import { describe, expect, it } from 'vitest';
import { rosterOf } from '../../../workflows/run/roster.ts';
import { taskId } from '../../../workflows/run/task.ts';
import { overdueStep } from '../../../workflows/tasks/overdue-step.ts';
import { taskStep } from '../../../workflows/tasks/task-step.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const LAST_DAY = '2026-09-23';
/** The end of that day in Shanghai, and the instant before it. */
const OVER = '2026-09-23T16:00:00.000Z';
const BEFORE = '2026-09-23T15:59:59.999Z';

const matter = (more: object = {}) => ({
  key: 'doubt:4',
  title: 'Clear up what is in doubt: Acme',
  kind: 'DOUBT' as const,
  clause: '3.1.6',
  dueOn: LAST_DAY,
  assigneeId: 'rep',
  ...more,
});
const company = (...matters: ReturnType<typeof matter>[]) => subjectOf('company', {}, { matters });
const follow = (more: object = {}, now = OVER, ...tasks: string[]) =>
  overdueStep.follow(runAt(now), company(matter(more)), { tasks }).matters ?? [];

describe('a matter whose last day has passed', () => {
  it('is one of the manager’s too, about the same', () => {
    expect(follow({ tags: ['tagRegion'], stage: 'SOLUTION', note: 'why' })).toEqual([
      {
        key: 'overdue:doubt:4',
        title: 'Overdue, to be seen to: Clear up what is in doubt: Acme',
        kind: 'OVERDUE',
        clause: '3.1.6',
        dueOn: LAST_DAY,
        assigneeId: 'manager',
        tags: ['tagRegion'],
        stage: 'SOLUTION',
        note: 'why',
        recurs: true,
      },
    ]);
  });

  it.each([
    ['its last day is not over', {}, BEFORE],
    ['it has none', { dueOn: null }, OVER],
    ['it is nobody’s', { assigneeId: null }, OVER],
    ['it is of who would see to it', { assigneeId: 'reviewer' }, OVER],
    ['what it asks for is on record', { isMet: true }, OVER],
  ])('is none while %s', (_what, more, now) => expect(follow(more, now)).toEqual([]));

  it.each([
    ...['DOUBT', 'NEED', 'STAGE', 'GATE'].map((kind) => [kind, 1]),
    // These tell of it themselves, or are the manager's as they are.
    ...['CHECK', 'CHECK_OVERDUE', 'RETURN', 'COMPLETION', 'NOTICE', 'CREDIT_STOP', 'AGREEMENT'].map((kind) => [
      kind,
      0,
    ]),
  ])('of the kind %s is told here %i times', (kind, times) => expect(follow({ kind })).toHaveLength(Number(times)));

  it('goes to who stands in for a manager, and not back to whose it is', () => {
    const users = [{ id: 'rep' }, { id: 'admin' }];
    const run = (...profiles: object[]) => runAt(OVER, { roster: rosterOf(profiles as never, users) });
    const whose = (...profiles: object[]) =>
      overdueStep
        .follow(run(...profiles), company(matter()), { tasks: [] })
        .matters?.map(({ assigneeId }) => assigneeId);
    const rep = { id: 'm1', workspaceMemberId: 'rep' };
    expect(whose(rep, { id: 'm2', workspaceMemberId: 'admin', duties: ['TAG_MANAGER'] })).toEqual(['admin']);
    expect(whose({ ...rep, duties: ['TAG_MANAGER'] })).toEqual([]);
    expect(whose(rep)).toEqual([]);
  });

  it('is none for what was open before the application, then and later', () => {
    const installing = runAt(OVER, { isInstalling: true });
    expect(overdueStep.follow(installing, { ...company(matter()), isFirst: true }, { tasks: [] })).toEqual({});
    expect(follow({}, OVER, 'doubt:4')).toEqual([]);
    expect(follow({}, OVER, 'doubt:4|rep')).toHaveLength(1);
  });

  it('has one task, opened once, handed on with the manager, and closed with the matter it is of', () => {
    const judge = (matters: readonly object[], tasks: readonly string[], run = runAt(OVER)) => {
      const subject = subjectOf('company', {}, { matters: matters as never });
      const { matters: more = [] } = overdueStep.follow(run, subject, { tasks });
      return taskStep.follow(run, { ...subject, matters: [...subject.matters, ...more] }, { tasks });
    };
    const id = taskId('company', 'x', 'overdue:doubt:4');
    // Ticked off or not, which no matter knows of.
    const first = judge([matter()], ['doubt:4|rep']);
    expect(first.tasks).toMatchObject([{ id, kind: 'OVERDUE', priority: 'HIGH', assigneeId: 'manager' }]);
    const tasks = first.memory?.tasks ?? [];
    expect(tasks).toEqual(['doubt:4|rep', 'overdue:doubt:4|manager']);
    expect(judge([matter()], tasks)).toMatchObject({ tasks: [], closedTasks: [], memory: { tasks } });
    const handed = judge([matter({ assigneeId: 'reviewer' })], tasks, runAt(OVER, { roster: led('reviewer', 'rep') }));
    expect(handed.tasks?.map(({ assigneeId }) => assigneeId)).toEqual(['reviewer', 'rep']);
    expect(judge([], tasks).closedTasks).toEqual([taskId('company', 'x', 'doubt:4'), id]);
  });
});

/** A team in which one leads the other. */
const led = (member: string, manager: string) =>
  rosterOf(
    [
      { id: 'm1', workspaceMemberId: member, managerId: 'm2' },
      { id: 'm2', workspaceMemberId: manager },
    ],
    [{ id: member }, { id: manager }],
  );
