import { phrase } from '../messages/phrase.ts';
import type { Matter } from './matters.ts';
import type { TwentyRecord } from './record-change.ts';
import { nameOf, type Run } from './run.ts';
import { nodesOf } from './values-of.ts';

/** A customer with several credit records: the tag manager leaves one (2.1.23). */
export const creditMatters = (run: Run, company: TwentyRecord): readonly Matter[] => {
  if (nodesOf(company.tagCredits).length < 2) return [];
  const { noticeLanguage: language } = run.settings;
  return [
    {
      key: 'credits',
      title: phrase('task.credits', language, { record: nameOf('company', company) }),
      clause: '2.1.23',
      note: phrase('task.credits.note', language),
      dueOn: null,
      assigneeId: run.roster.managerOf(null),
      recurs: true,
    },
  ];
};
