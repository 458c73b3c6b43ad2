import type { defineRole } from 'twenty-sdk/define';
import { STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as STANDARD, SystemPermissionFlag } from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { policyLanguage } from '../../objects/define/policy-language.ts';
import { objectIdentifier, standardFieldIdentifier } from '../../objects/define/standard.ts';
import { SYSTEM_FIELDS } from '../../objects/define/system-fields.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { OBJECT_NAMES, type ObjectName } from '../../objects/taxonomy/index.ts';
import {
  fieldRight,
  fieldTags,
  mayDelete,
  mayUpdate,
  type Right,
  type RoleEntry,
  roleEntry,
  roleLabel,
  WORK_OBJECTS,
  workRight,
} from '../roles/role-table.ts';

export type RoleConfig = Parameters<typeof defineRole>[0];

const objectPermission = (role: RoleEntry, object: string, right: Right) => ({
  universalIdentifier: universalIdentifier('objectPermission', `${role.key}.${object}`),
  objectUniversalIdentifier: objectIdentifier(object),
  canReadObjectRecords: right !== 'NONE',
  canUpdateObjectRecords: mayUpdate(right),
  canSoftDeleteObjectRecords: mayDelete(right),
  canDestroyObjectRecords: right === 'DESTROY',
});

const fieldPermission = (role: RoleEntry, object: string, name: string, field: string, canRead: boolean) => ({
  universalIdentifier: universalIdentifier('fieldPermission', `${role.key}.${object}.${name}`),
  objectUniversalIdentifier: objectIdentifier(object),
  fieldUniversalIdentifier: field,
  ...(canRead ? {} : { canReadFieldValue: false }),
  canUpdateFieldValue: false,
});

/** Who may say only what a reviewer says changes no field of Twenty's own either. */
const ownFields = (object: ObjectName): readonly string[] => {
  const standard = (STANDARD as unknown as Record<string, { fields: Record<string, unknown> } | undefined>)[object];
  const tagged = new Set(fieldTags(object).map((tag) => tag.name));
  return Object.keys(standard?.fields ?? {}).filter((name) => !SYSTEM_FIELDS.has(name) && !tagged.has(name));
};

const fieldPermissions = (role: RoleEntry, object: ObjectName) => {
  const right = role.objects[object];
  if (right === 'NONE') return [];
  const tags = fieldTags(object).flatMap((tag) => {
    const { canRead, canUpdate } = fieldRight(role, tag);
    if (canRead && (canUpdate || !mayUpdate(right))) return [];
    return [fieldPermission(role, object, tag.name, fieldIdentifier(object, tag.name), canRead)];
  });
  const own =
    right === 'REVIEW'
      ? ownFields(object).map((name) =>
          fieldPermission(role, object, name, standardFieldIdentifier(object, name), true),
        )
      : [];
  return [...tags, ...own];
};

/** One of the policy's roles as the SDK wants it: every right spelled out, none over all objects. */
export const roleConfig = (key: string): RoleConfig => {
  const role = roleEntry(key);
  return {
    universalIdentifier: universalIdentifier('role', key),
    label: roleLabel(role, policyLanguage()),
    description: role.description[policyLanguage()],
    icon: role.icon,
    canReadAllObjectRecords: false,
    canUpdateAllObjectRecords: false,
    canSoftDeleteAllObjectRecords: false,
    canDestroyAllObjectRecords: false,
    canUpdateAllSettings: false,
    canAccessAllTools: false,
    canBeAssignedToUsers: true,
    canBeAssignedToAgents: false,
    canBeAssignedToApiKeys: false,
    objectPermissions: [
      ...OBJECT_NAMES.map((object) => objectPermission(role, object, role.objects[object])),
      ...WORK_OBJECTS.map((object) => objectPermission(role, object, workRight(role, object))),
      // Dashboards are for everybody to look at.
      objectPermission(role, 'dashboard', 'READ'),
    ],
    fieldPermissions: OBJECT_NAMES.flatMap((object) => fieldPermissions(role, object)),
    permissionFlagUniversalIdentifiers: role.flags.map((flag) => SystemPermissionFlag[flag]),
  };
};
