import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { OBJECT_NAMES, tagsOf } from '../../objects/taxonomy/index.ts';
import { OUTPUT, ROOT } from '../../plugin/cli/build.ts';
import { type BuiltApp, loadBuiltApp } from '../../plugin/embedded/built-app.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import { roleEntries, WORK_OBJECTS } from '../../plugin/roles/role-table.ts';

let app: BuiltApp;
let workspace: Workspace;
beforeAll(async () => {
  app = await loadBuiltApp(OUTPUT);
  workspace = createWorkspace({ app });
});

/** The rows of the table in docs/roles.md: by role, by column. */
const table = (): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const lines = readFileSync(`${ROOT}/docs/roles.md`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|'));
  const cells = (line: string): readonly string[] =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim());
  const [head = '', , ...rows] = lines;
  const columns = cells(head).slice(1);
  return Object.fromEntries(
    rows.map((row) => {
      const [role = '', ...marks] = cells(row);
      return [role, Object.fromEntries(columns.map((column, at) => [column, marks[at] ?? '']))];
    }),
  );
};

const RIGHTS: Readonly<Record<string, readonly [read: boolean, update: boolean, remove: boolean]>> = {
  '—': [false, false, false],
  R: [true, false, false],
  V: [true, true, false],
  W: [true, true, false],
  D: [true, true, true],
};

const roleOf = (label: string) => {
  const role = app.manifest.roles.find((candidate) => candidate.label === label);
  if (!role) throw new Error(`the manifest has no role "${label}"`);
  return role;
};
const accessOf = (label: string, object: string) => {
  const model = workspace.model.byName.get(object);
  const given = roleOf(label).objectPermissions?.find(
    (one) => one.objectUniversalIdentifier === model?.universalIdentifier,
  );
  const fields = (roleOf(label).fieldPermissions ?? []).filter(
    (one) => one.objectUniversalIdentifier === model?.universalIdentifier,
  );
  return {
    given,
    field: (name: string) => {
      const identifier = model?.byName.get(name)?.universalIdentifier;
      return fields.find((one) => one.fieldUniversalIdentifier === identifier);
    },
  };
};

const roles = Object.keys(table());

it('the table has every role of the policy', () => {
  expect(roles).toEqual(roleEntries.map((entry) => entry.label.en));
});

describe.each(roles)('%s', (role) => {
  const row = table()[role] ?? {};

  it.each([...OBJECT_NAMES, ...WORK_OBJECTS])('%s: as the table says', (object) => {
    const mark = row[object] ?? row['tasks, notes'] ?? '';
    const [read, update, remove] = RIGHTS[mark] ?? [];
    expect(accessOf(role, object).given, `${object} ${mark}`).toMatchObject({
      canReadObjectRecords: read,
      canUpdateObjectRecords: update,
      canSoftDeleteObjectRecords: remove,
      canDestroyObjectRecords: false,
    });
  });

  it.each(OBJECT_NAMES.filter((object) => row[object] !== '—'))('%s: field by field', (object) => {
    const access = accessOf(role, object);
    const mayUpdate = access.given?.canUpdateObjectRecords === true;
    for (const tag of tagsOf(object)) {
      if (tag.via || tag.kind === 'ONE_TO_MANY') continue;
      const mark = object === 'tagMember' ? row['targets of members'] : row['sensitive tags'];
      const isOpen = !tag.sensitive || object === 'tagCredit';
      const canRead = access.field(tag.name)?.canReadFieldValue !== false;
      const canUpdate = mayUpdate && access.field(tag.name)?.canUpdateFieldValue !== false;
      expect(canRead, `${object}.${tag.name} read`).toBe(isOpen || (tag.role !== 'GOVERNANCE' && mark !== '—'));
      if (tag.writer === 'APPLICATION') expect(canUpdate, `${object}.${tag.name} update`).toBe(false);
      if (!isOpen && mark !== 'W') expect(canUpdate, `${object}.${tag.name} update`).toBe(false);
      if (row[object] === 'V') expect(canUpdate, `${object}.${tag.name} update`).toBe(tag.statement === true);
    }
  });

  it('has no right over all objects, and people alone hold it', () => {
    expect(roleOf(role)).toMatchObject({
      canReadAllObjectRecords: false,
      canUpdateAllObjectRecords: false,
      canSoftDeleteAllObjectRecords: false,
      canDestroyAllObjectRecords: false,
      canUpdateAllSettings: false,
      canBeAssignedToUsers: true,
      canBeAssignedToAgents: false,
      canBeAssignedToApiKeys: false,
    });
  });
});

