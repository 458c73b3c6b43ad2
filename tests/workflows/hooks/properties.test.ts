import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagsOf } from '../../../objects/taxonomy/index.ts';
import type { Delivery } from '../../../plugin/embedded/events.ts';
import {
  idOf,
  type Office,
  type OfficeOptions,
  openOffice,
  type Row,
  stopClock,
  travel,
  useBuiltApp,
} from '../support.ts';

// That a sweep heals dropped events, and that a second one writes nothing, is proved in ../sweep.test.ts.

const START = Date.parse('2026-09-28T01:00:00.000Z');
const A = idOf(1);
const P = idOf(2);
const O = idOf(3);
const G = idOf(4);
const I = idOf(5);
const R = idOf(6);
const at = (minutes: number): string => new Date(START + minutes * 60_000).toISOString();

useBuiltApp();

/** An office with a customer, its contact, deal, product and credit record, all judged. */
const furnished = async (options: OfficeOptions = {}): Promise<Office> => {
  stopClock(at(0));
  const office = openOffice(options);
  const { rep } = office.team;
  await office.create(rep, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' }, jobTitle: '采购员' });
  await office.create(rep, 'company', {
    id: A,
    name: '无锡精控自动化有限公司',
    tagCustomerType: 'SME',
    tagIndustry: 'C',
    tagKeyContactId: P,
    tagBusinessScope: '自动化',
    accountOwnerId: rep.id,
  });
  await office.create(rep, 'tagProduct', {
    id: G,
    name: '网关',
    model: 'DG-200',
    category: 'HARDWARE',
    features: '4路',
  });
  await office.create(rep, 'opportunity', {
    id: O,
    name: '二期',
    companyId: A,
    ownerId: rep.id,
    tagSource: 'TRADE_FAIR',
    tagStage: 'PROSPECT',
  });
  await office.create(rep, 'tagOpportunityItem', { id: I, opportunityId: O, productId: G });
  await office.create(rep, 'tagCredit', { id: R, companyId: A, rating: 'A', hasOverdue: false });
  expect(office.workspace.runs.filter(({ error }) => error)).toEqual([]);
  return office;
};

type Who = 'rep' | 'other' | 'manager' | 'reviewer';
interface Write {
  readonly by: Who;
  readonly object: string;
  readonly id: string;
  readonly data: Row;
}
const on = (object: string, id: string, ...datas: readonly Row[]) => datas.map((data) => ({ object, id, data }));
const TAG_WRITES = [
  ...on('company', A, { name: '无锡精控智能装备有限公司' }, { tagBusinessScope: '软件' }, { tagIndustry: null }),
  ...on(
    'company',
    A,
    { tagVerification: 'DOUBTFUL' },
    { tagVerificationNote: 'two addresses' },
    { tagRegion: 'JIANGSU' },
  ),
  ...on('person', P, { jobTitle: '采购经理' }, { phones: { primaryPhoneNumber: '13961718800' } }),
  ...on('opportunity', O, { tagStage: 'SIGNED' }, { tagStage: 'INTERESTED' }, { tagOutcome: 'LOST' }),
  ...on('opportunity', O, { tagCompetitors: ['甲公司'] }, { tagDisadvantage: '交期长' }),
  ...on('tagProduct', G, { features: '8路' }, { model: 'DG-300' }),
  ...on('tagOpportunityItem', I, { quantity: 3 }),
  ...on('tagCredit', R, { rating: 'CCC' }, { hasOverdue: true, overdueCount: 1, longestOverdueDays: 1 }),
  ...on('opportunity', O, { tagNextFollowUpOn: '2026-10-20' }, { tagNextFollowUpOn: '2026-09-28' }),
  ...on('company', A, { tagPurchaseIntent: 'LOW' }, { tagStrategy: '先试用' }),
];
const writesOf = (list: readonly Omit<Write, 'by'>[], most: number, often?: Write): fc.Arbitrary<readonly Write[]> => {
  const any = fc
    .record({ by: fc.constantFrom<Who>('rep', 'other', 'manager', 'reviewer'), what: fc.nat(list.length - 1) })
    .map(({ by, what }): Write => ({ by, ...(list[what] as Omit<Write, 'by'>) }));
  const one = often ? fc.oneof({ arbitrary: any, weight: 4 }, { arbitrary: fc.constant(often), weight: 1 }) : any;
  return fc.array(one, { minLength: 1, maxLength: most });
};

const APPLICATIONS = ['updatedAt', 'updatedBy', 'createdAt', 'createdBy', 'position', 'searchVector'];
const without = (row: Row, names: readonly string[]): Row =>
  Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name)));
