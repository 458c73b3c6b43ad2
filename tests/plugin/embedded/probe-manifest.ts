import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD } from 'twenty-sdk/define';
import type { Manifest } from '../../../plugin/embedded/manifest.ts';

const COMPANY = STANDARD.company.universalIdentifier;
const NOTICE = '11111111-0000-4000-8000-000000000001';
/** Options as the build leaves them. */
export const options = (values: readonly string[]) =>
  values.map((value, position) => ({
    id: `33333333-0000-4000-8000-${String(position).padStart(12, '0')}`,
    value,
    label: value,
    position,
  }));
const RATINGS = ['AAA', 'AA', 'A', 'BBB', 'BB', 'B', 'CCC', 'CC', 'C', 'D'];

/** The probe listed 97 values, all under C. */
const segments = Array.from({ length: 97 }, (_unused, at) => `C${String(at + 1).padStart(2, '0')}`);

/** The application that was installed on the live server when the contract was recorded. */
export const probeManifest: Manifest = {
  application: {
    universalIdentifier: '11111111-0000-4000-8000-000000000000',
    displayName: 'Probe',
    defaultRoleUniversalIdentifier: '11111111-0000-4000-8000-0000000000f0',
  },
  objects: [
    {
      universalIdentifier: NOTICE,
      nameSingular: 'tagNotice',
      namePlural: 'tagNotices',
      labelSingular: 'Tag notice',
      labelPlural: 'Tag notices',
      fields: [
        {
          universalIdentifier: '11111111-0000-4000-8000-000000000002',
          type: 'TEXT',
          name: 'key',
          label: 'Key',
          isUnique: true,
        },
        {
          universalIdentifier: '11111111-0000-4000-8000-000000000003',
          type: 'RAW_JSON',
          name: 'payload',
          label: 'Payload',
        },
        {
          universalIdentifier: '11111111-0000-4000-8000-000000000004',
          type: 'RELATION',
          name: 'company',
          label: 'Company',
          relationTargetObjectMetadataUniversalIdentifier: COMPANY,
          relationTargetFieldMetadataUniversalIdentifier: '11111111-0000-4000-8000-000000000005',
          universalSettings: { relationType: 'MANY_TO_ONE', onDelete: 'CASCADE', joinColumnName: 'companyId' },
        },
      ],
    },
  ],
  fields: [
    {
      universalIdentifier: '11111111-0000-4000-8000-000000000005',
      objectUniversalIdentifier: COMPANY,
      type: 'RELATION',
      name: 'tagNotices',
      label: 'Tag notices',
      relationTargetObjectMetadataUniversalIdentifier: NOTICE,
      relationTargetFieldMetadataUniversalIdentifier: '11111111-0000-4000-8000-000000000004',
      universalSettings: { relationType: 'ONE_TO_MANY' },
    },
    {
      universalIdentifier: '11111111-0000-4000-8000-000000000006',
      objectUniversalIdentifier: COMPANY,
      type: 'SELECT',
      name: 'tagIndustrySegment',
      label: 'Segment',
      options: options(segments),
    },
    {
      universalIdentifier: '11111111-0000-4000-8000-000000000007',
      objectUniversalIdentifier: COMPANY,
      type: 'RAW_JSON',
      name: 'tagProblems',
      label: 'Problems',
    },
    {
      universalIdentifier: '11111111-0000-4000-8000-000000000008',
      objectUniversalIdentifier: COMPANY,
      type: 'SELECT',
      name: 'creditRating',
      label: 'Credit rating',
      options: options(RATINGS),
    },
  ],
  indexes: [],
  logicFunctions: [],
  roles: [
    {
      universalIdentifier: '11111111-0000-4000-8000-0000000000f0',
      label: 'Restricted',
      objectPermissions: [
        { objectUniversalIdentifier: COMPANY, canReadObjectRecords: true, canUpdateObjectRecords: true },
        { objectUniversalIdentifier: NOTICE, canReadObjectRecords: true, canUpdateObjectRecords: false },
      ],
      fieldPermissions: [
        {
          objectUniversalIdentifier: COMPANY,
          fieldUniversalIdentifier: '11111111-0000-4000-8000-000000000008',
          canReadFieldValue: false,
          canUpdateFieldValue: false,
        },
      ],
    },
  ],
};
