import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { loadScope } from '../../plugin/gateway/load.ts';
import { readLists } from '../../plugin/gateway/read.ts';
import { WRITE_SIZE, writePlan } from '../../plugin/gateway/write.ts';
import { planRun } from '../pipeline/plan-run.ts';
import { emptyScope, type Scope } from '../pipeline/scope.ts';
import type { Environment } from './environment.ts';
import { type FollowResult, reportFailures, subjectsIn } from './follow-scope.ts';

export interface JudgeAllOptions {
  readonly mode: 'FULL';
  /** First judgement after an installation: records that were there before are let in without tasks or log. */
  readonly isInstalling?: boolean;
  /** Epoch milliseconds after which no further page is begun. */
  readonly deadline: number;
}

const SCOPES = {
  company: 'companyIds',
  opportunity: 'opportunityIds',
  tagProduct: 'productIds',
  tagMember: 'memberIds',
} as const satisfies Readonly<Record<GovernedObject, keyof Scope>>;

const pagesOf = async (environment: Environment): Promise<readonly Scope[]> => {
  const lists = await readLists(
    environment.client,
    GOVERNED_OBJECTS.map((object) => ({ object, filter: {}, selection: 'id' })),
  );
  return GOVERNED_OBJECTS.flatMap((object, at) => {
    const ids = (lists[at] ?? []).map((record) => String(record.id));
    return Array.from({ length: Math.ceil(ids.length / WRITE_SIZE) }, (_unused, page) => ({
      ...emptyScope(),
      [SCOPES[object]]: new Set(ids.slice(page * WRITE_SIZE, (page + 1) * WRITE_SIZE)),
    }));
  });
};

/** Judges every governed record, page by page, until all are judged or the time is up. */
export const judgeAll = async (
  environment: Environment,
  { isInstalling = false, deadline }: JudgeAllOptions,
): Promise<FollowResult> => {
  const { client, settings, now } = environment;
  const total = { judged: 0, written: 0, failures: 0 };
  for (const scope of await pagesOf(environment)) {
    if (Date.now() >= deadline) break;
    const { snapshot, surroundings } = await loadScope(client, scope);
    const { written, failures } = await writePlan(
      client,
      planRun({ snapshot, surroundings, settings, now, isInstalling }),
    );
    reportFailures(failures);
    total.judged += subjectsIn(snapshot);
    total.written += written;
    total.failures += failures.length;
  }
  return total;
};