const byId = (rows: readonly Row[], names: readonly string[]): readonly Row[] =>
  rows.map((row) => without(row, names)).sort((left, right) => String(left.id).localeCompare(String(right.id)));

/**
 * How everything stands. The memory is left out: two ways to one standing may remember different suspicions. So is the
 * minute a stage was entered, which is that of whichever entry shows the new stage first.
 */
const standing = (office: Office) => ({
  ...Object.fromEntries(
    ['company', 'opportunity', 'tagProduct', 'tagCredit', 'tagOpportunityItem'].map((object) => [
      object,
      byId(office.all(object), [...APPLICATIONS, 'tagBaseline', 'tagStageSince']),
    ]),
  ),
  tasks: byId(office.all('task'), APPLICATIONS),
});
const ids = (rows: readonly Row[]): readonly unknown[] => rows.map(({ id }) => id).sort();
/** What was found, by the identity of the fact. */
const facts = (office: Office) => ({
  logs: ids(office.all('tagLog')),
  notices: byId(office.all('tagChangeNotice'), [
    ...APPLICATIONS,
    // Which of several entries is found first decides whose it is and of which minute; the notice is one.
    ...['occurredAt', 'completedAt', 'countedFrom', 'detectedAt', 'reportedById', 'reportedByName', 'dueAt'],
  ]),
});

const inOrder = (office: Office, writes: readonly Write[]) => async (deliver: (held: Delivery[]) => Promise<void>) => {
  const held: Delivery[] = [];
  office.workspace.intercept((delivery) => {
    held.push(delivery);
    return [];
  });
  for (const [minute, { by, object, id, data }] of writes.entries()) {
    travel(at(10 + minute));
    await office.write(office.team[by], object, id, data);
  }
  travel(at(60));
  office.workspace.intercept((delivery) => [delivery]);
  await deliver(held);
  await office.workspace.settle();
  expect(office.workspace.runs.filter(({ error }) => error)).toEqual([]);
};

/** The same members, so that two offices can be compared. */
const sameMembers = (left: Office, right: Office) => {
  const names = new Map(
    (['rep', 'other', 'manager', 'reviewer'] as const).flatMap((who) => [
      [left.team[who].id, who],
      [right.team[who].id, who],
    ]),
  );
  return <Thing>(thing: Thing): Thing =>
    JSON.parse(
      JSON.stringify(thing).replace(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, (id) => names.get(id) ?? id),
    ) as Thing;
};

describe('deliveries', () => {
  it('in any order and any repetition bring one standing', async () => {
    await fc.assert(
      fc.asyncProperty(
        writesOf(TAG_WRITES, 6),
        fc.constantFrom('2.21' as const, '2.43' as const),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
        async (writes, server, weights) => {
          const straight = await furnished({ server });
          await inOrder(
            straight,
            writes,
          )(async (held) => {
            for (const delivery of held) straight.workspace.deliver(delivery);
          });
          const crooked = await furnished({ server });
          await inOrder(
            crooked,
            writes,
          )(async (held) => {
            const turned = held
              .flatMap((delivery, index) => [
                { delivery, weight: weights[index % 40] ?? 0 },
                ...((weights[index % 40] ?? 0) > 0.5 ? [{ delivery, weight: weights[(index + 7) % 40] ?? 0 }] : []),
              ])
              .sort((left, right) => left.weight - right.weight);
            for (const { delivery } of turned) crooked.workspace.deliver(delivery);
          });
          const same = sameMembers(straight, crooked);
          expect(same(standing(crooked))).toEqual(same(standing(straight)));
          expect(same(facts(crooked))).toEqual(same(facts(straight)));
        },
      ),
      { numRuns: 12, seed: 11, endOnFailure: true },
    );
  }, 300_000);

  it('handled by two runs at once, their reads before either writes, double nothing and lose nothing', async () => {
    await fc.assert(
      fc.asyncProperty(writesOf(TAG_WRITES, 4), async (writes) => {
        const alone = await furnished();
        const together = await furnished();
        for (const [minute, { by, object, id, data }] of writes.entries()) {
          // Both offices answer at one address: each lives its minute while the other waits.
          alone.answer();
          travel(at(10 + minute));
          await alone.update(alone.team[by], object, id, data);
          together.answer();
          const held: Delivery[] = [];
          together.workspace.intercept((delivery) => {
            held.push(delivery);
            return [];
          });
          travel(at(10 + minute));
          await together.write(together.team[by], object, id, data);
          together.workspace.intercept((delivery) => [delivery]);
          for (const delivery of held) await atOnce(together, [delivery, delivery]);
        }
        expect(together.workspace.runs.filter(({ error }) => error)).toEqual([]);
        const same = sameMembers(alone, together);
        expect(same(standing(together))).toEqual(same(standing(alone)));
        expect(same(facts(together))).toEqual(same(facts(alone)));
      }),
      { numRuns: 8, seed: 12, endOnFailure: true },
    );
  }, 300_000);
});

