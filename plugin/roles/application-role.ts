import { defineApplicationRole } from 'twenty-sdk/define';
import { fieldPermissions, objectPermissions } from './application-access.ts';

export default defineApplicationRole({
  universalIdentifier: '0c3b1d52-6a0e-4f6c-8f0e-52f1c2a7d901',
  label: 'Tag Policy application',
  description: 'What the application may read and write: the tags it judges and the fields it keeps. Not for people.',
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
