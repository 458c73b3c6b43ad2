import type { BuiltApp } from '../../plugin/embedded/built-app.ts';
import type { ManifestLogicFunction } from '../../plugin/embedded/manifest.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import team from '../../seeds/sample-team.json' with { type: 'json' };

/** An event, and what the workspace answered while a hook carried it out: enough to do it again in a bare process. */
export interface Recording {
  readonly payload: unknown;
  readonly environment: Readonly<Record<string, string>>;
  readonly answers: readonly string[];
}

/** A workspace with the sample team as its past: no event has run yet. */
export const sampleWorkspace = (app: BuiltApp): Workspace => {
  const workspace = createWorkspace({ app });
  for (const { id, firstName, lastName, email } of team.members) {
    workspace.addMember({ id, firstName, lastName, email });
  }
  const [customer] = team.companies;
  workspace.insert(
    'tagMember',
    team.members.map(({ id, profileId, firstName, lastName, position, duties, joinedOn }) => ({
      id: profileId,
      name: `${lastName}${firstName}`,
      workspaceMemberId: id,
      position,
      duties,
      joinedOn,
    })),
  );
  workspace.insert(
    'tagProduct',
    team.products.map(({ keeper: keeperId, ...product }) => ({ ...product, keeperId })),
  );
  workspace.insert(
    'person',
    team.people.map(({ companyId: _later, ...person }) => person),
  );
  workspace.insert('company', team.companies);
  workspace.insert('tagCredit', team.credits);
  workspace.insert('opportunity', team.opportunities);
  workspace.insert('tagOpportunityItem', team.items);
  workspace.insert('tagChangeNotice', [
    { companyId: customer?.id, kind: 'NAME', occurredAt: '2026-11-23T02:00:00.000Z' },
  ]);
  return workspace;
};

/**
 * Has a hook carry out the creation of the first record of its object, in this process, and records it. Null when
 * no database event wakes the hook, or the sample has no such record.
 */
export const recordFirstEvent = async (
  workspace: Workspace,
  { name, universalIdentifier, databaseEventTriggerSettings: trigger }: ManifestLogicFunction,
): Promise<Recording | null> => {
  const [object = ''] = trigger?.eventName.split('.') ?? [];
  const record = object ? workspace.records(object)[0] : undefined;
  if (!record) return null;
  const payload = {
    name: `${object}.created`,
    workspaceId: workspace.id,
    recordId: record.id,
    workspaceMemberId: team.members[0]?.id,
    properties: { after: record },
  };
  const answers: string[] = [];
  const fetchBefore = globalThis.fetch;
  globalThis.fetch = async (_url, init) => {
    const { query, variables } = JSON.parse(String(init?.body)) as {
      query: string;
      variables?: Readonly<Record<string, unknown>>;
    };
    const answer = JSON.stringify(await workspace.answer(workspace.applicationToken, query, variables));
    answers.push(answer);
    return new Response(answer, { headers: { 'content-type': 'application/json' } });
  };
  try {
    await workspace.runFunction(name ?? universalIdentifier, payload);
  } finally {
    globalThis.fetch = fetchBefore;
  }
  const environment = { TWENTY_API_URL: workspace.url, TWENTY_APP_ACCESS_TOKEN: workspace.applicationToken };
  return { payload, environment, answers };
};
