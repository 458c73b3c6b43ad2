import { z } from 'zod';
import { universalIdentifier } from '../../../objects/define/universal-identifier.ts';
import { LANGUAGES } from '../../../objects/taxonomy/index.ts';
import { OWN_RECORDS, type OwnRecordsRule } from '../../roles/own-records.ts';
import { roleEntry, roleLabel } from '../../roles/role-table.ts';
import { UsageError } from '../output.ts';
import { type AskMetadata, Refusal } from './metadata-client.ts';

const predicateSchema = z.object({
  id: z.string(),
  objectMetadataId: z.string(),
  fieldMetadataId: z.string(),
  operand: z.string(),
  workspaceMemberFieldMetadataId: z.string().nullish(),
});
const rolesSchema = z.object({
  getRoles: z.array(
    z.object({
      id: z.string(),
      label: z.string(),
      universalIdentifier: z.string().nullish(),
      rowLevelPermissionPredicates: z.array(predicateSchema).nullish(),
    }),
  ),
});
const objectsSchema = z.object({
  objects: z.object({
    edges: z.array(
      z.object({
        node: z.object({
          id: z.string(),
          nameSingular: z.string(),
          fieldsList: z.array(z.object({ id: z.string(), name: z.string() })),
        }),
      }),
    ),
  }),
});
const licenceSchema = z.object({
  currentWorkspace: z.object({ billingEntitlements: z.array(z.object({ key: z.string(), value: z.boolean() })) }),
});

type Roles = z.infer<typeof rolesSchema>['getRoles'];

/** Whether the server enforces rules of rows: by its plan or its enterprise key; null where it does not tell. */
export const isLicensed = async (ask: AskMetadata): Promise<boolean | null> => {
  const answer = await ask('{currentWorkspace{billingEntitlements{key value}}}').catch((error: unknown) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  const read = licenceSchema.safeParse(answer);
  if (!read.success) return null;
  return read.data.currentWorkspace.billingEntitlements.some(({ key, value }) => key === 'RLS' && value);
};

/** How a rule stands: ON and OFF are ours; OTHER are rules of somebody else's, which are left alone. */
export type RuleState = 'ON' | 'OFF' | 'OTHER';

export interface RowRule extends OwnRecordsRule {
  /** The label of the role in the workspace. */
  readonly roleLabel: string;
  readonly state: RuleState;
}

export interface RowAccess {
  readonly isLicensed: boolean | null;
  readonly rules: readonly RowRule[];
}

interface Place {
  readonly roleId: string;
  readonly roleLabel: string;
  readonly objectId: string;
  readonly fieldId: string;
  readonly memberFieldId: string;
  readonly state: RuleState;
}

const ROLES = `{getRoles{id label universalIdentifier rowLevelPermissionPredicates{id objectMetadataId fieldMetadataId operand workspaceMemberFieldMetadataId}}}`;
const OBJECTS = '{objects(paging:{first:1000}){edges{node{id nameSingular fieldsList{id name}}}}}';
const UPSERT = `mutation Rows($input:UpsertRowLevelPermissionPredicatesInput!){upsertRowLevelPermissionPredicates(input:$input){predicates{id}}}`;

const read = <Shape>(schema: z.ZodType<Shape>, answer: unknown): Shape => {
  const found = schema.safeParse(answer);
  if (!found.success) throw new UsageError('the server describes roles or objects in a shape that cannot be read');
  return found.data;
};

const forbidden = (error: unknown): never => {
  if (error instanceof Refusal && error.code === 'FORBIDDEN')
    throw new UsageError("the key's role may not read roles; give it “Roles” under Settings → Roles → Settings");
  if (error instanceof Refusal) throw new UsageError(`the server does not tell its roles (${error.code})`);
  throw error;
};

const roleOf = (roles: Roles, key: string): Roles[number] => {
  const identifier = universalIdentifier('role', key);
  const labels = LANGUAGES.map((language) => roleLabel(roleEntry(key), language));
  const found =
    roles.find((one) => one.universalIdentifier === identifier) ?? roles.find(({ label }) => labels.includes(label));
  if (!found) throw new UsageError(`Tag Policy is not installed in the workspace: it has no role “${labels[0]}”`);
  return found;
};

const placesOf = async (ask: AskMetadata): Promise<readonly Place[]> => {
  const roles = read(rolesSchema, await ask(ROLES).catch(forbidden)).getRoles;
  const objects = read(objectsSchema, await ask(OBJECTS).catch(forbidden)).objects.edges.map(({ node }) => node);
  const idsOf = (object: string, field: string): readonly [string, string] => {
    const found = objects.find(({ nameSingular }) => nameSingular === object);
    const fieldId = found?.fieldsList.find(({ name }) => name === field)?.id;
    if (!found || !fieldId) throw new UsageError(`the workspace has no field ${object}.${field}`);
    return [found.id, fieldId];
  };
  const [, memberFieldId] = idsOf('workspaceMember', 'id');
  return OWN_RECORDS.map(({ role: key, object, field }) => {
    const role = roleOf(roles, key);
    const [objectId, fieldId] = idsOf(object, field);
    const present = (role.rowLevelPermissionPredicates ?? []).filter((one) => one.objectMetadataId === objectId);
    const [only] = present;
    const isOurs =
      present.length === 1 &&
      only?.fieldMetadataId === fieldId &&
      only.operand === 'IS' &&
      only.workspaceMemberFieldMetadataId === memberFieldId;
    const state = present.length === 0 ? 'OFF' : isOurs ? 'ON' : 'OTHER';
    return { roleId: role.id, roleLabel: role.label, objectId, fieldId, memberFieldId, state };
  });
};

const rulesOf = (places: readonly Place[]): readonly RowRule[] =>
  places.map(({ roleLabel: label, state }, at) => ({
    ...(OWN_RECORDS[at] as OwnRecordsRule),
    roleLabel: label,
    state,
  }));

/** How the rules of rows stand in a workspace. @throws UsageError where they cannot be read */
export const readRowAccess = async (ask: AskMetadata): Promise<RowAccess> => {
  const licensed = await isLicensed(ask);
  return { isLicensed: licensed, rules: rulesOf(await placesOf(ask)) };
};

/**
 * Turns the rules on or off. Twenty replaces all rules of a role and object at once: where somebody else's stand, nothing
 * is touched. A server without the licence refuses, and is not asked.
 */
export const switchRowAccess = async (ask: AskMetadata, isOn: boolean): Promise<RowAccess> => {
  const licensed = await isLicensed(ask);
  const places = await placesOf(ask);
  if (licensed === false) return { isLicensed: licensed, rules: rulesOf(places) };
  for (const { roleId, objectId, fieldId, memberFieldId, state } of places) {
    if (state !== (isOn ? 'OFF' : 'ON')) continue;
    const rule = { fieldMetadataId: fieldId, operand: 'IS', workspaceMemberFieldMetadataId: memberFieldId };
    const input = { roleId, objectMetadataId: objectId, predicates: isOn ? [rule] : [], predicateGroups: [] };
    await ask(UPSERT, { input }).catch((error: unknown) => {
      if (error instanceof Refusal)
        throw new UsageError(`the server refused the rule (${error.code}): ${error.message}`);
      throw error;
    });
  }
  return { isLicensed: licensed, rules: rulesOf(await placesOf(ask)) };
};
