import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { restoreChain } from '../../../../plugin/cli/backup/restore-chain.ts';
import { insideClient } from '../../../../plugin/cli/backup/run-drill.ts';
import { proveChain } from '../../../../plugin/cli/backup/verify-chain.ts';
import { type BackupOptions, writeBackup } from '../../../../plugin/cli/backup/write-backup.ts';
import type { BuiltApp } from '../../../../plugin/embedded/built-app.ts';
import { createWorkspace, type Workspace } from '../../../../plugin/embedded/workspace.ts';
import { BACKED_UP } from '../../../../workflows/backup/backed-up.ts';
import { isEmpty } from '../../../../workflows/entries/changed-fields.ts';
import { idOf } from '../../../workflows/support.ts';

export { idOf } from '../../../workflows/support.ts';

export const PASSPHRASE = 'correct horse battery staple';
/** A key is derived for every backup: cheaply here. */
const KEY_COST = 2;

/** A folder that lives as long as the test. */
export const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'tag-policy-backup-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
};

/** A copy of a place, to be damaged. */
export const copyOf = async (place: string): Promise<string> => {
  const copy = await folder();
  await cp(place, copy, { recursive: true });
  return copy;
};

/** Objects of a record each kind, every link among them set, one in the trash, and what the application keeps of them. */
export const RECORDS: readonly (readonly [object: string, records: readonly Readonly<Record<string, unknown>>[]])[] = [
  [
    'person',
    [{ id: idOf(10), name: { firstName: '国栋', lastName: '唐' }, phones: { primaryPhoneNumber: '13961718800' } }],
  ],
  [
    'company',
    [
      {
        id: idOf(20),
        name: '无锡精控自动化有限公司',
        tagKeyContactId: idOf(10),
        accountOwnerId: idOf(1),
        tagBudgetMin: { amountMicros: 300_000_000_000, currencyCode: 'CNY' },
        tagServiceNeeds: [],
        tagRegisteredAddress: { addressStreet1: '锡山区 12 号', addressCity: '无锡' },
        tagReviewStatus: 'APPROVED',
        tagBaseline: { version: 3, seen: { name: 'abc' } },
        createdAt: '2025-03-04T05:06:07.000Z',
        createdBy: { source: 'MANUAL', workspaceMemberId: idOf(1), name: '王志强' },
      },
      { id: idOf(21), name: '已删除的客户', deletedAt: '2026-01-02T00:00:00.000Z' },
    ],
  ],
  ['tagProduct', [{ id: idOf(30), name: '伺服驱动器', model: 'SD-200', keeperId: idOf(1) }]],
  [
    'tagMember',
    [
      { id: idOf(40), name: '陈建国', workspaceMemberId: idOf(2), duties: ['TAG_MANAGER'] },
      { id: idOf(41), name: '王志强', workspaceMemberId: idOf(1), managerId: idOf(40) },
    ],
  ],
  ['opportunity', [{ id: idOf(50), name: '产线改造', companyId: idOf(20), tagStage: 'SOLUTION', ownerId: idOf(1) }]],
  ['tagOpportunityItem', [{ id: idOf(60), opportunityId: idOf(50), productId: idOf(30), quantity: 12 }]],
  ['tagCredit', [{ id: idOf(70), companyId: idOf(20), rating: 'BBB', hasOverdue: true }]],
  ['tagChangeNotice', [{ id: idOf(80), name: '更名', kind: 'NAME', companyId: idOf(20), key: 'notice-1' }]],
  ['tagLog', [{ id: idOf(90), name: '录入', kind: 'ENTERED', companyId: idOf(20), byId: idOf(1), key: 'log-1' }]],
  ['tagDefinition', [{ id: idOf(95), name: '经销商', status: 'APPROVED' }]],
  ['tagCalendarDay', [{ id: idOf(96), name: '厂庆', date: '2026-05-20', isWorkday: false }]],
  ['task', [{ id: idOf(110), title: '补全标签', tagMatter: 'RETURN', status: 'TODO', assigneeId: idOf(1) }]],
  ['taskTarget', [{ id: idOf(111), taskId: idOf(110), targetCompanyId: idOf(20) }]],
  ['tagSweep', [{ id: idOf(97), key: 'memory-key', name: 'memory-key', cursor: 'b8'.repeat(32) }]],
];

