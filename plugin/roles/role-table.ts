import type { SystemPermissionFlag } from 'twenty-sdk/define';
import { type Language, type ObjectName, type Tag, tagsOf, type Words, words } from '../../objects/taxonomy/index.ts';

/** What a role may do with the records of an object. What is deleted can be restored; what is destroyed is gone. */
export type Right =
  /** Not even see that they are there. */
  | 'NONE'
  | 'READ'
  /** See, and delete what is there twice, which can be undone. */
  | 'TIDY'
  /** Create and change. */
  | 'WRITE'
  /** Create and change, but not decide what becomes of it: its status is for others to set. */
  | 'PROPOSE'
  /** See, and answer what is asked of oneself. */
  | 'ANSWER'
  /** Create, change and delete, which can be undone. */
  | 'DELETE'
  /** The same, and destroy for good, which merging needs too. */
  | 'DESTROY'
  /** See, and say of them what a reviewer says: action, verdict, note. */
  | 'REVIEW';

/** What a role may do with sensitive tags (6.1.3). */
export type SensitiveRight = 'NONE' | 'READ' | 'WRITE';

/** Objects of Twenty that daily work needs. */
export const WORK_OBJECTS = ['task', 'note', 'taskTarget', 'noteTarget', 'attachment'] as const;
export type WorkObject = (typeof WORK_OBJECTS)[number];

/** What ties tasks, notes and files to records: who makes ties can undo them. */
const TIES: ReadonlySet<WorkObject> = new Set(['taskTarget', 'noteTarget', 'attachment']);

/** What a role may do with one of the objects of daily work. */
export const workRight = (entry: RoleEntry, object: WorkObject): Right =>
  TIES.has(object) && entry.work === 'WRITE' ? 'DELETE' : entry.work;

/** Twenty's permissions beyond records. */
export type Flag = keyof typeof SystemPermissionFlag;

/** What everybody at a desk needs: the own profile, mailbox and calendar, and files on records. */
const DESK: readonly Flag[] = [
  'PROFILE_INFORMATION',
  'CONNECTED_ACCOUNTS',
  'SEND_EMAIL_TOOL',
  'CREATE_CALENDAR_EVENT_TOOL',
  'UPLOAD_FILE',
  'DOWNLOAD_FILE',
];

export interface RoleEntry {
  /** Never changes once landed. */
  readonly key: string;
  readonly label: Words;
  readonly description: Words;
  readonly icon: string;
  readonly objects: Readonly<Record<ObjectName, Right>>;
  /** Tasks, notes and files. */
  readonly work: 'READ' | 'WRITE' | 'DELETE';
  /** Sensitive tags of customers, opportunities and contacts. */
  readonly sensitive: SensitiveRight;
  /** Targets of team members, which are sensitive for others (POLICY §5). */
  readonly targets: SensitiveRight;
  /** May say who holds the policy's posts, and praise teamwork (A27). */
  readonly appoints: boolean;
  /** Permissions beyond records. */
  readonly flags: readonly Flag[];
  readonly clauses: readonly string[];
}

type Objects = RoleEntry['objects'];

const SEEN: Objects = {
  company: 'READ',
  opportunity: 'READ',
  person: 'READ',
  tagProduct: 'READ',
  tagOpportunityItem: 'READ',
  tagOpportunityMember: 'READ',
  tagMember: 'READ',
  tagTarget: 'READ',
  tagCredit: 'NONE',
  tagChangeNotice: 'READ',
  tagLog: 'READ',
  tagDefinition: 'READ',
  tagCalendarDay: 'READ',
  tagSweep: 'NONE',
  tagBackup: 'NONE',
  // What inspectors give others is not for everybody; what is to be put right is answered by whoever it asks.
  tagInspection: 'NONE',
  tagRectification: 'ANSWER',
  tagAssessment: 'NONE',
  tagAgreement: 'NONE',
  tagIncident: 'NONE',
};
const SOLD: Objects = {
  ...SEEN,
  company: 'WRITE',
  opportunity: 'WRITE',
  person: 'WRITE',
  // A product put on an opportunity by mistake must come off again.
  tagOpportunityItem: 'DELETE',
  tagOpportunityMember: 'DELETE',
  tagChangeNotice: 'WRITE',
  tagDefinition: 'PROPOSE',
};