/** Two runs, of one delivery or of two: each reads all it needs before either writes. */
const atOnce = async (office: Office, deliveries: readonly [Delivery, Delivery]): Promise<void> => {
  const { workspace } = office;
  const answer = workspace.answer.bind(workspace);
  let waiting = 0;
  let over = 0;
  let release = (): void => {};
  const gate = new Promise<void>((resolve) => {
    release = resolve;
  });
  const meet = (): void => {
    if (waiting + over >= 2) release();
  };
  workspace.answer = async (token, query, variables) => {
    if (query.startsWith('mutation')) {
      waiting += 1;
      meet();
      await gate;
    }
    return answer(token, query, variables);
  };
  const run = async ({ functionName, payload }: Delivery) => {
    await workspace.runFunction(functionName, payload, 'event');
    over += 1;
    meet();
  };
  await Promise.all(deliveries.map(run));
  workspace.answer = answer;
  await workspace.settle();
};

describe('two quick edits, each looked at by a run of its own at the same time', () => {
  it.each([
    ['of one person', 'rep', null],
    ['of two', 'other', null],
    ['one of the reviewer’s', 'reviewer', 'whoever entered the tags'],
  ] as const)('%s are known to be theirs, whichever run writes last', async (_whose, first, refusal) => {
    for (const isTurned of [false, true]) {
      const office = await furnished();
      const held: Delivery[] = [];
      office.workspace.intercept((delivery) => {
        held.push(delivery);
        return [];
      });
      travel(at(20));
      await office.write(office.team[first], 'company', A, { tagRegion: 'JIANGSU' });
      travel(at(20.01));
      await office.write(office.team.rep, 'company', A, { tagIndustry: 'J' });
      office.workspace.intercept((delivery) => [delivery]);
      const [one, two] = held;
      if (!one || !two) throw new Error('Two edits are two deliveries');
      await atOnce(office, isTurned ? [two, one] : [one, two]);
      travel(at(40));
      await office.update(office.team.reviewer, 'company', A, { tagAction: 'APPROVE' });
      const company = office.one('company', A);
      expect(company.tagReviewStatus).toBe(refusal ? 'PENDING' : 'APPROVED');
      expect(company.tagActionResult).toContain(refusal ?? 'Approved');
    }
  });
});

const ACTIONS = [
  ...on('company', A, { tagAction: 'APPROVE' }, { tagAction: 'CONFIRM' }, { tagAction: 'RETURN' }),
  ...on('company', A, { tagAction: 'APPROVE', tagRegion: 'BEIJING' }, { tagAction: null }),
  ...on('company', A, { tagActionNote: 'look again' }, { tagReturnedTags: ['name'] }),
  ...on('company', A, { name: '无锡精控智能装备有限公司' }, { tagIndustry: null }, { tagIndustry: 'C' }),
  ...on('company', A, { tagVerification: 'DOUBTFUL' }, { tagVerification: 'VERIFIED' }),
  ...on('company', A, { tagRegion: 'JIANGSU' }),
  ...on('person', P, { jobTitle: '采购经理' }, { jobTitle: '采购总监' }),
  ...on('tagCredit', R, { rating: 'BB' }),
];

