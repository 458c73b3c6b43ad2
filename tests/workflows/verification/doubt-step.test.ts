import { describe, expect, it } from 'vitest';
import { doubtStep } from '../../../workflows/verification/doubt-step.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const AT = '2026-09-22T02:00:00.000Z';
const marked = (tagVerification: string) =>
  subjectOf('company', {
    accountOwnerId: 'rep',
    tagVerification,
    updatedAt: AT,
    updatedBy: { source: 'MANUAL', workspaceMemberId: 'manager' },
  });

describe('what is marked doubtful', () => {
  it('is a matter of the owner’s, due a working day later', () => {
    const { matters, memory } = doubtStep.follow(runAt(), marked('DOUBTFUL'), {});
    expect(matters).toMatchObject([{ key: 'doubt:4', clause: '3.1.6', dueOn: '2026-09-23', assigneeId: 'rep' }]);
    expect(memory).toEqual({ doubt: { since: AT, key: '4' } });
  });

  it('is the same matter until it is cleared up', () => {
    const doubt = { since: '2026-09-16T02:00:00.000Z', key: '2' };
    const { matters, memory } = doubtStep.follow(runAt(), marked('DOUBTFUL'), { doubt });
    expect(matters).toMatchObject([{ key: 'doubt:2', dueOn: '2026-09-17' }]);
    expect(memory).toEqual({ doubt });
    expect(doubtStep.follow(runAt(), marked('VERIFIED'), { doubt })).toEqual({});
  });
});
