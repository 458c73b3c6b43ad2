import type { Manifest, ManifestObjectPermission } from './manifest.ts';
import type { ObjectModel, WorkspaceModel } from './model.ts';

/** What a role lets one do with one object. */
export interface ObjectAccess {
  readonly canRead: boolean;
  readonly canUpdate: boolean;
  readonly canSoftDelete: boolean;
  readonly canDestroy: boolean;
  readonly unreadable: ReadonlySet<string>;
  readonly unwritable: ReadonlySet<string>;
}

/** Who sends a request. */
export interface Actor {
  readonly source: 'API' | 'MANUAL' | 'APPLICATION';
  readonly name: string;
  readonly workspaceMemberId: string | null;
  readonly isApplication: boolean;
  readonly accessTo: (object: ObjectModel) => ObjectAccess;
}

const ALL: ObjectAccess = {
  canRead: true,
  canUpdate: true,
  canSoftDelete: true,
  canDestroy: true,
  unreadable: new Set(),
  unwritable: new Set(),
};

type ObjectRight = Exclude<keyof ManifestObjectPermission, 'universalIdentifier' | 'objectUniversalIdentifier'>;

/** Access of somebody without a role: everything. */
export const fullAccess = (): ObjectAccess => ALL;

const both = (left: ReadonlySet<string>, right: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...left, ...right]);

/** Access of an application in a person's stead: what both of them may do, and no more. */
export const accessOfBoth =
  (one: Actor['accessTo'], other: Actor['accessTo']): Actor['accessTo'] =>
  (object) => {
    const [left, right] = [one(object), other(object)];
    return {
      canRead: left.canRead && right.canRead,
      canUpdate: left.canUpdate && right.canUpdate,
      canSoftDelete: left.canSoftDelete && right.canSoftDelete,
      canDestroy: left.canDestroy && right.canDestroy,
      unreadable: both(left.unreadable, right.unreadable),
      unwritable: both(left.unwritable, right.unwritable),
    };
  };

/**
 * Access by a role of the manifest. What a role does not speak of is closed, except Twenty's system objects (targets,
 * attachments, the timeline), which are open; workspace members are for everybody to read and for administrators to
 * write.
 */
export const accessByRole = (
  manifest: Manifest,
  model: WorkspaceModel,
  roleIdentifier: string,
): ((object: ObjectModel) => ObjectAccess) => {
  const role = manifest.roles.find((candidate) => candidate.universalIdentifier === roleIdentifier);
  if (!role) throw new Error(`The manifest has no role ${roleIdentifier}`);
  const accesses = new Map<string, ObjectAccess>();
  for (const object of model.objects) {
    const given = role.objectPermissions?.find((one) => one.objectUniversalIdentifier === object.universalIdentifier);
    const fields = (role.fieldPermissions ?? []).filter(
      (one) => one.objectUniversalIdentifier === object.universalIdentifier,
    );
    const denied = (right: 'canReadFieldValue' | 'canUpdateFieldValue'): ReadonlySet<string> =>
      new Set(
        fields
          .filter((one) => one[right] === false)
          .flatMap((one) => {
            const field = object.fields.find((each) => each.universalIdentifier === one.fieldUniversalIdentifier);
            if (!field) return [];
            return field.relation?.kind === 'MANY_TO_ONE' ? [field.name, field.relation.joinColumn] : [field.name];
          }),
      );
    const isMember = object.nameSingular === 'workspaceMember';
    const allows = (right: ObjectRight, overAll: boolean | undefined): boolean => {
      if (isMember) return right === 'canReadObjectRecords';
      return given?.[right] ?? (object.isSystem || (overAll ?? false));
    };
    accesses.set(object.nameSingular, {
      canRead: allows('canReadObjectRecords', role.canReadAllObjectRecords),
      canUpdate: allows('canUpdateObjectRecords', role.canUpdateAllObjectRecords),
      canSoftDelete: allows('canSoftDeleteObjectRecords', role.canSoftDeleteAllObjectRecords),
      canDestroy: allows('canDestroyObjectRecords', role.canDestroyAllObjectRecords),
      unreadable: denied('canReadFieldValue'),
      unwritable: denied('canUpdateFieldValue'),
    });
  }
  return (object) => accesses.get(object.nameSingular) ?? ALL;
};