/** The roles of the policy (6.1.1, POLICY §5). Everything not granted here is denied. */
export const roleEntries: readonly RoleEntry[] = [
  {
    key: 'sales-representative',
    label: words('Sales representative', '销售人员', '銷售人員'),
    description: words(
      'Enters customers and opportunities with their tags, reports changes; no credit records',
      '录入客户和销售机会及其标签，上报变更；不能查看信用记录',
      '錄入客戶和銷售機會及其標籤，上報變更；不能檢視信用記錄',
    ),
    icon: 'IconUser',
    objects: SOLD,
    work: 'DELETE',
    sensitive: 'WRITE',
    targets: 'NONE',
    appoints: false,
    flags: DESK,
    clauses: ['1.2.1', '5.1.3', '6.1.3'],
  },
  {
    key: 'sales-assistant',
    label: words('Sales assistant', '销售助理', '銷售助理'),
    description: words(
      'Helps to enter tags; no sensitive tags at all',
      '协助录入标签；不能查看敏感标签',
      '協助錄入標籤；不能檢視敏感標籤',
    ),
    icon: 'IconUserPlus',
    objects: SOLD,
    work: 'WRITE',
    sensitive: 'NONE',
    targets: 'NONE',
    appoints: false,
    flags: DESK,
    clauses: ['1.2.1', '6.1.3'],
  },
  {
    key: 'sales-manager',
    label: words('Sales manager', '销售经理', '銷售經理'),
    description: words(
      "Leads a team: its customers, credit records, members' targets and teamwork",
      '管理团队的客户、信用记录、成员指标与团队协作',
      '管理團隊的客戶、信用記錄、成員指標與團隊協作',
    ),
    icon: 'IconUsersGroup',
    objects: {
      ...SOLD,
      company: 'DELETE',
      opportunity: 'DELETE',
      person: 'DELETE',
      tagProduct: 'WRITE',
      tagMember: 'WRITE',
      tagTarget: 'DELETE',
      tagCredit: 'DELETE',
      tagSweep: 'READ',
      tagInspection: 'READ',
      tagAssessment: 'READ',
      // Whoever leads signs with the members, and looks into a breach.
      tagAgreement: 'DELETE',
      tagIncident: 'WRITE',
    },
    work: 'DELETE',
    sensitive: 'WRITE',
    targets: 'WRITE',
    appoints: true,
    flags: [...DESK, 'VIEWS', 'IMPORT_CSV', 'EXPORT_CSV'],
    clauses: ['5.1.5', '6.1.3'],
  },
  {
    key: 'tag-administrator',
    label: words('Tag administrator', '标签管理人员', '標籤管理人員'),
    description: words(
      'Keeps the tags, the dictionary and the company calendar; reads what is sensitive',
      '维护标签、标签词典和公司日历；可查看敏感信息',
      '維護標籤、標籤詞典和公司日曆；可檢視敏感資訊',
    ),
    icon: 'IconTags',
    objects: {
      ...SOLD,
      company: 'DELETE',
      opportunity: 'DELETE',
      // A person may ask that their data go for good; and of contacts entered twice one is left.
      person: 'DESTROY',
      tagProduct: 'DELETE',
      tagMember: 'DELETE',
      // Targets are for managers to set; one set by mistake can be taken away.
      tagTarget: 'TIDY',
      // Ratings are for managers to give, but of several records of a customer one is left.
      tagCredit: 'TIDY',
      tagChangeNotice: 'DELETE',
      tagDefinition: 'DELETE',
      tagCalendarDay: 'DELETE',
      tagSweep: 'READ',
      tagBackup: 'READ',
      tagAgreement: 'DELETE',
      tagIncident: 'WRITE',
    },
    work: 'DELETE',
    sensitive: 'READ',
    targets: 'READ',
    appoints: true,
    flags: [...DESK, 'VIEWS', 'IMPORT_CSV'],
    clauses: ['4.2.1', '3.2.2', '6.1.3'],
  },
  {
    key: 'data-reviewer',
    label: words('Data reviewer', '审核人员', '審核人員'),
    description: words(
      'Reviews tags: sees everything, approves, returns, says what is in doubt; changes no tag',
      '审核标签：可查看全部内容，审核、退回、标记存疑；不更改标签',
      '審核標籤：可檢視全部內容，審核、退回、標記存疑；不更改標籤',
    ),
    icon: 'IconChecklist',
    objects: {
      ...SEEN,
      company: 'REVIEW',
      opportunity: 'REVIEW',
      tagProduct: 'REVIEW',
      tagMember: 'REVIEW',
      tagCredit: 'READ',
      tagSweep: 'READ',
    },
    work: 'WRITE',
    sensitive: 'READ',
    targets: 'READ',
    appoints: false,
    flags: DESK,
    clauses: ['4.3.1', '4.3.2', '6.1.3'],
  },
  {
    key: 'supervisor',
    label: words('Supervisor', '监督人员', '監督人員'),
    description: words(
      'Supervises how the policy is kept: sees everything, inspects, issues rectifications, confirms assessments, changes no tag',
      '监督制度执行情况：可查看全部内容，进行检查、发出整改通知并确认考核，不更改标签',
      '監督制度執行情況：可檢視全部內容，進行檢查、發出整改通知並確認考核，不更改標籤',
    ),
    icon: 'IconEye',
    objects: {
      ...SEEN,
      tagCredit: 'READ',
      tagSweep: 'READ',
      tagBackup: 'READ',
      tagInspection: 'WRITE',
      tagRectification: 'WRITE',
      tagAssessment: 'WRITE',
      tagAgreement: 'READ',
      tagIncident: 'WRITE',
    },
    work: 'WRITE',
    sensitive: 'READ',
    targets: 'READ',
    appoints: false,
    flags: DESK,
    clauses: ['7.1.1', '6.1.3'],
  },
  {
    key: 'executive',
    label: words('Executive', '高级管理人员', '高級管理人員'),
    description: words(
      'Senior management: sees everything, for decisions',
      '高级管理层：可查看全部内容，用于决策',
      '高級管理層：可檢視全部內容，用於決策',
    ),
    icon: 'IconBuildingSkyscraper',
    objects: {
      ...SEEN,
      tagCredit: 'READ',
      tagSweep: 'READ',
      tagBackup: 'READ',
      tagInspection: 'READ',
      tagRectification: 'READ',
      tagAssessment: 'READ',
      tagAgreement: 'READ',
      tagIncident: 'READ',
    },
    work: 'READ',
    sensitive: 'READ',
    targets: 'READ',
    appoints: false,
    flags: [...DESK, 'EXPORT_CSV'],
    clauses: ['6.1.3', 'A22'],
  },
];