describe('in a workspace', () => {
  const A = 'aaaaaaaa-0000-4000-8000-000000000001';
  const tokens = new Map<string, string>();
  beforeAll(() => {
    for (const { label } of roleEntries) {
      const { token } = workspace.addMember({
        firstName: label.en,
        lastName: '',
        email: `${label.en.replaceAll(' ', '.')}@example.cn`,
        role: roleOf(label.en).universalIdentifier,
      });
      tokens.set(label.en, token);
    }
    workspace.insert('company', [{ id: A, name: '甲公司', tagBudgetMin: { amountMicros: 1e9, currencyCode: 'CNY' } }]);
    workspace.insert('tagCredit', [{ companyId: A, rating: 'CCC' }]);
    workspace.insert('tagMember', [{ name: '王志强', salesTarget: { amountMicros: 1e12, currencyCode: 'CNY' } }]);
  });
  const codeOf = async (role: string, query: string): Promise<unknown> => {
    const answer = await workspace.answer(tokens.get(role) ?? '', query);
    return answer.errors?.[0]?.extensions.code ?? 'OK';
  };

  it.each([
    ['Sales representative', 'FORBIDDEN'],
    ['Sales assistant', 'FORBIDDEN'],
    ['Sales manager', 'OK'],
    ['Tag administrator', 'OK'],
    ['Data reviewer', 'OK'],
    ['Supervisor', 'OK'],
    ['Executive', 'OK'],
  ])('%s reads a credit record, itself or through the customer: %s', async (role, code) => {
    expect(await codeOf(role, '{tagCredits(first:1){edges{node{rating}}}}')).toBe(code);
    expect(await codeOf(role, '{companies(first:1){edges{node{tagCredits{edges{node{rating}}}}}}}')).toBe(code);
  });

  it.each([
    ['Sales representative', 'OK', 'FORBIDDEN'],
    ['Sales assistant', 'FORBIDDEN', 'FORBIDDEN'],
    ['Data reviewer', 'OK', 'OK'],
  ])('%s reads a budget: %s, a sales target: %s', async (role, budget, target) => {
    expect(await codeOf(role, '{companies(first:1){edges{node{tagBudgetMin{amountMicros}}}}}')).toBe(budget);
    expect(await codeOf(role, '{tagMembers(first:1){edges{node{salesTarget{amountMicros}}}}}')).toBe(target);
  });

  it.each([
    ['Sales representative', 'tagRegion:BEIJING', 'OK'],
    ['Sales representative', 'tagReviewStatus:APPROVED', 'FORBIDDEN'],
    ['Data reviewer', 'tagRegion:BEIJING', 'FORBIDDEN'],
    ['Data reviewer', 'name:"乙公司"', 'FORBIDDEN'],
    ['Data reviewer', 'accountOwnerId:null', 'FORBIDDEN'],
    ['Data reviewer', 'tagAction:RETURN,tagActionNote:"请核对"', 'OK'],
    ['Supervisor', 'tagAction:APPROVE', 'FORBIDDEN'],
    ['Executive', 'tagRegion:BEIJING', 'FORBIDDEN'],
  ])('%s sets %s on a customer: %s', async (role, data, code) => {
    expect(await codeOf(role, `mutation{updateCompany(id:"${A}",data:{${data}}){id}}`)).toBe(code);
  });

  it('nobody reads what the application remembers of a record', async () => {
    for (const role of roles) {
      expect(await codeOf(role, '{companies(first:1){edges{node{tagBaseline}}}}'), role).toBe('FORBIDDEN');
    }
  });
});
