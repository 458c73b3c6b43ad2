import type { Span } from '../assessment/quarters.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { Surroundings } from '../run/snapshot.ts';
import { judgedChanges, judgedLines, judgedRectifications, recordsToMend } from './assessment-facts.ts';
import type { TwentyClient } from './client.ts';
import { surroundingQueries, surroundingsOf } from './load.ts';
import { type Lists, readNamed } from './read.ts';
import { ASSESSMENT_SELECTION } from './selection.ts';

/** The assessments of one member, with the team and all that are to be confirmed: one request. */
export const loadAssessments = async (
  client: TwentyClient,
  memberId: string,
): Promise<{ readonly surroundings: Surroundings; readonly assessments: readonly TwentyRecord[] }> => {
  const lists = await readNamed(client, {
    ...surroundingQueries,
    assessments: {
      object: 'tagAssessment',
      filter: { or: [{ memberId: { eq: memberId } }, { judgedStatus: { eq: 'DRAFT' } }] },
      selection: ASSESSMENT_SELECTION,
    },
  });
  return { surroundings: await surroundingsOf(client, lists), assessments: lists.assessments ?? [] };
};

const LINKS = 'companyId opportunityId productId memberId';

/** What counted against people in a span of dates, and their records to mend as they stand, a page of each: one request. */
export const loadBehind = async (
  client: TwentyClient,
  users: readonly string[],
  span: Span,
  timeZone: string,
): Promise<{
  readonly logs: readonly TwentyRecord[];
  readonly notices: readonly TwentyRecord[];
  readonly rectifications: readonly TwentyRecord[];
  readonly records: Lists;
}> => {
  const {
    logs = [],
    notices = [],
    rectifications = [],
    ...records
  } = await readNamed(client, {
    ...recordsToMend(users),
    logs: {
      object: 'tagLog',
      filter: { and: [{ responsibleId: { in: users } }, judgedLines(span, timeZone, true)] },
      selection: `id name kind at dueOn ${LINKS}`,
      orderBy: 'dueOn',
      isOnePage: true,
    },
    notices: {
      object: 'tagChangeNotice',
      filter: {
        and: [
          { assigneeId: { in: users } },
          judgedChanges(span),
          { or: [{ isDetected: { eq: true } }, { status: { neq: 'DONE' } }] },
        ],
      },
      selection: `id name kind dueOn isDetected ${LINKS}`,
      orderBy: 'dueOn',
      isOnePage: true,
    },
    rectifications: {
      object: 'tagRectification',
      filter: { and: [{ assigneeId: { in: users } }, judgedRectifications(span, true)] },
      selection: 'id name firstDueOn',
      orderBy: 'firstDueOn',
      isOnePage: true,
    },
  });
  return { logs, notices, rectifications, records };
};