/** Labels of roles are unique in a workspace, and a team that sells has a "Sales manager" already. */
const PREFIX = words('Tag policy', '标签制度', '標籤制度');

/** The label a role has in Twenty. */
export const roleLabel = ({ label }: RoleEntry, language: Language): string =>
  `${PREFIX[language]} · ${label[language]}`;

/** The entry of a role; throws on a key that is none. */
export const roleEntry = (key: string): RoleEntry => {
  const entry = roleEntries.find((candidate) => candidate.key === key);
  if (!entry) throw new Error(`There is no role "${key}"; see plugin/roles/role-table.ts`);
  return entry;
};

export interface FieldRight {
  readonly canRead: boolean;
  readonly canUpdate: boolean;
}

/** Tags of a member that only who leads or administers may set (A27, 4.3.1, 4.3.2, 7.1.1). */
const APPOINTED: ReadonlySet<string> = new Set(['duties', 'reviewerSkills', 'teamwork', 'manager']);

const SENSITIVE_AS_A_WHOLE: ReadonlySet<Tag['object']> = new Set(['tagCredit', 'tagAssessment']);

const sensitiveRight = (entry: RoleEntry, tag: Tag): SensitiveRight => {
  if (!tag.sensitive) return 'WRITE';
  // What the application remembers holds traces of everything; it is for nobody to read.
  if (tag.hidden) return 'NONE';
  // Credit records and assessments are sensitive as a whole: who may see the object may see its fields.
  if (SENSITIVE_AS_A_WHOLE.has(tag.object)) return 'WRITE';
  return tag.object === 'tagMember' || tag.object === 'tagTarget' ? entry.targets : entry.sensitive;
};

