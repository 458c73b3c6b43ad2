import type { OpenWork } from '../panel/work-answer.ts';
import type { TwentyClient } from './client.ts';
import { readNamed } from './read.ts';

/** Reads what is open and somebody's, as the token may see it: their change notices and their tasks of the policy. */
export const loadOpenWork = async (client: TwentyClient, memberId: string): Promise<OpenWork> => {
  const { notices = [], tasks = [] } = await readNamed(client, {
    notices: {
      object: 'tagChangeNotice',
      filter: { and: [{ assigneeId: { eq: memberId } }, { status: { in: ['OPEN', 'OVERDUE'] } }] },
      selection: 'id name kind dueOn',
    },
    tasks: {
      object: 'task',
      filter: {
        and: [{ assigneeId: { eq: memberId } }, { tagMatter: { is: 'NOT_NULL' } }, { status: { neq: 'DONE' } }],
      },
      selection: 'id title tagMatter dueAt',
    },
  });
  return { notices, tasks };
};
