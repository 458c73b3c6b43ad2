import { type AccessList, accessList, rolePatches } from '../access/holders.ts';
import { mayRead } from '../gateway/caller.ts';
import { TwentyError } from '../gateway/errors.ts';
import { judgeScope } from '../gateway/follow-scope.ts';
import { loadSurroundings } from '../gateway/load.ts';
import { reportFailures } from '../gateway/report.ts';
import { readRoleHolders } from '../gateway/roles.ts';
import { upsertEach } from '../gateway/write.ts';
import { startRun } from '../pipeline/start-run.ts';
import { RequestFault } from '../requests/request-fault.ts';
import { scopeOfRecords } from '../requests/scope-of-records.ts';
import { emptySnapshot } from '../run/snapshot.ts';
import { answerRoute, type Caller, type Wanted } from './answer-route.ts';
import type { Environment } from './environment.ts';

const readRequest = (): Wanted => ({ object: 'tagMember', ids: [] });

const untold = (error: unknown): never => {
  if (error instanceof TwentyError && !error.isTransient) throw new RequestFault('ROLES_UNTOLD');
  throw error;
};

const work = async (environment: Environment, { language }: Caller): Promise<AccessList> => {
  const { client, callerClient, settings, now } = environment;
  // Whoever may see agreements supervises or leads.
  if (!(await mayRead(callerClient, 'tagAgreement', 'id'))) throw new RequestFault('NOT_ALLOWED');
  const [holders, surroundings] = await Promise.all([
    readRoleHolders(callerClient).catch(untold),
    loadSurroundings(client),
  ]);
  const run = startRun({ snapshot: emptySnapshot(), surroundings, settings, now });
  const patches = rolePatches(surroundings.members, holders, run.today);
  const byId = new Map(patches.map(({ id, fields }) => [id, fields]));
  if (patches.length > 0 && !settings.isPaused) {
    const { failures } = await upsertEach(client, 'tagMember', patches);
    reportFailures(failures);
    // Who sees what without an agreement is the supervisor's from now on.
    await judgeScope(environment, scopeOfRecords('tagMember', [...byId.keys()]));
  }
  const members = surroundings.members.map((profile) => ({ ...profile, ...byId.get(String(profile.id)) }));
  return accessList(run, members, holders, language);
};

/** Who holds which role that shows sensitive tags, since when it was seen, and how their agreement stands. */
export const showHolders = answerRoute(readRequest, work);
