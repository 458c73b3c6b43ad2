import { option } from './option.ts';
import type { Tag } from './types.ts';
import { entriesOf, words } from './types.ts';

/** What an agreement says, confirmed one by one by whoever enters it (6.3.1–6.3.5). */
export const agreementClauses = [
  option('SECRECY', 'blue', 'Duty of secrecy', '保密义务', '保密義務'),
  option('NO_DISCLOSURE', 'sky', 'No disclosure of tags', '不得泄露标签数据', '不得洩露標籤資料'),
  option('LIABILITY', 'orange', 'Liability for breach', '违约责任', '違約責任'),
  option('COMPENSATION', 'amber', 'Compensation', '赔偿措施', '賠償措施'),
  option('RULES', 'green', 'Company rules of secrecy', '遵守公司保密制度', '遵守公司保密制度'),
  option('RETURN', 'violet', 'Return of material', '返还资料', '返還資料'),
] as const;
export type AgreementClause = (typeof agreementClauses)[number]['value'];

/** What the policy wants an agreement to say; the return of material is good practice, and its lack hinders nothing. */
export const NEEDED_CLAUSES: readonly AgreementClause[] = [
  'SECRECY',
  'NO_DISCLOSURE',
  'LIABILITY',
  'COMPENSATION',
  'RULES',
];

/** Both are liability in the sense of 6.3.3. */
export const LIABILITY_CLAUSES: readonly AgreementClause[] = ['LIABILITY', 'COMPENSATION'];

/** How an agreement stands (6.3.1). */
export const agreementStatuses = [
  option('DRAFT', 'gray', 'Draft', '草稿', '草稿'),
  option('VALID', 'green', 'In force', '有效', '有效'),
  option('EXPIRING', 'amber', 'Ends soon', '即将到期', '即將到期'),
  option('EXPIRED', 'red', 'Expired', '已失效', '已失效'),
] as const;
export type AgreementStatus = (typeof agreementStatuses)[number]['value'];

/** How a member stands by all their agreements. */
export const agreementStates = [
  option('NONE', 'red', 'No agreement', '未签订', '未簽訂'),
  ...agreementStatuses,
] as const;
export type AgreementState = (typeof agreementStates)[number]['value'];

const tag = entriesOf('tagAgreement');
const byApplication = { writer: 'APPLICATION' } as const;

/** The confidentiality agreement of a member (6.3.1–6.3.5, A25). The document itself is a file on the record. */
export const agreementTags: readonly Tag[] = [
  tag(
    'name',
    'TEXT',
    'RECORD',
    'AGREEMENT',
    words('Agreement', '保密协议', '保密協議'),
    words('Whose agreement it is, and of which day', '协议所属的成员和签订日期', '協議所屬的成員和簽訂日期'),
    ['6.3.1'],
    { icon: 'IconFileCertificate' },
  ),
  tag(
    'member',
    'MANY_TO_ONE',
    'RECORD',
    'AGREEMENT',
    words('Team member', '团队成员', '團隊成員'),
    words('Who signed it', '签订协议的成员', '簽訂協議的成員'),
    ['6.3.1'],
    { relation: { target: 'tagMember', inverse: 'agreements', onDelete: 'SET_NULL' }, icon: 'IconUser' },
  ),
  tag(
    'signedOn',
    'DATE',
    'RECORD',
    'AGREEMENT',
    words('Agreed on', '签订日期', '簽訂日期'),
    words('Day on which both sides signed', '双方签订协议的日期', '雙方簽訂協議的日期'),
    ['6.3.1'],
    { icon: 'IconSignature' },
  ),
  tag(
    'validUntil',
    'DATE',
    'RECORD',
    'AGREEMENT',
    words('Valid until', '有效期至', '有效期至'),
    words(
      'Its last day; empty where it has no end',
      '协议有效的最后一天；无期限则留空',
      '協議有效的最後一天；無期限則留空',
    ),
    ['6.3.1', 'A25'],
    { icon: 'IconCalendarOff' },
  ),
  tag(
    'clauses',
    'MULTI_SELECT',
    'RECORD',
    'AGREEMENT',
    words('Clauses', '条款', '條款'),
    words(
      'What the agreement says, each confirmed by whoever enters it',
      '协议包含的条款，由录入人逐项确认',
      '協議包含的條款，由錄入人逐項確認',
    ),
    ['6.3.1', '6.3.2', '6.3.3', '6.3.5'],
    { options: agreementClauses, icon: 'IconListCheck' },
  ),
  tag(
    'acknowledgedAt',
    'DATE_TIME',
    'RECORD',
    'AGREEMENT',
    words('Acknowledged', '本人确认时间', '本人確認時間'),
    words(
      'When the member acknowledged it; for the member alone to say, by the button on their own profile',
      '成员确认协议的时间；只能由本人在自己的档案页确认',
      '成員確認協議的時間；只能由本人在自己的檔案頁確認',
    ),
    ['6.3.5'],
    { icon: 'IconUserCheck' },
  ),
  tag(
    'status',
    'SELECT',
    'RECORD',
    'AGREEMENT',
    words('Standing', '协议状态', '協議狀態'),
    words(
      'A draft until it is signed, complete and acknowledged; ends soon, some days before its last day',
      '签订、条款齐全并经本人确认前为草稿；到期前若干天为即将到期',
      '簽訂、條款齊全並經本人確認前為草稿；到期前若干天為即將到期',
    ),
    ['6.3.1'],
    { ...byApplication, options: agreementStatuses, icon: 'IconProgressCheck' },
  ),
  tag(
    'endsOn',
    'DATE',
    'RECORD',
    'AGREEMENT',
    words('Last day', '最后一天', '最後一天'),
    words(
      'The last day on which it counts: as agreed, or sooner when the member has another post since',
      '协议生效的最后一天：按约定，或因岗位变动而提前',
      '協議生效的最後一天：按約定，或因崗位變動而提前',
    ),
    ['6.3.1', 'A25'],
    { ...byApplication, icon: 'IconCalendarEvent' },
  ),
  tag(
    'coversLiability',
    'BOOLEAN',
    'RECORD',
    'AGREEMENT',
    words('Liability', '含违约责任', '含違約責任'),
    words(
      'Whether it provides for liability and compensation, by the clauses confirmed',
      '是否约定违约责任和赔偿措施，依据已确认的条款',
      '是否約定違約責任和賠償措施，依據已確認的條款',
    ),
    ['6.3.3'],
    { ...byApplication, defaultValue: false, icon: 'IconScale' },
  ),
  tag(
    'memory',
    'RAW_JSON',
    'RECORD',
    'AGREEMENT',
    words('Agreement data', '协议判定数据', '協議判定資料'),
    words(
      'What was acknowledged, and for which post it was signed, as the application last saw it',
      '系统上次判定时的确认内容和签订时的岗位',
      '系統上次判定時的確認內容和簽訂時的崗位',
    ),
    ['6.3.5', 'A25'],
    { ...byApplication, hidden: true, sensitive: true, icon: 'IconFingerprint' },
  ),
];
