import { defineApplicationRole } from 'twenty-sdk/define';
import { policyLanguage } from '../../objects/define/policy-language.ts';
import { words } from '../../objects/taxonomy/types.ts';
import { fieldPermissions, objectPermissions } from './application-access.ts';

const LABEL = words('Tag Policy application', '标签制度应用', '標籤制度應用');
const DESCRIPTION = words(
  'What the application may read and write: the tags it judges and the fields it keeps. Not for people.',
  '应用自身的读写权限：所判定的标签和所维护的字段；不分配给人员',
  '應用自身的讀寫權限：所判定的標籤和所維護的欄位；不指派給人員',
);

export default defineApplicationRole({
  universalIdentifier: '0c3b1d52-6a0e-4f6c-8f0e-52f1c2a7d901',
  label: LABEL[policyLanguage()],
  description: DESCRIPTION[policyLanguage()],
  icon: 'IconTags',
  canReadAllObjectRecords: false,
  canUpdateAllObjectRecords: false,
  canSoftDeleteAllObjectRecords: false,
  canDestroyAllObjectRecords: false,
  canUpdateAllSettings: false,
  canAccessAllTools: false,
  canBeAssignedToUsers: false,
  canBeAssignedToAgents: false,
  canBeAssignedToApiKeys: false,
  objectPermissions,
  fieldPermissions,
});
