import team from '../../seeds/sample-team.json' with { type: 'json' };
import type { Workspace } from './workspace.ts';

type Data = Readonly<Record<string, unknown>>;

/** The users of the sample team, by their short names. */
export interface SampleTeam {
  readonly tokens: ReadonlyMap<string, string>;
  readonly ids: ReadonlyMap<string, string>;
}

const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const createMany = async (
  workspace: Workspace,
  token: string,
  object: string,
  plural: string,
  data: readonly Data[],
) => {
  if (data.length === 0) return;
  await workspace
    .client(token)
    .request(`mutation($data:[${capitalize(object)}CreateInput!]!){create${capitalize(plural)}(data:$data){id}}`, {
      data,
    });
  await workspace.settle();
};

/**
 * Loads the sample team as its people would have entered it: each through the API with their own token, the hooks
 * running after each batch. Progress is told in steps.
 */
export const loadSample = async (
  workspace: Workspace,
  progress: (step: string) => void = () => {},
): Promise<SampleTeam> => {
  const tokens = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const { id, key, firstName, lastName, email } of team.members) {
    tokens.set(key, workspace.addMember({ id, firstName, lastName, email }).token);
    ids.set(key, id);
  }
  const tokenOf = (userId: string): string => {
    const key = team.members.find((member) => member.id === userId)?.key ?? '';
    return tokens.get(key) ?? workspace.apiKey;
  };
  const manager = tokens.get('chen') ?? workspace.apiKey;
  const keeper = tokens.get('sun') ?? workspace.apiKey;

  progress('team');
  const profiles = team.members.map((member) => ({
    id: member.profileId,
    name: `${member.lastName}${member.firstName}`,
    workspaceMemberId: member.id,
    jobPosition: member.jobPosition,
    duties: member.duties,
    reviewerSkills: member.reviewerSkills,
    joinedOn: member.joinedOn,
  }));
  await createMany(workspace, manager, 'tagMember', 'tagMembers', profiles);
  for (const { profileId, manager: managerId } of team.members) {
    if (!managerId) continue;
    await workspace
      .client(manager)
      .request('mutation($id:UUID!,$data:TagMemberUpdateInput!){updateTagMember(id:$id,data:$data){id}}', {
        id: profileId,
        data: { managerId },
      });
  }
  await workspace.settle();

  progress('products');
  const products = team.products.map(({ keeper: keeperId, ...product }) => ({ ...product, keeperId }));
  await createMany(workspace, keeper, 'tagProduct', 'tagProducts', products);

  progress('customers');
  // Contacts come first without their company, which does not exist yet.
  workspace.insert(
    'person',
    team.people.map(({ companyId: _later, ...person }) => person),
  );
  for (const [owner, companies] of Map.groupBy(team.companies, (company) => company.accountOwnerId)) {
    await createMany(workspace, tokenOf(owner), 'company', 'companies', companies);
  }
  await createMany(workspace, manager, 'tagCredit', 'tagCredits', team.credits);

  progress('opportunities');
  for (const [owner, opportunities] of Map.groupBy(team.opportunities, (opportunity) => opportunity.ownerId)) {
    await createMany(workspace, tokenOf(owner), 'opportunity', 'opportunities', opportunities);
  }
  const dealOwners = new Map(team.opportunities.map((opportunity) => [opportunity.id, opportunity.ownerId]));
  for (const [owner, items] of Map.groupBy(team.items, (item) => dealOwners.get(item.opportunityId) ?? '')) {
    await createMany(workspace, tokenOf(owner), 'tagOpportunityItem', 'tagOpportunityItems', items);
  }
  const parts = Map.groupBy(team.dealRoles, (part) => dealOwners.get(part.opportunityId) ?? '');
  for (const [owner, ofOwner] of parts) {
    await createMany(workspace, tokenOf(owner), 'tagOpportunityMember', 'tagOpportunityMembers', ofOwner);
  }
  await createMany(workspace, manager, 'tagTarget', 'tagTargets', team.targets);
  return { tokens, ids };
};
