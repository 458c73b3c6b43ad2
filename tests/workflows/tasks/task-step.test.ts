import { describe, expect, it } from 'vitest';
import { taskId } from '../../../workflows/run/task.ts';
import { taskStep } from '../../../workflows/tasks/task-step.ts';
import { tasksMemory } from '../../../workflows/tasks/tasks-memory.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const matter = (key: string, assigneeId: string | null = 'rep', more: object = {}) => ({
  key,
  title: key,
  kind: 'CHECK' as const,
  clause: '4.1.1',
  dueOn: null,
  assigneeId,
  ...more,
});
const company = (...matters: ReturnType<typeof matter>[]) => subjectOf('company', {}, { matters });
const remembering = (...tasks: string[]) => ({ tasks });

describe('what a task says beside its title', () => {
  const planned = (more: object, object: 'company' | 'opportunity' = 'opportunity') =>
    taskStep.follow(runAt(), subjectOf(object, {}, { matters: [matter('a', 'rep', more)] }), remembering()).tasks?.[0];

  it.each([
    ['STAGE', 'NORMAL'],
    ['GATE', 'HIGH'],
    ['NOTICE', 'HIGH'],
    ['NOTICE_OVERDUE', 'HIGH'],
    ['CORRECTION', 'NORMAL'],
    ['CHECK', 'NORMAL'],
    ['CHECK_OVERDUE', 'HIGH'],
    ['RETURN', 'HIGH'],
    ['DOUBT', 'NORMAL'],
    ['COMPLETION', 'HIGH'],
    ['COMPLETION_OVERDUE', 'HIGH'],
    ['CREDIT_STOP', 'HIGH'],
    ['CREDITS', 'LOW'],
  ])('%s is of priority %s', (kind, priority) => expect(planned({ kind })).toMatchObject({ kind, priority }));

  it('the stage, where the matter has one', () => {
    expect(planned({ stage: 'SOLUTION' })).toMatchObject({ stage: 'SOLUTION' });
    expect(planned({})).toMatchObject({ stage: null });
  });

  it.each([
    ['own tags', ['tagCompetitors', 'tagStage', 'tagAdvantage'], ['STAGE', 'COMPETITION']],
    ['tags of the customer', ['company.rating', 'tagItems', 'company.tagRegion'], ['BASIC', 'CREDIT', 'STAGE']],
    ['what is no tag', ['nothing', 'company.nothing', 'nobody.name', 'tagReviewStatus'], []],
    ['no tags', undefined, []],
  ])('the groups of its tags, in the policy’s order: %s', (_what, tags, groups) => {
    expect(planned({ tags })?.groups).toEqual(groups);
  });
});

describe('the tasks of a record', () => {
  it('are opened once for each matter', () => {
    const first = taskStep.follow(runAt(), company(matter('b'), matter('a')), remembering());
    expect(first.tasks?.map(({ title }) => title)).toEqual(['b', 'a']);
    expect(first.memory).toEqual({ tasks: ['a|rep', 'b|rep'] });
    const second = taskStep.follow(runAt(), company(matter('b'), matter('a')), remembering('a|rep', 'b|rep'));
    expect(second).toMatchObject({ tasks: [], closedTasks: [] });
  });

  it('are closed with their matter', () => {
    const { closedTasks, memory } = taskStep.follow(runAt(), company(), remembering('a|rep'));
    expect(closedTasks).toEqual([taskId('company', 'x', 'a')]);
    expect(memory).toEqual({ tasks: [] });
  });

  it('are handed on with their matter, and not to nobody', () => {
    const handed = taskStep.follow(runAt(), company(matter('a', 'manager')), remembering('a|rep'));
    expect(handed.tasks).toMatchObject([{ assigneeId: 'manager', isReopened: false }]);
    expect(taskStep.follow(runAt(), company(matter('a', null)), remembering('a|rep')).tasks).toEqual([]);
  });

  describe('that name tags', () => {
    const about = (...tags: string[]) => company(matter('a', 'rep', { tags }));
    const opened = () => taskStep.follow(runAt(), about('tagIndustry', 'tagCustomerType'), remembering()).memory;

    it('are written anew when it is about others, and not otherwise', () => {
      const memory = tasksMemory({ ...opened() });
      expect(taskStep.follow(runAt(), about('tagIndustry', 'tagCustomerType'), memory)).toMatchObject({
        tasks: [],
        memory,
      });
      const fewer = taskStep.follow(runAt(), about('tagIndustry'), memory);
      expect(fewer.tasks).toMatchObject([
        { body: ['Policy clause 4.1.1', 'Tags: Industry'], isReopened: false, isRewritten: true },
      ]);
      expect(taskStep.follow(runAt(), about('tagIndustry'), tasksMemory({ ...fewer.memory })).tasks).toEqual([]);
      // That nothing is named any more is no news.
      expect(taskStep.follow(runAt(), about(), memory)).toMatchObject({ tasks: [], memory });
    });

    it('stay as they are where that was not remembered when they were opened, until they are handed on', () => {
      expect(taskStep.follow(runAt(), about('tagIndustry'), remembering('a|rep'))).toMatchObject({
        tasks: [],
        memory: { tasks: ['a|rep'] },
      });
      const { tasks, memory } = taskStep.follow(runAt(), about('tagIndustry'), remembering('a|manager'));
      expect(tasks).toHaveLength(1);
      expect(memory).toMatchObject({ tasks: [expect.stringMatching(/^a\|rep\|./)] });
    });
  });

  it('are opened again where the matter may come again', () => {
    const again = taskStep.follow(runAt(), company(matter('a', 'rep', { recurs: true })), remembering());
    expect(again.tasks).toMatchObject([{ isReopened: true }]);
  });

  it('are none for what was open before the application, then and later', () => {
    const run = runAt(undefined, { isInstalling: true });
    const first = taskStep.follow(run, { ...company(matter('a')), isFirst: true }, remembering());
    expect(first).toEqual({ memory: { tasks: ['a'] } });
    const later = taskStep.follow(runAt(), company(matter('a', 'manager')), remembering('a'));
    expect(later).toEqual({ tasks: [], closedTasks: [], deletedTasks: [], memory: { tasks: ['a'] } });
  });
});