const APPROVAL: Write = { by: 'reviewer', object: 'company', id: A, data: { tagAction: 'APPROVE' } };

/** What servers before 2.40 let people write though it is the application's: all of the governance set but the memory. */
const KEPT: Readonly<Record<string, unknown>> = {
  tagReviewStatus: 'APPROVED',
  tagCompleteness: 100,
  tagProblems: [],
  tagProblemSummary: '',
  tagProblemTags: null,
  tagEnteredAt: '2026-01-01T00:00:00.000Z',
  tagEnteredById: null,
  tagEnteredByName: '某人',
  tagLastCheckedAt: '2026-09-28T01:00:00.000Z',
  tagNextCheckOn: '2030-01-01',
  tagCheckState: 'CURRENT',
  tagGroupsLeft: ['CREDIT'],
  tagCompleteBy: '2030-01-01',
  tagCompletionState: 'PLANNED',
  tagActionResult: 'Approved',
  tagMatchKey: '另一公司',
  tagCreditCodeKey: '',
};

describe('approval', () => {
  it('the fields tried on the older server are all the application keeps, but for its memory', () => {
    const kept = tagsOf('company')
      .filter(({ role, writer }) => role === 'GOVERNANCE' && writer === 'APPLICATION')
      .map(({ name, kind }) => (kind === 'MANY_TO_ONE' ? `${name}Id` : name));
    expect(Object.keys(KEPT).sort()).toEqual(kept.filter((name) => name !== 'tagBaseline').sort());
  });

  it.each(['2.43', '2.21'] as const)(
    'on server %s comes of no writes without an eligible reviewer who asked last',
    async (twenty) => {
      const forged = Object.entries(KEPT).map(([name, value]) => ({
        object: 'company',
        id: A,
        data: { [name]: value },
      }));
      const list = twenty === '2.21' ? [...ACTIONS, ...ACTIONS, ...forged] : ACTIONS;
      let approvals = 0;
      await fc.assert(
        fc.asyncProperty(
          writesOf(list, 12, APPROVAL),
          fc.infiniteStream(fc.constantFrom(0, 1, 1, 1, 2)),
          async (writes, fates) => {
            const office = await furnished({ server: twenty });
            const { workspace } = office;
            workspace.intercept((delivery) => Array.from({ length: fates.next().value ?? 1 }, () => delivery));
            // Who entered since the last approval; an approval is eligible by somebody not among them.
            let enterers = new Set<Who>(['rep']);
            let isEligible = false;
            for (const [minute, { by, object, id, data }] of writes.entries()) {
              travel(at(20 + minute * 20));
              const isApproval = data.tagAction === 'APPROVE' && !('tagRegion' in data);
              const isEntry = object !== 'company' || ['name', 'tagIndustry', 'tagRegion'].some((tag) => tag in data);
              const before = office.one(object, id);
              const changes = Object.entries(data).some(
                ([name, value]) => JSON.stringify(before[name] ?? null) !== JSON.stringify(value),
              );
              await office.update(office.team[by], object, id, data);
              if (isEntry && changes) {
                enterers.add(by);
                isEligible = false;
              }
              if (isApproval && by === 'reviewer' && !enterers.has('reviewer')) isEligible = true;
              // What was forged stands until the record is looked at; then it is judged by what is remembered.
              if (twenty === '2.21') await workspace.runFunction('sweep', {}, 'cron');
              const isApproved = office.one('company', A).tagReviewStatus === 'APPROVED';
              expect(isApproved && !isEligible, `${by} ${JSON.stringify(data)}`).toBe(false);
              if (isApproved) {
                enterers = new Set();
                approvals += 1;
              }
            }
          },
        ),
        { numRuns: 15, seed: 13, endOnFailure: true },
      );
      // It would prove nothing if nobody ever got an approval.
      expect(approvals).toBeGreaterThan(5);
    },
    300_000,
  );
});

