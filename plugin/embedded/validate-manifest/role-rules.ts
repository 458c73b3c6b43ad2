import type { ManifestRole } from '../manifest.ts';
import { type Finding, type Kind, type Rule, refused, repeated } from './rule.ts';
import type { Site } from './site.ts';

type Says = readonly [what: string, remedy: string] | undefined;

const eachRole = (code: string, name: string, judge: (role: ManifestRole, site: Site) => Says): Rule =>
  refused('role', code, name, (site) =>
    site.manifest.roles.flatMap((role): readonly Finding[] => {
      const said = judge(role, site);
      if (!said) return [];
      const [what, remedy] = said;
      return [
        { subject: { universalIdentifier: role.universalIdentifier }, where: `role ${role.label}`, what, remedy },
      ];
    }),
  );

/** A rule about the rights of each role; `partsOf` finds those that break it. */
const eachRight = <Right extends { readonly universalIdentifier?: string }>(
  kind: Kind,
  code: string,
  name: string,
  remedy: string,
  partsOf: (role: ManifestRole, site: Site) => readonly (Right & { readonly what: string })[],
): Rule =>
  refused(kind, code, name, (site) =>
    site.manifest.roles.flatMap((role) =>
      partsOf(role, site).map(
        ({ universalIdentifier = role.universalIdentifier, what }): Finding => ({
          subject: { universalIdentifier, roleUniversalIdentifier: role.universalIdentifier },
          where: `role ${role.label}`,
          what,
          remedy,
        }),
      ),
    ),
  );

const objectRights = (role: ManifestRole) => role.objectPermissions ?? [];
const fieldRights = (role: ManifestRole) => role.fieldPermissions ?? [];

export const roleRules: readonly Rule[] = [
  eachRole('INVALID_ARG', 'a role has a label', ({ label }) =>
    label ? undefined : ['it has no label', 'give it one'],
  ),
  eachRole('ROLE_LABEL_ALREADY_EXISTS', 'a role of that label is there', (role, site) =>
    site.takenRoles.has(role.label) || repeated(site.manifest.roles, ({ label }) => label).includes(role)
      ? ['another role has this label', 'choose one that no team has, such as one with a prefix']
      : undefined,
  ),
  eachRole(
    'CANNOT_GIVE_WRITING_PERMISSION_WITHOUT_READING_PERMISSION',
    'who may write may read',
    ({
      canReadAllObjectRecords = false,
      canUpdateAllObjectRecords,
      canSoftDeleteAllObjectRecords,
      canDestroyAllObjectRecords,
    }) =>
      !canReadAllObjectRecords &&
      (canUpdateAllObjectRecords || canSoftDeleteAllObjectRecords || canDestroyAllObjectRecords)
        ? ['it may change all records, and not read them', 'let it read them too']
        : undefined,
  ),
  eachRight(
    'objectPermission',
    'OBJECT_METADATA_NOT_FOUND',
    'the object of a right',
    'name an object that is there',
    (role, site) =>
      objectRights(role)
        .filter((right) => !site.objects.has(right.objectUniversalIdentifier))
        .map((right) => ({
          ...right,
          what: `it has a right on ${right.objectUniversalIdentifier}, which is no object`,
        })),
  ),
  eachRight('objectPermission', 'INVALID_SETTING', 'one right an object', 'leave one out', (role, site) =>
    repeated(objectRights(role), (right) => right.objectUniversalIdentifier).map((right) => ({
      ...right,
      what: `it says twice what it may do with ${site.objectName(right.objectUniversalIdentifier)}`,
    })),
  ),
  eachRight(
    'fieldPermission',
    'FIELD_METADATA_NOT_FOUND',
    'the field of a right',
    'name a field that is there, on its own object',
    (role, site) =>
      fieldRights(role)
        .filter(
          (right) =>
            site.fields.get(right.fieldUniversalIdentifier)?.objectIdentifier !== right.objectUniversalIdentifier,
        )
        .map((right) => ({
          ...right,
          what: `it has a right on ${site.fieldName(right.fieldUniversalIdentifier)} as a field of ${site.objectName(right.objectUniversalIdentifier)}`,
        })),
  ),
  eachRight('fieldPermission', 'INVALID_SETTING', 'one right a field', 'leave one out', (role, site) =>
    repeated(fieldRights(role), (right) => right.fieldUniversalIdentifier).map((right) => ({
      ...right,
      what: `it says twice what it may do with ${site.fieldName(right.fieldUniversalIdentifier)}`,
    })),
  ),
  eachRight('rolePermissionFlag', 'INVALID_SETTING', 'each permission once', 'leave one out', (role) =>
    repeated(role.permissionFlagUniversalIdentifiers ?? [], (flag) => flag).map((flag) => ({
      what: `it has the permission ${flag} twice`,
    })),
  ),
];
