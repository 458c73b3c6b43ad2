import { expect, it } from 'vitest';
import { recordId } from '../../../workflows/run/record-id.ts';
import { taskId } from '../../../workflows/run/task.ts';

// These never change: another id for the same fact would write every log row, notice and task a second time.
it.each([
  ['log:ENTERED:aaaaaaaa-0000-4000-8000-000000000001:first', '17db7b8f-7388-5fba-b8ea-c5fe2036d580'],
  ['taskTarget:bbbbbbbb-0000-4000-8000-000000000001', '3d52acda-d542-5a73-8b9d-7363ba66739d'],
  ['detected:NAME:aaaaaaaa-0000-4000-8000-000000000001:3', 'd7b61d4a-3fe8-5b33-a966-7906c0211626'],
])('%s', (key, id) => expect(recordId(key)).toBe(id));

it('the task of a matter hangs on object, record and matter alone', () => {
  const subject = 'aaaaaaaa-0000-4000-8000-000000000001';
  expect(taskId('company', subject, 'check:2026-09-30')).toBe(recordId(`task:company:${subject}:check:2026-09-30`));
  const others = [
    taskId('opportunity', subject, 'check:2026-09-30'),
    taskId('company', subject, 'check:2026-10-30'),
    taskId('company', subject.replace('1', '2'), 'check:2026-09-30'),
  ];
  expect(others).not.toContain(taskId('company', subject, 'check:2026-09-30'));
});