/** What may be done with what counts as the tags of a customer and of a deal. */
interface Deed {
  readonly verb: 'update' | 'delete' | 'restore' | 'destroy' | 'create';
  readonly object: string;
  readonly id: string;
  readonly data: Row;
}
const deeds = (verb: Deed['verb'], object: string, id: string, ...datas: readonly Row[]): readonly Deed[] =>
  (datas.length > 0 ? datas : [{}]).map((data) => ({ verb, object, id, data }));
const B = idOf(7);
const DEEDS: readonly Deed[] = [
  ...deeds('update', 'company', A, { tagRegion: 'JIANGSU' }, { tagRegion: 'ZHEJIANG' }, { tagKeyContactId: null }),
  ...deeds('update', 'company', A, { tagKeyContactId: P }, { tagAction: 'CONFIRM' }, { tagAction: 'CONFIRM' }),
  ...deeds('update', 'person', P, { jobTitle: '采购经理' }, { jobTitle: '采购总监' }),
  ...deeds('update', 'tagCredit', R, { rating: 'D' }, { rating: 'BB' }, { companyId: B }, { companyId: A }),
  ...(['delete', 'restore', 'destroy'] as const).flatMap((verb) => [
    ...deeds(verb, 'tagCredit', R),
    ...deeds(verb, 'person', P),
    ...deeds(verb, 'tagOpportunityItem', I),
  ]),
  ...deeds('create', 'tagCredit', R, { companyId: A, rating: 'AA', hasOverdue: false }),
  ...deeds('create', 'person', P, { name: { firstName: '国栋', lastName: '唐' } }),
  ...deeds('create', 'tagOpportunityItem', I, { opportunityId: O, productId: G }),
  ...deeds('update', 'tagOpportunityItem', I, { quantity: 3 }, { quantity: 4 }, { opportunityId: null }),
  ...deeds('update', 'opportunity', O, { tagDisadvantage: '交期长' }, { tagAction: 'CONFIRM' }),
];
const APPROVALS: readonly Deed[] = [
  ...deeds('update', 'company', A, { tagAction: 'APPROVE' }),
  ...deeds('update', 'opportunity', O, { tagAction: 'APPROVE' }),
];
const WHO = fc.constantFrom<Who>('rep', 'other', 'manager', 'reviewer', 'reviewer');
const DONE = fc.oneof(
  { arbitrary: fc.record({ by: WHO, deed: fc.constantFrom(...DEEDS) }), weight: 5 },
  { arbitrary: fc.record({ by: fc.constant<Who>('reviewer'), deed: fc.constantFrom(...APPROVALS) }), weight: 3 },
);

/** What a reader sees of the tags of the customer and of the deal, by tag. */
const tagsSeen = (office: Office, object: 'company' | 'opportunity'): ReadonlyMap<string, string> => {
  const live = (name: string, id: string): Row | undefined => office.all(name).find((row) => row.id === id);
  const shown: [string, unknown][] = [];
  if (object === 'company') {
    const company = office.one('company', A);
    const contact = company.tagKeyContactId === P ? live('person', P) : undefined;
    const credit = live('tagCredit', R)?.companyId === A ? live('tagCredit', R) : undefined;
    shown.push(['region', company.tagRegion], ['contact.id', contact?.id], ['contact.title', contact?.jobTitle]);
    shown.push(
      ['contact.name', contact?.name],
      ['credit.rating', credit?.rating],
      ['credit.overdue', credit?.hasOverdue],
    );
  } else {
    const item = live('tagOpportunityItem', I)?.opportunityId === O ? live('tagOpportunityItem', I) : undefined;
    shown.push(
      ['disadvantage', office.one('opportunity', O).tagDisadvantage],
      ['item', [item?.productId, item?.quantity]],
    );
  }
  return new Map(shown.map(([name, value]) => [name, JSON.stringify(value ?? null)]));
};

/** Who made which pair of eyes, as the test itself keeps account of it. */
class Account {
  readonly object: 'company' | 'opportunity';
  /** Who entered since the last approval, and was told of. */
  enterers = new Set<Who>(['rep']);
  /** Who changed what, while nobody was told. */
  untold = new Map<string, Who>();
  isEligible = false;
  approvals = 0;

  constructor(object: 'company' | 'opportunity') {
    this.object = object;
  }

