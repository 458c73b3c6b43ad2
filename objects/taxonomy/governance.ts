import { checkGroupOptions } from './check-groups.ts';
import { companyTags } from './company.ts';
import { opportunityTags } from './opportunity.ts';
import { actions, checkStates, completionStates, reviewStatuses, verdicts, verifications } from './picklists.ts';
import { memberTags } from './tag-member.ts';
import { productTags } from './tag-product.ts';
import type { GovernedObject, Option, Tag } from './types.ts';
import { entriesOf, GOVERNED_OBJECTS, tagValue, words } from './types.ts';

/** The end at workspaceMember of each object's tagEnteredBy. */
export const ENTERED_INVERSES: Readonly<Record<GovernedObject, string>> = {
  company: 'tagEnteredCompanies',
  opportunity: 'tagEnteredOpportunities',
  tagProduct: 'tagEnteredProducts',
  tagMember: 'tagEnteredMembers',
};

const JUDGED: Readonly<Record<GovernedObject, readonly Tag[]>> = {
  company: companyTags,
  opportunity: opportunityTags,
  tagProduct: productTags,
  tagMember: memberTags,
};

const isJudged = (tag: Tag): boolean => !tag.hidden && (tag.role !== 'LINK' || tag.required !== undefined);

/** The tags of an object as options, so that records can be filtered and counted by the tags a problem names. */
const optionsOf = (tags: readonly Tag[]): readonly Option[] =>
  tags.filter(isJudged).map((tag) => ({ value: tagValue(tag.name), label: tag.label, color: 'orange' }));

const KEY = { writer: 'APPLICATION', hidden: true, icon: 'IconFingerprint' } as const;

/** What duplicates are found by, whatever the spelling: Twenty can only group and look up what is stored. */
const matchKeysOf = (object: GovernedObject): readonly Tag[] => {
  if (object !== 'company' && object !== 'tagProduct') return [];
  const tag = entriesOf(object);
  const clauses = [object === 'company' ? '5.2.7' : '2.3.2'];
  const name = tag(
    'tagMatchKey',
    'TEXT',
    'GOVERNANCE',
    'GOVERNANCE',
    words('Name to compare (data)', '比对用名称', '比對用名稱'),
    words(
      'The name without spaces, brackets and other differences of spelling, for finding duplicates',
      '去除空格、括号等书写差异后的名称，用于查找重复记录',
      '去除空格、括號等書寫差異後的名稱，用於查找重複記錄',
    ),
    clauses,
    KEY,
  );
  if (object === 'tagProduct') return [name];
  const code = tag(
    'tagCreditCodeKey',
    'TEXT',
    'GOVERNANCE',
    'GOVERNANCE',
    words('Credit code to compare (data)', '比对用信用代码', '比對用信用代碼'),
    words(
      'The credit code without spaces and hyphens, for finding duplicates',
      '去除空格和连字符后的信用代码，用于查找重复记录',
      '去除空格和連字符後的信用代碼，用於查找重複記錄',
    ),
    clauses,
    KEY,
  );
  return [name, code];
};

/** What a reviewer says of the tags, for the action that goes with it: the three points of 4.3.3. */
const VERDICTS = [
  [
    'tagVerdictForm',
    words('Proper form', '填写规范', '填寫規範'),
    words('Whether the tags are filled in properly', '标签填写是否规范', '標籤填寫是否規範'),
    'IconForms',
  ],
  [
    'tagVerdictTruth',
    words('True, reliable', '真实可靠', '真實可靠'),
    words('Whether the information is true and reliable', '信息是否真实可靠', '資訊是否真實可靠'),
    'IconShieldCheck',
  ],
  [
    'tagVerdictBusiness',
    words('As business is', '与业务相符', '與業務相符'),
    words('Whether the tags agree with the real business', '标签与实际业务情况是否相符', '標籤與實際業務情況是否相符'),
    'IconBriefcase',
  ],
] as const;

/** A customer is checked by the seven groups of its tags (4.1.1, A8). */
const checkedGroupsOf = (object: GovernedObject): readonly Tag[] => {
  if (object !== 'company') return [];
  return [
    entriesOf(object)(
      'tagGroupsLeft',
      'MULTI_SELECT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Groups left', '待检查分组', '待檢查分組'),
      words(
        'Groups of tags still to be confirmed for the check that is due or begun',
        '本期检查中尚待确认的标签分组',
        '本期檢查中尚待確認的標籤分組',
      ),
      ['4.1.1', 'A8'],
      { writer: 'APPLICATION', options: checkGroupOptions, icon: 'IconListCheck' },
    ),
  ];
};

