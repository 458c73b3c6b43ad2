import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tagsOf } from '../../../objects/taxonomy/index.ts';
import type { Delivery } from '../../../plugin/embedded/events.ts';
import { idOf, type Office, openOffice, type Row, stopClock, travel, useBuiltApp } from '../support.ts';

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
const furnished = async (options: Parameters<typeof openOffice>[0] = {}): Promise<Office> => {
  stopClock(at(0));
  const office = openOffice(options);
  office.staff();
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
  ...on('tagCredit', R, { rating: 'CCC' }),
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
    ...['occurredAt', 'completedAt', 'countedFrom', 'detectedAt', 'reportedById', 'dueAt'],
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
          for (const delivery of held) await twiceAtOnce(together, delivery);
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

/** Two runs of one delivery: each reads all it needs before either writes. */
const twiceAtOnce = async (office: Office, { functionName, payload }: Delivery): Promise<void> => {
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
  const run = async () => {
    await workspace.runFunction(functionName, payload, 'event');
    over += 1;
    meet();
  };
  const environment = new Set(Object.keys(process.env));
  await Promise.all([run(), run()]);
  workspace.answer = answer;
  // Each run puts the environment back as it found it, and the second found that of the first.
  for (const name of Object.keys(process.env)) if (!environment.has(name)) delete process.env[name];
  await workspace.settle();
};

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
  tagLastCheckedAt: '2026-09-28T01:00:00.000Z',
  tagNextCheckOn: '2030-01-01',
  tagCheckState: 'CURRENT',
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