  /** Takes a deed down. */
  note({ by, deed }: { by: Who; deed: Deed }, changed: readonly string[], isTold: boolean): void {
    const isOwn = deed.object === this.object;
    if (changed.length > 0) {
      this.isEligible = false;
      if (isTold) this.enterers.add(by);
      for (const name of changed) {
        // Whoever puts another record there answers for all of it.
        const group = deed.verb === 'update' && !('tagKeyContactId' in deed.data) ? name : (name.split('.')[0] ?? name);
        if (isTold) for (const known of [...this.untold.keys()]) if (known.startsWith(group)) this.untold.delete(known);
        if (!isTold) this.untold.set(name, by);
      }
    }
    if (isOwn && isTold && deed.data.tagAction === 'CONFIRM' && this.untold.size > 0) {
      this.untold.clear();
      this.enterers.add(by);
      this.isEligible = false;
    }
    const isAsked = isOwn && deed.data.tagAction === 'APPROVE' && by === 'reviewer';
    const isFirst = this.enterers.has('reviewer') || [...this.untold.values()].includes('reviewer');
    if (isAsked && !isFirst) this.isEligible = true;
  }

  /** Looks whether an approval has come about, and whether one may have. */
  look(office: Office): { readonly isNew: boolean; readonly isRight: boolean } {
    const id = this.object === 'company' ? A : O;
    const approvals = office.log(id).filter(({ kind }) => kind === 'APPROVED').length;
    const isNew = approvals > this.approvals;
    const isRight = !isNew || this.isEligible;
    this.approvals = approvals;
    if (isNew) {
      this.enterers = new Set();
      this.untold = new Map();
    }
    return { isNew, isRight };
  }
}

const VERBS = { update: '', delete: 'delete', restore: 'restore', destroy: 'destroy', create: '' } as const;

describe('approval of a record and of everything that counts as its tags', () => {
  it('takes a second pair of eyes, whatever is deleted, restored, unlinked and made anew, and whichever events are lost', async () => {
    let approvals = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({ what: DONE, fate: fc.constantFrom(0, 1, 1, 1, 1, 2), minutes: fc.constantFrom(1, 20, 90) }),
          {
            minLength: 4,
            maxLength: 14,
          },
        ),
        async (story) => {
          const office = await furnished();
          const { rep } = office.team;
          await office.create(rep, 'company', {
            id: B,
            name: '苏州恒达机械有限公司',
            tagCustomerType: 'SME',
            tagIndustry: 'C',
          });
          await office.update(rep, 'opportunity', O, { tagNoCompetitor: true });
          const accounts = [new Account('company'), new Account('opportunity')];
          let minute = 20;
          for (const { what, fate, minutes } of story) {
            const { by, deed } = what;
            minute += minutes;
            travel(at(minute));
            office.workspace.intercept((delivery) => Array.from({ length: fate }, () => delivery));
            const before = accounts.map(({ object }) => tagsSeen(office, object));
            const { token } = office.team[by];
            try {
              if (deed.verb === 'update') await office.write({ token }, deed.object, deed.id, deed.data);
              else if (deed.verb === 'create')
                await office.create({ token }, deed.object, { id: deed.id, ...deed.data });
              else await office.remove({ token }, VERBS[deed.verb] as 'delete', deed.object, deed.id);
            } catch {
              // There is nothing to delete, or it is there already.
              continue;
            }
            for (const [index, account] of accounts.entries()) {
              const after = tagsSeen(office, account.object);
              const changed = [...after]
                .filter(([name, value]) => before[index]?.get(name) !== value)
                .map(([name]) => name);
              account.note(what, changed, fate > 0);
            }
            await office.workspace.settle();
            office.workspace.intercept((delivery) => [delivery]);
            if (minutes === 90) await office.sweep();
            for (const account of accounts) {
              const { isNew, isRight } = account.look(office);
              expect(isRight, `${account.object}: ${by} ${JSON.stringify(deed)}`).toBe(true);
              if (isNew) approvals += 1;
            }
          }
        },
      ),
      { numRuns: 25, seed: 14, endOnFailure: true },
    );
    // It would prove nothing if nobody ever got an approval.
    expect(approvals).toBeGreaterThan(5);
  }, 300_000);
});