/** Which groups a person's confirmation is of. */
const sayingGroupsOf = (object: GovernedObject): readonly Tag[] => {
  if (object !== 'company') return [];
  return [
    entriesOf(object)(
      'tagCheckedGroups',
      'MULTI_SELECT',
      'GOVERNANCE',
      'ACTION',
      words('Tags checked', '确认的分组', '確認的分組'),
      words(
        'Which groups a confirmation is of; empty means all that the person may read',
        '本次确认涉及的标签分组；留空表示本人可查看的全部分组',
        '本次確認涉及的標籤分組；留空表示本人可檢視的全部分組',
      ),
      ['4.1.1', '4.1.2', 'A8'],
      { options: checkGroupOptions, statement: true, icon: 'IconListDetails' },
    ),
  ];
};

const governanceOf = (object: GovernedObject): readonly Tag[] => {
  const tag = entriesOf(object);
  const byApplication = { writer: 'APPLICATION' } as const;
  const verification = [
    tag(
      'tagVerification',
      'SELECT',
      'SUPPORT',
      'COLLECTION',
      words('Verification', '核实状态', '核實狀態'),
      words('Whether the information is verified or in doubt', '信息是否已核实或存疑', '資訊是否已核實或存疑'),
      ['3.1.5', '3.1.6'],
      { options: verifications, defaultValue: 'UNVERIFIED', statement: true, icon: 'IconShieldQuestion' },
    ),
    tag(
      'tagVerificationNote',
      'LONG_TEXT',
      'SUPPORT',
      'COLLECTION',
      words('Verify note', '核实说明', '核實說明'),
      words('How it was verified, or what is in doubt', '核实方式或存疑内容', '核實方式或存疑內容'),
      ['3.1.6'],
      { statement: true, icon: 'IconNotes', aliases: ['Verification note'] },
    ),
  ];
  return [
    ...matchKeysOf(object),
    tag(
      'tagReviewStatus',
      'SELECT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Review status', '审核状态', '審核狀態'),
      words('Where the tags stand in the review', '标签数据的审核状态', '標籤資料的審核狀態'),
      ['4.3.1'],
      { ...byApplication, options: reviewStatuses, defaultValue: 'INCOMPLETE', icon: 'IconChecklist' },
    ),
    tag(
      'tagCompleteness',
      'PERCENT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Complete (%)', '完整率（%）', '完整率（%）'),
      words(
        'Requirements met of those that apply, in percent',
        '已满足的必填要求占适用要求的百分比',
        '已滿足的必填要求佔適用要求的百分比',
      ),
      ['1.3.2', '3.2.6'],
      { ...byApplication, icon: 'IconPercentage', aliases: ['Completeness', '完整率'] },
    ),
    tag(
      'tagProblems',
      'RAW_JSON',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Problems (data)', '问题数据', '問題資料'),
      words(
        'Coded problems, for panels and reports',
        '问题的编码数据，供面板和报表使用',
        '問題的編碼資料，供面板和報表使用',
      ),
      ['3.2.6', '3.2.7'],
      { ...byApplication, hidden: true, icon: 'IconCode' },
    ),
    tag(
      'tagProblemSummary',
      'LONG_TEXT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Problems', '问题', '問題'),
      words('What is missing or wrong, in words', '缺少或有误的内容', '缺少或有誤的內容'),
      ['3.2.6', '4.3.4'],
      { ...byApplication, icon: 'IconAlertCircle' },
    ),
    tag(
      'tagProblemTags',
      'MULTI_SELECT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Problem tags', '有问题的标签', '有問題的標籤'),
      words('Tags that are missing or wrong', '缺少或有误的标签', '缺少或有誤的標籤'),
      ['3.2.6', '4.3.4', '7.1.2'],
      { ...byApplication, options: optionsOf([...JUDGED[object], ...verification]), icon: 'IconTags' },
    ),
    ...verification,
    tag(
      'tagEnteredAt',
      'DATE_TIME',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Entered at', '录入时间', '錄入時間'),
      words('When the tags were last entered', '标签最近一次录入的时间', '標籤最近一次錄入的時間'),
      ['3.2.8'],
      { ...byApplication, icon: 'IconClock' },
    ),
    tag(
      'tagEnteredBy',
      'MANY_TO_ONE',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Entered by', '录入人员', '錄入人員'),
      words('Who last entered the tags', '最近一次录入标签的人员', '最近一次錄入標籤的人員'),
      ['3.2.8'],
      {
        ...byApplication,
        relation: { target: 'workspaceMember', inverse: ENTERED_INVERSES[object], onDelete: 'SET_NULL' },
        icon: 'IconUserEdit',
      },
    ),
    tag(
      'tagEnteredByName',
      'TEXT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Entered (name)', '录入人员姓名', '錄入人員姓名'),
      words(
        'The name of who last entered the tags, as it was then; kept when they leave',
        '最近一次录入标签的人员当时的姓名，人员离开后仍保留',
        '最近一次錄入標籤的人員當時的姓名，人員離開後仍保留',
      ),
      ['3.2.8'],
      { ...byApplication, icon: 'IconId' },
    ),
    tag(
      'tagCompleteBy',
      'DATE',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Complete by', '补全期限', '補全期限'),
      words(
        'The last day on which what is missing or wrong is entered in time',
        '缺少或有误的标签按时补全的最后一天',
        '缺少或有誤的標籤按時補全的最後一天',
      ),
      ['3.2.3', '3.2.6'],
      { ...byApplication, icon: 'IconCalendarExclamation' },
    ),
    tag(
      'tagCompletionState',
      'SELECT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Completion', '补全状态', '補全狀態'),
      words(
        'Planned for a later day, to be completed, or overdue; empty when nothing is to be completed',
        '已安排到以后、待补全或已逾期；无需补全时为空',
        '已安排到以後、待補全或已逾期；無需補全時為空',
      ),
      ['3.2.3', '3.2.6'],
      { ...byApplication, options: completionStates, icon: 'IconProgressAlert' },
    ),
    tag(
      'tagLastCheckedAt',
      'DATE_TIME',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Last checked', '上次检查时间', '上次檢查時間'),
      words('When the tags were last confirmed or approved', '标签最近一次检查的时间', '標籤最近一次檢查的時間'),
      ['4.1.1', 'A8'],
      { ...byApplication, icon: 'IconCalendarCheck' },
    ),
    tag(
      'tagNextCheckOn',
      'DATE',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Next check by', '下次检查期限', '下次檢查期限'),
      words(
        'The last day on which the next check is in time',
        '下一次检查按时完成的最后一天',
        '下一次檢查按時完成的最後一天',
      ),
      ['4.1.1', '4.1.4', '4.1.10', 'A6'],
      { ...byApplication, icon: 'IconCalendarDue' },
    ),
    tag(
      'tagCheckState',
      'SELECT',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Check state', '检查状态', '檢查狀態'),
      words('Current, due or overdue', '正常、待检查或已逾期', '正常、待檢查或已逾期'),
      ['4.1.1', '4.1.4', '4.1.10'],
      { ...byApplication, options: checkStates, icon: 'IconCalendarTime' },
    ),
    ...checkedGroupsOf(object),
    tag(
      'tagAction',
      'SELECT',
      'GOVERNANCE',
      'ACTION',
      words('Action', '操作', '操作'),
      words(
        'Set it to ask for a check, an approval or a return; it is carried out and cleared',
        '设置后系统执行确认、审核或退回，并自动清除',
        '設定後系統執行確認、審核或退回，並自動清除',
      ),
      ['4.1.1', '4.3.1', '4.3.4'],
      { options: actions, statement: true, icon: 'IconBolt' },
    ),
    tag(
      'tagActionNote',
      'LONG_TEXT',
      'GOVERNANCE',
      'ACTION',
      words('Action note', '操作说明', '操作說明'),
      words('Reason for the action; needed for a return', '操作的理由；退回时必填', '操作的理由；退回時必填'),
      ['4.3.4'],
      { statement: true, icon: 'IconMessage' },
    ),
    ...VERDICTS.map(([name, label, description, icon]) =>
      tag(name, 'SELECT', 'GOVERNANCE', 'ACTION', label, description, ['4.3.3', '1.3.1', '3.2.4'], {
        options: verdicts,
        statement: true,
        icon,
      }),
    ),
    ...sayingGroupsOf(object),
    tag(
      'tagReturnedTags',
      'ARRAY',
      'GOVERNANCE',
      'ACTION',
      words('Returned tags', '退回标签', '退回標籤'),
      words('Tags the reviewer wants corrected', '审核人员要求修改的标签', '審核人員要求修改的標籤'),
      ['4.3.4'],
      { statement: true, icon: 'IconArrowBackUp' },
    ),
    tag(
      'tagActionResult',
      'LONG_TEXT',
      'GOVERNANCE',
      'ACTION',
      words('Action result', '操作结果', '操作結果'),
      words(
        'What became of the last action: done, or refused and why',
        '最近一次操作的结果：已执行，或被拒绝的原因',
        '最近一次操作的結果：已執行，或被拒絕的原因',
      ),
      ['4.3.3', '4.3.4'],
      { ...byApplication, icon: 'IconMessageCheck' },
    ),
    tag(
      'tagBaseline',
      'RAW_JSON',
      'GOVERNANCE',
      'GOVERNANCE',
      words('Last judged (data)', '上次判定数据', '上次判定資料'),
      words(
        'What the application last saw of the tags, so that a change is found even when its event was lost',
        '系统上次判定时的标签摘要，用于在事件丢失时仍能发现变更',
        '系統上次判定時的標籤摘要，用於在事件遺失時仍能發現變更',
      ),
      ['3.2.8', '4.1.3'],
      { ...byApplication, hidden: true, sensitive: true, icon: 'IconFingerprint' },
    ),
  ];
};

/** The governance set, the same on every governed object. */
export const governanceTags: readonly Tag[] = GOVERNED_OBJECTS.flatMap(governanceOf);
