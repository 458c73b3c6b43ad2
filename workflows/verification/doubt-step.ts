import { phrase } from '../messages/phrase.ts';
import { assigneeOf } from '../run/assignee.ts';
import { nameOf, writtenBy } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { type VerificationMemory, verificationMemory } from './verification-memory.ts';

/** What is marked doubtful is a matter of the owner's until it is cleared up (3.1.6). */
export const doubtStep: Step<VerificationMemory> = {
  memory: verificationMemory,
  follow: (run, { object, record, values, entry, version }, memory) => {
    if (values.tagVerification !== 'DOUBTFUL') return {};
    const since = writtenBy(record)?.at ?? entry?.at ?? run.now.toISOString();
    const doubt = memory.doubt ?? { since, key: String(version) };
    const { noticeLanguage: language, correctionDays } = run.settings;
    return {
      matters: [
        {
          kind: 'DOUBT',
          key: `doubt:${doubt.key}`,
          title: phrase('task.doubt', language, { record: nameOf(object, record) }),
          clause: '3.1.6',
          dueOn: run.calendar.deadline({ from: doubt.since, days: correctionDays }).dueDate,
          assigneeId: assigneeOf(run, object, record),
        },
      ],
      memory: { doubt },
    };
  },
};
