import { phrase } from '../messages/phrase.ts';
import { nameOf } from '../run/run.ts';
import { nodesOf } from '../run/values-of.ts';
import type { Step } from '../subject/step.ts';

/** A customer with several credit records, as after a merge: the tag manager leaves one (2.1.23). */
export const creditStep: Step = {
  follow: (run, { object, record }) => {
    if (object !== 'company' || nodesOf(record.tagCredits).length < 2) return {};
    const { noticeLanguage: language } = run.settings;
    return {
      matters: [
        {
          kind: 'CREDITS',
          key: 'credits',
          title: phrase('task.credits', language, { record: nameOf('company', record) }),
          clause: '2.1.23',
          note: phrase('task.credits.note', language),
          dueOn: null,
          assigneeId: run.roster.managerOf(null),
          recurs: true,
        },
      ],
    };
  },
};
