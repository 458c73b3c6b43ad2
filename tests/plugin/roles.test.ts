import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { OBJECT_NAMES, tagsOf } from '../../objects/taxonomy/index.ts';
import { ROOT } from '../../plugin/cli/build.ts';
import type { BuiltApp } from '../../plugin/embedded/built-app.ts';
import { createWorkspace, type Workspace } from '../../plugin/embedded/workspace.ts';
import { roleEntries, WORK_OBJECTS } from '../../plugin/roles/role-table.ts';
import { builtApp } from '../built-app.ts';

let app: BuiltApp;
let workspace: Workspace;
beforeAll(async () => {
  app = await builtApp();
  workspace = createWorkspace({ app });
});

/** The rows of a table in docs/roles.md, named by one of its columns: by role, by column. */
const tableWith = (column: string): Readonly<Record<string, Readonly<Record<string, string>>>> => {
  const tables = readFileSync(`${ROOT}/docs/roles.md`, 'utf8').split(/\n(?!\|)/);
  const lines = (tables.find((text) => text.includes(`| ${column} |`)) ?? '')
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

const table = () => tableWith('company');

const RIGHTS: Readonly<Record<string, readonly [read: boolean, update: boolean, remove: boolean, destroy: boolean]>> = {
  '—': [false, false, false, false],
  R: [true, false, false, false],
  T: [true, false, true, false],
  V: [true, true, false, false],
  A: [true, true, false, false],
  W: [true, true, false, false],
  P: [true, true, false, false],
  D: [true, true, true, false],
  X: [true, true, true, true],
};

const roleOf = (label: string) => {
  const role = app.manifest.roles.find((candidate) => candidate.label === `Tag policy · ${label}`);
  if (!role) throw new Error(`the manifest has no role "${label}"`);
  return role;
};
const accessOf = (label: string, object: string) => {
  const model = workspace.model.byName.get(object);
  const given = roleOf(label).objectPermissions?.find(
    (one) => one.objectUniversalIdentifier === objectIdentifier(object),
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
const COLUMNS: Readonly<Record<string, string>> = {
  task: 'tasks, notes',
  note: 'tasks, notes',
  taskTarget: 'their ties, files',
  noteTarget: 'their ties, files',
  attachment: 'their ties, files',
  dashboard: 'dashboards',
};
/** Who sets what on others, in the words of docs/roles.md. */
const LEADERS: ReadonlySet<string> = new Set(['Sales manager', 'Tag administrator']);
const SAID_BY_REVIEWERS = new Set(['tagReturnedTags', 'tagVerdictForm', 'tagVerdictTruth', 'tagVerdictBusiness']);
/** Whoever may see such an object may see its fields. */
const SENSITIVE_AS_A_WHOLE: ReadonlySet<string> = new Set(['tagCredit', 'tagAssessment']);
const APPOINTED: ReadonlySet<string> = new Set(['duties', 'teamwork', 'manager']);
/** Objects that hold targets of members. */
const TARGETED: ReadonlySet<string> = new Set(['tagMember', 'tagTarget']);

it('the table has every role of the policy', () => {
  expect(roles).toEqual(roleEntries.map((entry) => entry.label.en));
});

it('the docs name every role in Chinese, since Twenty translates no role', () => {
  expect(tableWith('简体')).toEqual(
    Object.fromEntries(roleEntries.map(({ label }) => [label.en, { 简体: label['zh-CN'], 繁體: label['zh-TW'] }])),
  );
});

describe.each(roles)('%s', (role) => {
  const row = table()[role] ?? {};

  it.each([...OBJECT_NAMES, ...WORK_OBJECTS, 'dashboard'])('%s: as the table says', (object) => {
    const mark = row[COLUMNS[object] ?? object] ?? '';
    const [read, update, remove, destroy] = RIGHTS[mark] ?? [];
    expect(accessOf(role, object).given, `${object} ${mark}`).toMatchObject({
      canReadObjectRecords: read,
      canUpdateObjectRecords: update,
      canSoftDeleteObjectRecords: remove,
      canDestroyObjectRecords: destroy,
    });
  });

  it.each(OBJECT_NAMES.filter((object) => row[object] !== '—'))('%s: field by field', (object) => {
    const access = accessOf(role, object);
    const mayUpdate = access.given?.canUpdateObjectRecords === true;
    for (const tag of tagsOf(object)) {
      if (tag.via) continue;
      const mark = !tag.sensitive
        ? 'W'
        : tag.hidden
          ? '—'
          : SENSITIVE_AS_A_WHOLE.has(object)
            ? 'W'
            : row[TARGETED.has(object) ? 'targets of members' : 'sensitive tags'];
      const isClosed = tag.relation !== undefined && row[tag.relation.target] === '—';
      const denial = access.field(tag.name);
      expect(denial?.canReadFieldValue !== false, `${object}.${tag.name} read`).toBe(!isClosed && mark !== '—');
      const isAllowed =
        !isClosed &&
        mark === 'W' &&
        tag.writer !== 'APPLICATION' &&
        (row[object] !== 'V' || tag.statement === true) &&
        (row[object] !== 'A' || tag.name === 'response') &&
        (row[object] !== 'P' || tag.name !== 'status') &&
        (!APPOINTED.has(tag.name) || object !== 'tagMember' || LEADERS.has(role)) &&
        (!SAID_BY_REVIEWERS.has(tag.name) || row[object] === 'V' || LEADERS.has(role));
      const canUpdate = mayUpdate && denial?.canUpdateFieldValue !== false;
      expect(canUpdate, `${object}.${tag.name} update`).toBe(mayUpdate && isAllowed);
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
    ['Sales representative', 'FORBIDDEN', 'FORBIDDEN'],
    ['Sales assistant', 'FORBIDDEN', 'FORBIDDEN'],
    ['Sales manager', 'OK', 'FORBIDDEN'],
    ['Tag administrator', 'FORBIDDEN', 'FORBIDDEN'],
    ['Data reviewer', 'FORBIDDEN', 'FORBIDDEN'],
    ['Supervisor', 'OK', 'OK'],
    ['Executive', 'OK', 'FORBIDDEN'],
  ])('%s reads an assessment, itself or through the member: %s; confirms one: %s', async (role, read, confirm) => {
    const [row] = workspace.insert('tagAssessment', [{ name: '2026Q3', score: 70 }]);
    expect(await codeOf(role, '{tagAssessments(first:1){edges{node{score}}}}')).toBe(read);
    expect(await codeOf(role, '{tagMembers(first:1){edges{node{tagAssessments{edges{node{score}}}}}}}')).toBe(read);
    expect(await codeOf(role, `mutation{updateTagAssessment(id:"${row?.id}",data:{status:CONFIRMED}){id}}`)).toBe(
      confirm,
    );
    // What is counted nobody types in, and what the member says nobody says for them.
    for (const field of ['score:100', 'accuracyPart:9', 'grade:EXCELLENT', 'appeal:"…"']) {
      expect(await codeOf(role, `mutation{updateTagAssessment(id:"${row?.id}",data:{${field}}){id}}`)).toBe(
        'FORBIDDEN',
      );
    }
  });

  it('who leaves one of several credit records deletes the others; only managers rate', async () => {
    for (const role of roles) {
      const [row] = workspace.insert('tagCredit', [{ companyId: A, rating: 'BB' }]);
      const may = (...names: readonly string[]) => (names.includes(role) ? 'OK' : 'FORBIDDEN');
      expect(await codeOf(role, `mutation{updateTagCredit(id:"${row?.id}",data:{rating:B}){id}}`), role).toBe(
        may('Sales manager'),
      );
      expect(await codeOf(role, `mutation{deleteTagCredit(id:"${row?.id}"){id}}`), role).toBe(
        may('Sales manager', 'Tag administrator'),
      );
    }
  });

  it('contacts are merged by the tag administrator, customers by none of the roles', async () => {
    for (const role of roles) {
      const merge = async (object: 'company' | 'person', mutation: string) => {
        const rows = workspace.insert(object, [{}, {}]);
        return codeOf(
          role,
          `mutation{${mutation}(ids:["${rows.map(({ id }) => id).join('","')}"],conflictPriorityIndex:0){id}}`,
        );
      };
      expect(await merge('person', 'mergePeople'), role).toBe(role === 'Tag administrator' ? 'OK' : 'FORBIDDEN');
      expect(await merge('company', 'mergeCompanies'), role).toBe('FORBIDDEN');
    }
  });

  it('customers are merged by nobody where people are kept off what the application keeps, elsewhere by administrators', async () => {
    for (const [server, expected] of [
      ['2.43', 'FORBIDDEN'],
      ['2.21', undefined],
    ] as const) {
      const other = createWorkspace({ app, server });
      const ids = other.insert('company', [{ name: '甲' }, { name: '乙' }]).map(({ id }) => id);
      const query = 'mutation($i:[UUID!]!){mergeCompanies(ids:$i,conflictPriorityIndex:0){id}}';
      const { errors } = await other.answer(other.apiKey, query, { i: ids });
      expect(errors?.[0]?.extensions.code, server).toBe(expected);
    }
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

  it.each(['Sales representative', 'Sales assistant'])('%s can do a day of work', async (role) => {
    const made = async (object: string, data: Readonly<Record<string, unknown>>): Promise<string> => {
      const type = `${object.charAt(0).toUpperCase()}${object.slice(1)}`;
      const query = `mutation($data:${type}CreateInput!){create${type}(data:$data){id}}`;
      const answer = await workspace.answer(tokens.get(role) ?? '', query, { data });
      expect(answer.errors, object).toBeUndefined();
      return (answer.data as Record<string, { id: string }>)[`create${type}`]?.id ?? '';
    };
    const companyId = await made('company', { name: `无锡${role}有限公司`, tagIndustry: 'C', tagCustomerType: 'SME' });
    const personId = await made('person', {
      name: { firstName: '敏', lastName: '周' },
      companyId,
      phones: { primaryPhoneNumber: '13800138000', primaryPhoneCallingCode: '+86', primaryPhoneCountryCode: 'CN' },
    });
    const opportunityId = await made('opportunity', { name: '检测线', companyId, tagSource: 'TRADE_FAIR' });
    const itemId = await made('tagOpportunityItem', { name: '一套', opportunityId, quantity: 1 });
    expect(await codeOf(role, `mutation{deleteTagOpportunityItem(id:"${itemId}"){id}}`)).toBe('OK');
    await made('tagChangeNotice', { name: '联系人更换', kind: 'KEY_CONTACT', companyId });
    // Whoever gives a task of their own says what it is about and how pressing it is (5.2.3, 5.2.5).
    const said = { tagStage: 'SOLUTION', tagGroups: ['INDUSTRY'], tagPriority: 'HIGH' };
    const taskId = await made('task', { title: '回访', ...said });
    const matter = `mutation{updateTask(id:"${taskId}",data:{tagMatter:CHECK}){id}}`;
    expect(await codeOf(role, matter)).toBe('FORBIDDEN');
    const tie = await made('taskTarget', { taskId, targetCompanyId: companyId });
    const noteId = await made('note', { title: '纪要' });
    await made('noteTarget', { noteId, targetOpportunityId: opportunityId });
    expect(await codeOf(role, `mutation{deleteTaskTarget(id:"${tie}"){id}}`)).toBe('OK');
    expect(await codeOf(role, `mutation{updatePerson(id:"${personId}",data:{jobTitle:"总监"}){id}}`)).toBe('OK');
    expect(
      await codeOf(
        role,
        `{companies{edges{node{id name tagKeyContact{id} tagCreditSignal tagReviewStatus tagProblemSummary
          accountOwner{id name{firstName}} taskTargets{edges{node{id}}} timelineActivities{edges{node{id}}}}}}
        people{edges{node{id phones{primaryPhoneNumber} emails{primaryEmail}}}}
        opportunities{edges{node{id tagStage tagItems{edges{node{id quantity}}}}}}
        workspaceMembers{edges{node{id name{firstName}}}}
        tagDefinitions{edges{node{id}}} tagLogs{edges{node{id}}} tagMembers{edges{node{id duties}}}}`,
      ),
    ).toBe('OK');
    expect(await codeOf(role, `mutation{deleteCompany(id:"${companyId}"){id}}`)).toBe('FORBIDDEN');
    expect(await codeOf(role, `mutation{destroyCompany(id:"${companyId}"){id}}`)).toBe('FORBIDDEN');
  });

  it.each(['Sales representative', 'Sales assistant', 'Sales manager'])(
    '%s proposes a term, which the tag administrator accepts',
    async (role) => {
      const name = `储能${role}`;
      const propose = (more: string): string =>
        `mutation{createTagDefinition(data:{name:"${name}",definition:"电化学储能设备的集成商"${more}}){id}}`;
      expect(await codeOf(role, propose(',status:APPROVED'))).toBe('FORBIDDEN');
      expect(await codeOf(role, propose(''))).toBe('OK');
      const entry = workspace.records('tagDefinition').find((row) => row.name === name);
      expect(entry?.status).toBe('DRAFT');
      const accept = `mutation{updateTagDefinition(id:"${entry?.id}",data:{status:APPROVED}){id}}`;
      expect(await codeOf(role, accept)).toBe('FORBIDDEN');
      expect(await codeOf(role, `mutation{deleteTagDefinition(id:"${entry?.id}"){id}}`)).toBe('FORBIDDEN');
      expect(await codeOf('Tag administrator', accept)).toBe('OK');
    },
  );

  it('the tag administrator alone moves deadlines by the company calendar', async () => {
    for (const [at, role] of roles.entries()) {
      const query = `mutation{createTagCalendarDay(data:{name:"厂庆",date:"2026-11-0${at + 1}"}){id}}`;
      expect(await codeOf(role, query), role).toBe(role === 'Tag administrator' ? 'OK' : 'FORBIDDEN');
    }
  });

  it('nobody writes the log, and workspace members are to be read only', async () => {
    const [member] = workspace.records('workspaceMember');
    for (const role of roles) {
      expect(await codeOf(role, 'mutation{createTagLog(data:{name:"伪造"}){id}}'), role).toBe('FORBIDDEN');
      expect(await codeOf(role, '{workspaceMembers{edges{node{id}}}}'), role).toBe('OK');
      const query = `mutation{updateWorkspaceMember(id:"${member?.id}",data:{jobTitle:"x"}){id}}`;
      expect(await codeOf(role, query), role).toBe('FORBIDDEN');
    }
  });

  it('nobody reads what the application remembers of a record', async () => {
    for (const role of roles) {
      expect(await codeOf(role, '{companies(first:1){edges{node{tagBaseline}}}}'), role).toBe('FORBIDDEN');
    }
  });
});
