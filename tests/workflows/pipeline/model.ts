import { planRun } from '../../../workflows/pipeline/plan-run.ts';
import type { PlanInput } from '../../../workflows/pipeline/start-run.ts';
import { compactCreditCode } from '../../../workflows/rules/credit-code.ts';
import { duplicatesAmong } from '../../../workflows/run/duplicates.ts';
import type { Plan } from '../../../workflows/run/plan.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import type { Snapshot, Surroundings } from '../../../workflows/run/snapshot.ts';
import { readSettings } from '../../../workflows/settings.ts';

/** Records in memory, as a run of the pipeline reads and writes them. No Twenty, no network. */
export interface Model {
  readonly company: readonly TwentyRecord[];
  readonly opportunity: readonly TwentyRecord[];
  readonly tagProduct: readonly TwentyRecord[];
  readonly tagMember: readonly TwentyRecord[];
  readonly notices: readonly TwentyRecord[];
  readonly logs: ReadonlySet<string>;
  readonly tasks: ReadonlyMap<string, 'TODO' | 'DONE'>;
}

export const emptyModel: Model = {
  company: [],
  opportunity: [],
  tagProduct: [],
  tagMember: [],
  notices: [],
  logs: new Set(),
  tasks: new Map(),
};

const OBJECTS = ['company', 'opportunity', 'tagProduct', 'tagMember'] as const;
const OPEN: ReadonlySet<unknown> = new Set(['OPEN', 'OVERDUE']);

const notHeld = ({ companyId }: TwentyRecord): TwentyRecord | null => (companyId ? { id: companyId } : null);

/** The snapshot a run would read of all records of a model. */
export const snapshotOf = (model: Model): Snapshot => {
  return {
    subjects: {
      company: model.company,
      opportunity: model.opportunity.map((deal) => ({
        ...deal,
        // One that the model does not hold is there all the same: null would be one in the trash.
        company: model.company.find((company) => company.id === deal.companyId) ?? notHeld(deal),
      })),
      tagProduct: model.tagProduct,
      tagMember: model.tagMember,
    },
    opportunities: model.opportunity,
    items: [],
    notices: model.notices.filter(({ status, judgedStatus }) => OPEN.has(status) || OPEN.has(judgedStatus)),
    agreements: [],
    incidents: [],
    movedLog: [],
    duplicates: duplicatesAmong(model.company, model.tagProduct, compactCreditCode),
    stockStages: new Set(['NEW', 'SCREENING', 'MEETING', 'PROPOSAL', 'CUSTOMER']),
    tasks: new Map(),
  };
};

/** A plan over all records of a model. */
export const planOver = (model: Model, now: Date, more: Partial<PlanInput> = {}): Plan => {
  const users = model.tagMember.map(({ workspaceMemberId }) => ({ id: workspaceMemberId }));
  const surroundings: Surroundings = {
    members: model.tagMember,
    users,
    companyDays: [],
    rulings: [],
    memoryKey: 'key',
    installedAt: null,
    agreementsSince: null,
  };
  const { settings } = readSettings({ NOTICE_LANGUAGE: 'en' });
  return planRun({ snapshot: snapshotOf(model), surroundings, settings, now, ...more });
};

const STAMPS = { updatedBy: { source: 'APPLICATION', workspaceMemberId: null } };

const patched = (
  records: readonly TwentyRecord[],
  patches: readonly { readonly id: string; readonly fields: TwentyRecord }[],
  now: Date,
): readonly TwentyRecord[] =>
  records.map((record) => {
    const own = patches.filter((patch) => patch.id === record.id);
    if (own.length === 0) return record;
    return Object.assign({}, record, ...own.map(({ fields }) => fields), STAMPS, { updatedAt: now.toISOString() });
  });

/** What the records are after a plan has been written, through JSON as the API would. */
export const applied = (model: Model, written: Plan, now: Date): Model => {
  const plan = JSON.parse(JSON.stringify(written)) as Plan;
  const at = now.toISOString();
  const patches = (object: string) => [
    ...(plan.subjects[object] ?? []),
    ...plan.reverts.filter((revert) => revert.object === object),
  ];
  const known = new Set(model.notices.map(({ id }) => id));
  const fresh = plan.notices
    .filter(({ id }) => !known.has(id))
    .map(({ id, fields }): TwentyRecord => ({ id, createdAt: at, updatedAt: at, ...STAMPS, ...fields }));
  const tasks = new Map(model.tasks);
  for (const { id } of plan.tasks) if (!tasks.has(id)) tasks.set(id, 'TODO');
  for (const id of plan.closedTasks) if (tasks.has(id)) tasks.set(id, 'DONE');
  return {
    company: patched(model.company, patches('company'), now),
    opportunity: patched(model.opportunity, patches('opportunity'), now),
    tagProduct: patched(model.tagProduct, patches('tagProduct'), now),
    tagMember: patched(model.tagMember, patches('tagMember'), now),
    notices: [...patched(model.notices, plan.notices, now), ...fresh],
    logs: new Set([...model.logs, ...plan.logs.map(({ id }) => id)]),
    tasks,
  };
};

/** A person writes. */
export const writtenBy = (
  model: Model,
  object: (typeof OBJECTS)[number],
  id: string,
  fields: TwentyRecord,
  by: string,
  now: Date,
): Model => ({
  ...model,
  [object]: model[object].map((record) =>
    record.id === id
      ? {
          ...record,
          ...fields,
          updatedAt: now.toISOString(),
          updatedBy: { source: 'MANUAL', workspaceMemberId: by },
        }
      : record,
  ),
});