/** A clock that stands until it is set. */
export class Clock {
  now = new Date('2026-01-10T01:00:00.000Z');
  readonly read = (): Date => this.now;
  /** So many minutes pass. */
  pass(minutes: number): void {
    this.now = new Date(this.now.getTime() + minutes * 60_000);
  }
}

/** A workspace without hooks, so that records are what the test makes them. */
export const workspaceOf = (app: BuiltApp, clock: Clock, server: '2.21' | '2.43' = '2.43'): Workspace => {
  const workspace = createWorkspace({ app, clock: clock.read, server });
  workspace.intercept(() => []);
  return workspace;
};

/** The users that the records name. */
export const staff = (workspace: Workspace, ids: readonly string[] = [idOf(1), idOf(2)]): void => {
  for (const [at, id] of ids.entries()) {
    workspace.addMember({ id, firstName: `员${at}`, lastName: '王', email: `member-${at}@example.cn` });
  }
};

export const filled = (app: BuiltApp, clock: Clock): Workspace => {
  const workspace = workspaceOf(app, clock);
  staff(workspace);
  for (const [object, records] of RECORDS) workspace.insert(object, records);
  const late = { person: [{ id: idOf(10), companyId: idOf(20) }] };
  change(workspace, 'person', late.person[0]?.id ?? '', { companyId: idOf(20) });
  return workspace;
};

const typeOf = (object: string): string => object.charAt(0).toUpperCase() + object.slice(1);

/** Changes a record within the workspace, whoever may. */
export const change = (workspace: Workspace, object: string, id: string, data: Readonly<Record<string, unknown>>) =>
  workspace.answer(
    object === 'tagLog' || object === 'tagSweep' ? workspace.applicationToken : workspace.apiKey,
    `mutation($i:UUID!,$d:${typeOf(object)}UpdateInput!){update${typeOf(object)}(id:$i,data:$d){id}}`,
    { i: id, d: data },
  );

export const remove = (workspace: Workspace, verb: 'delete' | 'restore' | 'destroy', object: string, id: string) =>
  workspace.answer(workspace.apiKey, `mutation($i:UUID!){${verb}${typeOf(object)}(id:$i){id}}`, { i: id });

/** Backs a workspace up as the command does. */
export const backUp = (
  workspace: Workspace,
  places: readonly string[],
  clock: Clock,
  options: Partial<BackupOptions> = {},
) =>
  writeBackup({
    client: insideClient(workspace, workspace.apiKey),
    workspace: 'https://crm.example.com',
    version: '0.1.0',
    places,
    kind: 'FULL',
    passphrase: PASSPHRASE,
    now: clock.read,
    tell: () => {},
    retention: null,
    keyCost: KEY_COST,
    ...options,
  });

/** Restores the newest chain of a place as the command does. */
export const restore = async (
  workspace: Workspace,
  place: string,
  options: {
    readonly passphrase?: string | null;
    readonly isApplied?: boolean;
    readonly overwrites?: boolean;
    readonly asApplication?: boolean;
    readonly id?: string;
  } = {},
) => {
  const { passphrase = PASSPHRASE, isApplied = true, overwrites = false, asApplication = true, id } = options;
  const chain = await proveChain(place, passphrase, { id });
  return restoreChain({
    chain,
    workspace: 'https://crm.example.com',
    client: insideClient(workspace, workspace.apiKey),
    application: asApplication ? insideClient(workspace, workspace.applicationToken) : null,
    isApplied,
    overwrites,
    journal: join(place, 'restore.journal'),
    tell: () => {},
  });
};

const STAMPS: ReadonlySet<string> = new Set(['updatedAt', 'updatedBy', 'position', 'searchVector']);

/** Every record of the policy as it stands, but for the stamps of whoever wrote it last; nothing is nothing however it is spelled. */
export const contentOf = (workspace: Workspace): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    BACKED_UP.map(({ name, identity }) => [
      name,
      Object.fromEntries(
        workspace
          .records(name, true)
          .filter((row) => identity === 'id' || row.key === 'memory-key')
          .map((row): [string, unknown] => [
            row.id,
            Object.fromEntries(
              Object.entries(row)
                .filter(([column]) => !STAMPS.has(column))
                .map(([column, value]) => [
                  column,
                  column === 'deletedAt' ? value !== null : isEmpty(value) ? null : value,
                ]),
            ),
          ])
          .sort(([left], [right]) => (left < right ? -1 : 1)),
      ),
    ]),
  );
