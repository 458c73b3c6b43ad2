import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import type { Manifest } from '../../../plugin/embedded/manifest.ts';
import { options, probeManifest } from './probe-manifest.ts';

const COMPANY = STANDARD.company.universalIdentifier;
const CREDIT = '22222222-0000-4000-8000-000000000001';
const CUSTOMER = '22222222-0000-4000-8000-000000000002';
const CREDITS = '22222222-0000-4000-8000-000000000003';
const field = (number: number, type: string, name: string, more: object = {}) => ({
  universalIdentifier: `22222222-0000-4000-8000-${String(number).padStart(12, '0')}`,
  type,
  name,
  label: name,
  ...more,
});

/** An application with one credit record a customer by a unique index, as when merging was recorded. */
export const creditManifest: Manifest = {
  ...probeManifest,
  objects: [
    {
      universalIdentifier: CREDIT,
      nameSingular: 'tagCredit',
      namePlural: 'tagCredits',
      labelSingular: 'Credit',
      labelPlural: 'Credits',
      fields: [
        field(10, 'SELECT', 'rating', { options: options(['AAA', 'AA', 'A', 'D']) }),
        field(11, 'BOOLEAN', 'hasOverdue', { defaultValue: false }),
        field(12, 'NUMBER', 'overdueCount'),
        field(13, 'NUMBER', 'longestOverdueDays'),
        {
          ...field(2, 'RELATION', 'company', {
            isUnique: true,
            relationTargetObjectMetadataUniversalIdentifier: COMPANY,
            relationTargetFieldMetadataUniversalIdentifier: CREDITS,
            universalSettings: { relationType: 'MANY_TO_ONE', onDelete: 'CASCADE', joinColumnName: 'companyId' },
          }),
          universalIdentifier: CUSTOMER,
        },
      ],
    },
  ],
  fields: [
    {
      ...field(3, 'RELATION', 'tagCredits', {
        objectUniversalIdentifier: COMPANY,
        relationTargetObjectMetadataUniversalIdentifier: CREDIT,
        relationTargetFieldMetadataUniversalIdentifier: CUSTOMER,
        universalSettings: { relationType: 'ONE_TO_MANY' },
      }),
      universalIdentifier: CREDITS,
    },
    field(20, 'SELECT', 'tagCustomerType', {
      objectUniversalIdentifier: COMPANY,
      options: options(['LARGE_ENTERPRISE', 'SME', 'STARTUP', 'GOVERNMENT', 'DEALER']),
    }),
    field(21, 'MULTI_SELECT', 'tagServiceNeeds', {
      objectUniversalIdentifier: COMPANY,
      options: options(['TRAINING', 'LOGISTICS']),
    }),
    field(22, 'TEXT', 'tagCreditCode', { objectUniversalIdentifier: COMPANY, isUnique: true }),
  ],
  roles: [
    {
      universalIdentifier: probeManifest.application.defaultRoleUniversalIdentifier,
      label: 'Everything but destroying',
      canReadAllObjectRecords: true,
      canUpdateAllObjectRecords: true,
      canSoftDeleteAllObjectRecords: true,
    },
  ],
};