/** A relation to records of an object the role may not see is closed with the object. */
const leadsNowhere = (entry: RoleEntry, { relation }: Tag): boolean =>
  relation !== undefined && relation.target !== 'workspaceMember' && entry.objects[relation.target] === 'NONE';

/** What reviewers say of the tags (4.3.3, 4.3.4). */
const SAID_BY_REVIEWERS: ReadonlySet<string> = new Set([
  'tagReturnedTags',
  'tagVerdictForm',
  'tagVerdictTruth',
  'tagVerdictBusiness',
]);

/** It is for reviewers to say, and for who leads or administers; not for who must correct them. */
const isForReviewers = (entry: RoleEntry, tag: Tag): boolean =>
  SAID_BY_REVIEWERS.has(tag.name) && !entry.appoints && entry.objects[tag.object as ObjectName] !== 'REVIEW';

const WRITING: ReadonlySet<Right> = new Set(['WRITE', 'PROPOSE', 'DELETE', 'DESTROY']);
const UPDATING: ReadonlySet<Right> = new Set([...WRITING, 'REVIEW', 'ANSWER']);
const DELETING: ReadonlySet<Right> = new Set(['TIDY', 'DELETE', 'DESTROY']);

/** Whether a right lets one create and change records, be it some of their fields. */
export const mayUpdate = (right: Right): boolean => UPDATING.has(right);
/** Whether a right lets one delete records, which can be undone. */
export const mayDelete = (right: Right): boolean => DELETING.has(right);

/** What whoever is asked to put something right writes on the notice (I1). */
const ANSWER = 'response';

const mayWrite = (right: Right, tag: Tag): boolean => {
  if (right === 'REVIEW') return tag.statement === true;
  if (right === 'ANSWER') return tag.name === ANSWER;
  if (right === 'PROPOSE' && tag.name === 'status') return false;
  return WRITING.has(right);
};

/** What a role may do with one tag of an object it may see. */
export const fieldRight = (entry: RoleEntry, tag: Tag): FieldRight => {
  const right = entry.objects[tag.object as ObjectName];
  const sensitive = sensitiveRight(entry, tag);
  const isAppointed = tag.object === 'tagMember' && APPOINTED.has(tag.name);
  const isClosed = leadsNowhere(entry, tag);
  return {
    canRead: !isClosed && sensitive !== 'NONE',
    canUpdate:
      mayWrite(right, tag) &&
      !isClosed &&
      tag.writer !== 'APPLICATION' &&
      sensitive === 'WRITE' &&
      !isForReviewers(entry, tag) &&
      (!isAppointed || entry.appoints),
  };
};

/** The tags of an object that are fields of it. */
export const fieldTags = (object: ObjectName): readonly Tag[] => tagsOf(object).filter((tag) => !tag.via);
