import team from '../../seeds/sample-team.json' with { type: 'json' };
import { entryId } from '../../workflows/dictionary/entry-id.ts';
import { recordId } from '../../workflows/run/record-id.ts';
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

/** A customer of a type that the company has defined itself, and what that is. */
export const TERM_CUSTOMER = '苏州明锐光学有限公司';
export const TERM = '专精特新企业';

/** A word for an option that the company's dictionary knows, and one that is not used any more in favour of it. */
export const ALIAS = '分销商';
export const RETIRED_TERM = '渠道伙伴';

const REPORT = 'mutation Report($data:TagChangeNoticeCreateInput!){createTagChangeNotice(data:$data){id}}';
const UPDATE = 'mutation Update($id:UUID!,$data:CompanyUpdateInput!){updateCompany(id:$id,data:$data){id}}';
const DEFINE = 'mutation Define($id:UUID!,$data:TagDefinitionUpdateInput!){updateTagDefinition(id:$id,data:$data){id}}';

/** Whose assessment there is to see. */
export const ASSESSED_MEMBER = '王志强';

/** An assessment that a supervisor has confirmed this morning, and its member may appeal against. */
const assess = (workspace: Workspace): void => {
  const memberId = team.members.find(({ key }) => key === 'wang')?.profileId ?? '';
  const quarter = '2026Q3';
  workspace.insert('tagAssessment', [
    {
      key: `${memberId}:${quarter}`,
      name: `${quarter} ${ASSESSED_MEMBER}`,
      memberId,
      quarter,
      ...{ accuracy: 87.5, accuracyPart: 14, accuracyWhole: 16 },
      ...{ timeliness: 91.3, timelinessPart: 21, timelinessWhole: 23, byDiscovery: 1 },
      ...{ completeness: 93.18, completenessPart: 10.25, completenessWhole: 11 },
      ...{ propriety: 90.91, proprietyPart: 10, proprietyWhole: 11 },
      ...{ rectificationPart: 0, rectificationWhole: 0 },
      ...{ score: 90.41, grade: 'GOOD', weights: '30/30/20/10/10', countedAt: '2026-09-29T16:00:00.000Z' },
      parts: {
        CHANGE: { part: 3, whole: 4 },
        CHECK: { part: 12, whole: 13 },
        COMPLETION: { part: 4, whole: 4 },
        CORRECTION: { part: 2, whole: 2 },
      },
      ...{ status: 'CONFIRMED', judgedStatus: 'CONFIRMED', confirmedAt: '2026-09-30T00:30:00.000Z' },
      ...{ confirmedBy: '周敏', appealUntil: '2026-10-10' },
    },
  ]);
};

/** The inspection of the month, which its inspector has begun to score. */
const inspect = (workspace: Workspace): void => {
  const { profileId } = team.members.find(({ key }) => key === 'wang') ?? {};
  const sample = workspace
    .records('company')
    .slice(0, 4)
    .map(({ id, name }) => ({ object: 'company', id, name, member: profileId }));
  workspace.insert('tagInspection', [
    {
      id: recordId('inspection:2026-09'),
      ...{ key: '2026-09', period: '2026-09', name: '2026-09', dueOn: '2026-09-30', sample },
      ...{ status: 'DRAFT', judgedStatus: 'DRAFT', methods: ['CRM_RECORDS'], creationAccuracy: 85 },
      ...{ creationAccuracyFigure: 87.5, creationTimelinessFigure: 91.67, updatePropriety: 90 },
      ...{ updateProprietyFigure: 90.91, updateCompletenessFigure: 93.18 },
      counted: {
        creationAccuracy: { part: 14, whole: 16 },
        creationTimeliness: { part: 11, whole: 12 },
        updatePropriety: { part: 10, whole: 11 },
        updateCompleteness: { part: 10.25, whole: 11 },
      },
    },
  ]);
};

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
  const term = recordId('preview:term');
  const dealer = entryId('company', 'tagCustomerType', 'DEALER');
  const type = { objectName: 'company', tag: 'tagCustomerType', status: 'APPROVED' };
  workspace.insert('tagDefinition', [
    {
      ...{ ...type, id: term, name: TERM, term: TERM, aliases: ['小巨人企业'] },
      definition: '经省级以上主管部门认定的专业化、精细化、特色化、新颖化中小企业',
    },
    {
      ...{ ...type, id: recordId('preview:retired-term'), name: RETIRED_TERM, term: RETIRED_TERM },
      ...{ definition: '代本公司向最终客户销售的企业', status: 'RETIRED', replacedById: dealer },
    },
  ]);
  await as('sun').request(DEFINE, { id: dealer, data: { aliases: [ALIAS] } });
  await as('zhao').request(UPDATE, {
    id: idOf(TERM_CUSTOMER),
    data: { tagCustomerType: 'OTHER', tagCustomerTypeTermId: term },
  });
  await workspace.settle();
  assess(workspace);
  inspect(workspace);
};
