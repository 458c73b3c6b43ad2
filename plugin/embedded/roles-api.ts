import type { Manifest } from './manifest.ts';
import type { WorkspaceModel } from './model.ts';

interface Predicate {
  readonly id: string;
  readonly roleId: string;
  readonly objectMetadataId: string;
  readonly fieldMetadataId: string;
  readonly operand: string;
  readonly workspaceMemberFieldMetadataId: string | null;
}

interface UpsertInput {
  readonly roleId: string;
  readonly objectMetadataId: string;
  readonly predicates: readonly Omit<Predicate, 'id' | 'roleId' | 'objectMetadataId'>[];
}

/** A refusal with Twenty's code. */
export class RolesRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const fieldId = (object: string, field: string): string => `${object}.${field}`;

/**
 * What a server's own API tells of roles, and the rules of rows it keeps where they are licensed: as much of it as the
 * command line asks for. The rules are kept, not enforced.
 */
export class RolesApi {
  /** Whether the server has a plan, or a key, by which it enforces rules of rows. */
  isLicensed = false;
  #predicates: readonly Predicate[] = [];
  readonly #manifest: Manifest;
  readonly #model: WorkspaceModel;

  constructor(manifest: Manifest, model: WorkspaceModel) {
    this.#manifest = manifest;
    this.#model = model;
  }

  /** The answer to a question about roles; undefined for another. @throws RolesRefusal as the server refuses */
  answer(
    query: string,
    variables: Readonly<Record<string, unknown>> = {},
  ): Readonly<Record<string, unknown>> | undefined {
    if (query.includes('billingEntitlements'))
      return { currentWorkspace: { billingEntitlements: [{ key: 'RLS', value: this.isLicensed }] } };
    if (query.includes('getRoles')) return { getRoles: this.#roles() };
    if (query.includes('objects(paging')) return { objects: { edges: this.#objects() } };
    if (query.includes('upsertRowLevelPermissionPredicates')) return this.#upsert(variables.input as UpsertInput);
    return undefined;
  }

  #roles() {
    return this.#manifest.roles.map(({ universalIdentifier, label }) => ({
      id: universalIdentifier,
      universalIdentifier,
      label: label ?? '',
      rowLevelPermissionPredicates: this.isLicensed
        ? this.#predicates.filter(({ roleId }) => roleId === universalIdentifier)
        : [],
    }));
  }

  #objects() {
    return this.#model.objects.map(({ nameSingular, fields }) => ({
      node: {
        id: nameSingular,
        nameSingular,
        fieldsList: fields.map(({ name }) => ({ id: fieldId(nameSingular, name), name })),
      },
    }));
  }

  #upsert({ roleId, objectMetadataId, predicates }: UpsertInput) {
    if (!this.isLicensed) throw new RolesRefusal('FORBIDDEN', 'Row level permission predicate feature is disabled');
    const others = this.#predicates.filter((one) => one.roleId !== roleId || one.objectMetadataId !== objectMetadataId);
    const own = predicates.map((one, at) => ({
      ...one,
      id: `${roleId}.${objectMetadataId}.${at}`,
      roleId,
      objectMetadataId,
    }));
    this.#predicates = [...others, ...own];
    return { upsertRowLevelPermissionPredicates: { predicates: own } };
  }
}
