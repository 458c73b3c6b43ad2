import { describe, expect, it } from 'vitest';
import { universalIdentifier } from '../../../objects/define/universal-identifier.ts';
import { type Tag, taxonomy } from '../../../objects/taxonomy/index.ts';
import { GOVERNED_OBJECTS } from '../../../objects/taxonomy/types.ts';
import { roleEntries } from '../../../plugin/roles/role-table.ts';
import type { Card } from '../../../workflows/panel/card.ts';
import type { Panel } from '../../../workflows/panel/panel.ts';
import { customerOf, idOf, type Member, type Row, travel, useOffice } from '../support.ts';

const NOW = '2026-09-29T07:00:00.000Z';
/** Once the days to sign agreements in are over. */
const AFTER = '2026-11-02T07:00:00.000Z';
const C = idOf(1);
const D = idOf(2);
const P = idOf(3);
const K = idOf(4);
const MEMBER = idOf(9002);
/** Another customer of the same name, with the same secrets but one. */
const TWIN = idOf(5);
const office = useOffice(NOW);

/** A value of each kind that stands nowhere else, and how an answer would show it. */
const SENTINELS: Partial<Readonly<Record<Tag['kind'], readonly [unknown, RegExp]>>> = {
  TEXT: ['ZQXJ-secret', /ZQXJ/],
  LONG_TEXT: ['ZQXJ-secret', /ZQXJ/],
  CURRENCY: [{ amountMicros: 7_654_321_000_000, currencyCode: 'CNY' }, /7,?654,?321/],
  INTEGER: [876_123, /876,?123/],
  NUMBER: [876_123, /876,?123/],
  PERCENT: [77.125, /77[.]125/],
  SELECT: ['CCC', /\bCCC\b/],
  DATE: ['2011-11-11', /2011.{0,3}11|Nov 11, 2011/],
  BOOLEAN: [true, /(?!)/],
};
const PATTERNS = Object.values(SENTINELS).map(([, pattern]) => pattern);

/** Every sensitive tag that people enter of an object, with its sentinel. */
const secretsOf = (object: string): Row =>
  Object.fromEntries(
    taxonomy
      .filter(
        (tag) => tag.object === object && tag.sensitive && !tag.via && !tag.hidden && tag.writer !== 'APPLICATION',
      )
      .map((tag) => [tag.name, SENTINELS[tag.kind]?.[0]]),
  );

/** A customer, a deal, a product and a member, whose every sensitive tag bears a sentinel. */
const fill = (): void => {
  const { rep } = office.team;
  office.workspace.insert('company', [customerOf(C, { accountOwnerId: rep.id, ...secretsOf('company') })]);
  office.workspace.insert('company', [
    customerOf(TWIN, { accountOwnerId: rep.id, ...secretsOf('company'), tagSpecialNeeds: 'ZQXJ-other' }),
  ]);
  office.workspace.insert('tagCredit', [{ id: K, companyId: C, ...secretsOf('tagCredit') }]);
  office.workspace.insert('opportunity', [
    { id: D, name: '产线改造', companyId: C, ownerId: rep.id, tagStage: 'NEGOTIATION', ...secretsOf('opportunity') },
  ]);
  office.workspace.insert('tagProduct', [{ id: P, name: '伺服驱动器', model: 'S1', keeperId: rep.id }]);
  const member = office.one('tagMember', MEMBER);
  office.workspace.insert('tagMember', [
    { ...member, id: idOf(77), workspaceMemberId: null, ...secretsOf('tagMember') },
  ]);
};
const IDS = { company: C, opportunity: D, tagProduct: P, tagMember: idOf(77) } as const;

const call = async (path: string, { token }: Member, body: unknown): Promise<unknown> => {
  const answer = await office.workspace.callRoute({ method: 'POST', path: `/tag-policy/${path}`, token, body });
  await office.workspace.settle();
  return answer.body;
};

/** What every route that only shows something is asked about the records. */
const LOOKS: readonly (readonly [string, unknown])[] = [
  ['card', { id: D }],
  ['holders', {}],
  ['duplicates', { object: 'company', id: C }],
  ['merge', { object: 'company', keepId: C, loseId: TWIN, isPreview: true }],
  ['assessment', { id: IDS.tagMember }],
  ['bulletin', {}],
  ['inspection', { id: IDS.tagMember }],
  ...GOVERNED_OBJECTS.map((object) => ['panel', { object, id: IDS[object] }] as const),
];
const KINDS = { company: 'NAME', opportunity: 'PROGRESS', tagProduct: 'PERFORMANCE', tagMember: 'MEMBER' } as const;
/** What every route that does something is asked. */
const DEEDS: readonly (readonly [string, unknown])[] = GOVERNED_OBJECTS.flatMap((object) => {
  const wanted = { object, ids: [IDS[object]] };
  return [
    ['recheck', wanted],
    ['report', { ...wanted, kind: KINDS[object] }],
    ['act', { ...wanted, action: 'CONFIRM' }],
    ['act', { ...wanted, action: 'RETURN', note: 'x', failedPoints: ['FORM'] }],
  ] as const;
});

/** What the AI chat of whoever asks may call. */
const TOOLS: readonly (readonly [string, unknown])[] = [
  ['my_work', {}],
  ...GOVERNED_OBJECTS.map((object) => ['record', { object, recordId: IDS[object] }] as const),
];

