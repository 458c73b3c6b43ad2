import team from '../../seeds/sample-team.json' with { type: 'json' };
import type { SampleTeam } from '../embedded/sample.ts';
import type { Workspace } from '../embedded/workspace.ts';

const idOf = (name: string): string => {
  const company = team.companies.find((candidate) => candidate.name === name);
  if (!company) throw new Error(`The sample team has no customer "${name}"`);
  return company.id;
};

/** A customer about whom there is much to see: tags missing and wrong, a change reported and not yet followed. */
export const BUSY_CUSTOMER = '云南滇红茶业有限公司';
const RETURNED_CUSTOMER = '浙江华盛电子科技股份有限公司';

const REPORT = 'mutation Report($data:TagChangeNoticeCreateInput!){createTagChangeNotice(data:$data){id}}';
const UPDATE = 'mutation Update($id:UUID!,$data:CompanyUpdateInput!){updateCompany(id:$id,data:$data){id}}';

/** What the team does on the morning of the preview, so that the panel has something to show. */
export const tellStory = async (workspace: Workspace, { tokens }: SampleTeam, now: Date): Promise<void> => {
  const as = (key: string) => workspace.client(tokens.get(key) ?? workspace.apiKey);
  const busy = idOf(BUSY_CUSTOMER);
  await as('zhao').request(REPORT, {
    data: {
      kind: 'BUSINESS_SCOPE',
      companyId: busy,
      occurredAt: now.toISOString(),
      description: '新增预包装食品的网络销售',
    },
  });
  await as('zhao').request(UPDATE, {
    id: busy,
    data: { tagBudgetMax: { amountMicros: 180_000_000_000, currencyCode: 'CNY' } },
  });
  await as('zhou').request(UPDATE, {
    id: idOf(RETURNED_CUSTOMER),
    data: {
      tagAction: 'RETURN',
      tagActionNote: '企业名称请与营业执照核对',
      tagReturnedTags: ['name'],
      tagVerdictTruth: 'FAIL',
    },
  });
  await workspace.settle();
};