/** What the routes answer, each as text. */
const answersTo = async (
  who: Member,
  asked: readonly (readonly [string, unknown])[],
): Promise<readonly (readonly [string, string])[]> => {
  const answers: (readonly [string, string])[] = [];
  for (const [path, body] of asked) answers.push([path, JSON.stringify(await call(path, who, body))]);
  return answers;
};
const leaks = (answers: readonly (readonly [string, string])[]): readonly string[] =>
  answers.filter(([, text]) => PATTERNS.some((pattern) => pattern.test(text))).map(([path]) => path);

describe('what is sensitive (6.1.3, 6.3.1)', () => {
  it('every sensitive tag has a sentinel', () => {
    for (const object of ['company', 'opportunity', 'tagCredit', 'tagMember'])
      for (const [name, value] of Object.entries(secretsOf(object))) expect(value, `${object}.${name}`).toBeDefined();
  });

  const unbound = async (role: string): Promise<Member> => {
    const { rep, manager } = office.team;
    fill();
    await office.remove(manager, 'delete', 'tagAgreement', idOf(9101));
    office.workspace.giveRole(rep.id, universalIdentifier('role', role));
    travel(AFTER);
    return rep;
  };

  it.each(roleEntries.map(({ key }) => key))(
    'is shown by no route to a %s without an agreement',
    async (role) => {
      expect(leaks(await answersTo(await unbound(role), LOOKS))).toEqual([]);
    },
    120_000,
  );

  it('leaves by nothing that somebody without an agreement does, nor by what follows from it', async () => {
    expect(leaks(await answersTo(await unbound('sales-manager'), DEEDS))).toEqual([]);
    for (const object of GOVERNED_OBJECTS) {
      const judged = await office.workspace.runFunction('judge-record', { object, recordId: IDS[object] });
      expect(leaks([[object, JSON.stringify(judged)]])).toEqual([]);
    }
    const { rep } = office.team;
    for (const [tool, args] of TOOLS) {
      const told = await office.workspace.callTool(`app_tag_policy_${tool}`, args, rep.token);
      expect(leaks([[tool, JSON.stringify(told)]])).toEqual([]);
    }
    for (const object of ['tagLog', 'task', 'tagChangeNotice'] as const)
      expect(leaks(office.all(object).map((row) => [object, JSON.stringify({ ...row, searchVector: '' })]))).toEqual(
        [],
      );
  }, 120_000);

  it('every route of the application is among those that are asked', () => {
    const asked = new Set([...LOOKS, ...DEEDS].map(([path]) => `/tag-policy/${path}`));
    // It gives nothing of a record back but its name.
    asked.add('/tag-policy/acknowledge');
    const routes = office.workspace.manifest.logicFunctions.flatMap(
      ({ httpRouteTriggerSettings }) => httpRouteTriggerSettings?.path ?? [],
    );
    expect(new Set(routes)).toEqual(asked);
  });
});

describe('the decision card', () => {
  const cardFor = async (who: Member) => (await call('card', who, { id: D })) as Card;
  const withheld = (card: Card) =>
    card.sections.flatMap(({ lines }) => lines.filter(({ isWithheld }) => isWithheld).map(({ tag }) => tag));

  it('shows them to somebody with the role and an agreement, and withholds them from the day on without one', async () => {
    const { rep, manager } = office.team;
    fill();
    const before = await cardFor(rep);
    expect(leaks([['card', JSON.stringify(before)]])).toEqual(['card']);
    expect(before.isUnbound).toBe(false);
    await office.remove(manager, 'delete', 'tagAgreement', idOf(9101));
    // There are days to sign one in: until the last of them, 28 October in Shanghai.
    travel('2026-10-28T15:59:00.000Z');
    expect((await cardFor(rep)).isUnbound).toBe(false);
    travel('2026-10-28T16:00:00.000Z');
    const after = await cardFor(rep);
    expect(after.isUnbound).toBe(true);
    expect(after.budget).toBeNull();
    expect(withheld(after)).toEqual(
      expect.arrayContaining(['tagBudgetMax', 'tagDisadvantage', 'rating', 'hasOverdue']),
    );
    expect((await cardFor(manager)).isUnbound).toBe(false);
  });

  it('goes by the setting, and asks no more of Twenty than before', async () => {
    const { rep, manager } = office.team;
    fill();
    const calls = () => office.workspace.runs.findLast(({ name }) => name === 'route-card')?.apiCalls;
    await cardFor(rep);
    const asked = calls();
    office.workspace.setVariable('AGREEMENT_GRACE_DAYS', '0');
    await office.remove(manager, 'delete', 'tagAgreement', idOf(9101));
    expect((await cardFor(rep)).isUnbound).toBe(true);
    expect(calls()).toBe(asked);
  });
});

describe('the credit group of a check', () => {
  it('is not confirmed by somebody who may not see credit records for want of an agreement (4.1.1)', async () => {
    const { rep, manager } = office.team;
    fill();
    await office.remove(manager, 'delete', 'tagAgreement', idOf(9101));
    travel(AFTER);
    await office.sweep();
    const panel = (await call('panel', rep, { object: 'company', id: C })) as Panel;
    expect(panel.points.find(({ key }) => key === 'CREDIT')).toMatchObject({ isForOthers: true, mayConfirm: false });
    const bound = (await call('panel', manager, { object: 'company', id: C })) as Panel;
    expect(bound.points.find(({ key }) => key === 'CREDIT')).toMatchObject({ isForOthers: false });
  });
});
