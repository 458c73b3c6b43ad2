import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTPUT } from '../../../plugin/cli/build.ts';
import { mergedTags } from '../../../workflows/duplicates/plan-merge.ts';
import type { DuplicatesAnswer, MergeAnswer } from '../../../workflows/panel/duplicates.ts';
import { customerOf, idOf, type Row, server, travel, useOffice, yuan } from '../support.ts';

const ids = (...numbers: readonly number[]) => numbers.map(idOf);
const [A = '', B = '', P = '', DEAL = '', CREDIT = '', NOTICE = '', TASK = '', NOTE = ''] = ids(1, 2, 3, 4, 5, 6, 7, 8);
const [G = '', O = '', X = '', ITEM = '', SEAT = ''] = ids(11, 12, 13, 14, 15);
const NAME = '无锡精控自动化有限公司';
const MERGED_AT = '2026-09-28T04:00:00.000Z';
const office = useOffice('2026-09-28T01:00:00.000Z', { mayFail: true });
let said: string[];
beforeEach(() => {
  said = [];
  for (const method of ['warn', 'error'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      said.push(words.map(String).join(' '));
    });
  }
});

const call = async <Body = MergeAnswer>(path: string, token: string, body: object) => {
  const response = await fetch(`${office.workspace.url}/s/tag-policy/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Body };
};
const merge = (more: object = {}, token = office.team.manager.token) =>
  call('merge', token, { object: 'company', keepId: A, loseId: B, ...more });

/** Two customers of one name, the second with all that a customer can have. */
const furnish = async () => {
  const { rep, other, manager } = office.team;
  await office.create(rep, 'company', customerOf(A, { accountOwnerId: rep.id, tagBusinessScope: '自动化' }));
  await office.create(
    other,
    'company',
    customerOf(B, {
      name: `${NAME} `,
      accountOwnerId: other.id,
      tagRegion: 'JIANGSU',
      tagBusinessScope: '软件',
      tagBudgetMin: yuan(100_000),
      tagBudgetMax: yuan(900_000),
    }),
  );
  await office.create(other, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' }, companyId: B });
  await office.update(other, 'company', B, { tagKeyContactId: P });
  await office.create(other, 'opportunity', { id: DEAL, name: '二期', companyId: B, tagStage: 'SIGNED' });
  await office.create(manager, 'tagCredit', {
    id: CREDIT,
    companyId: B,
    rating: 'CCC',
    ratedAt: '2026-03-01',
    hasOverdue: true,
    overdueCount: 2,
    longestOverdueDays: 40,
  });
  await office.create(other, 'task', { id: TASK, title: '回访' });
  await office.create(other, 'taskTarget', { taskId: TASK, targetCompanyId: B });
  await office.create(other, 'note', { id: NOTE, title: '纪要' });
  await office.create(other, 'noteTarget', { noteId: NOTE, targetCompanyId: B });
  travel('2026-09-28T02:00:00.000Z');
  await office.create(other, 'tagChangeNotice', {
    id: NOTICE,
    companyId: B,
    kind: 'BUSINESS_SCOPE',
    description: '增资',
  });
  travel('2026-09-28T03:00:00.000Z');
  await office.sweep();
  await office.workspace.settle();
  travel(MERGED_AT);
};

const OBJECTS = [
  'company',
  'opportunity',
  'person',
  'tagCredit',
  'tagChangeNotice',
  'tagLog',
  'task',
  'taskTarget',
  'noteTarget',
  'tagOpportunityItem',
  'tagOpportunityMember',
];
const everything = () => Object.fromEntries(OBJECTS.map((name) => [name, office.workspace.records(name, true)]));
const STAMPS = new Set(['updatedAt', 'updatedBy', 'createdAt', 'createdBy', 'deletedAt', 'position', 'searchVector']);
/** How everything stands, whenever it was written. */
const standing = () =>
  JSON.parse(
    JSON.stringify(everything(), (name, value) =>
      STAMPS.has(name) ? (name === 'deletedAt' ? value !== null : 0) : value,
    ),
  ) as Record<string, Row[]>;
/** What a merge has to bring about, whatever was written on the way. */
const outcome = () => {
  const link = ['companyId', 'opportunityId', 'targetCompanyId', 'targetOpportunityId'];
  const linksOf = (object: string) =>
    office
      .all(object)
      .flatMap((row) => link.map((name) => row[name]).filter((id) => typeof id === 'string'))
      .sort();
  const tags = mergedTags('company').filter(({ kind }) => kind !== 'MANY_TO_ONE');
  return {
    tags: tags.map(({ name }) => office.one('company', A)[name]),
    contact: office.one('company', A).tagKeyContactId,
    status: office.one('company', A).tagReviewStatus,
    problems: office.problems('company', A),
    isGone: office.one('company', B).deletedAt !== null,
    links: ['opportunity', 'person', 'tagCredit', 'tagChangeNotice', 'noteTarget'].map(linksOf),
    titles: office.titles(A),
    merged: mergedRows().map(({ note, before, after, byName }) => [note, before, after, byName]),
    left: office.log(B).length,
  };
};
const mergedRows = () => office.log(A).filter(({ kind }) => kind === 'MERGED');

describe('a customer that is merged into another', () => {
  it('shows first what would become of it, and nothing is written', async () => {
    await furnish();
    const before = everything();
    const { status, body } = await merge({ isPreview: true });
    expect(status).toBe(200);
    expect(body).toMatchObject({ survivor: NAME, loser: NAME, isDone: false, joined: [], taken: [] });
    expect(body.moved.map(({ key, count }) => `${key} ${count > 0}`)).toEqual([
      'tagLog true',
      'tagChangeNotice true',
      'tagCredit true',
      'opportunity true',
      'taskTarget true',
      'noteTarget true',
      'person true',
    ]);
    // In the language of whoever asks.
    expect(body.filled).toEqual(expect.arrayContaining(['地域', '关键联系人']));
    expect(body.kept).toEqual(expect.arrayContaining(['经营范围']));
    await office.workspace.settle();
    expect(everything()).toEqual(before);
  });

  it('leaves nothing behind: what belonged to it is the survivor’s, what that had not is filled', async () => {
    await furnish();
    const log = office.log(B).map(({ id }) => id);
    const { status, body } = await merge();
    expect([status, body.isDone]).toEqual([200, true]);
    await office.workspace.settle();
    expect(office.one('company', B).deletedAt).not.toBeNull();
    expect(office.one('company', A)).toMatchObject({
      tagRegion: 'JIANGSU',
      tagBusinessScope: '自动化',
      tagBudgetMax: yuan(900_000),
      tagKeyContactId: P,
      accountOwnerId: office.team.rep.id,
      tagCreditSignal: 'STOP',
      tagCooperationCount: 1,
    });
    for (const [object, id] of [
      ['person', P],
      ['opportunity', DEAL],
      ['tagCredit', CREDIT],
      ['tagChangeNotice', NOTICE],
    ] as const) {
      expect(office.one(object, id).companyId, object).toBe(A);
    }
    expect(office.all('noteTarget').map(({ targetCompanyId }) => targetCompanyId)).toEqual([A]);
    expect(office.titles(A)).toContain('回访');
    expect(office.log(A).map(({ id }) => id)).toEqual(expect.arrayContaining(log));
    expect(office.log(B)).toEqual([]);
    // Nothing of it is told twice, and all of it of whoever merged.
    expect(mergedRows()).toMatchObject([
      { byId: office.team.manager.id, at: MERGED_AT, note: expect.stringContaining('Business scope: 软件') },
    ]);
    expect(mergedRows()[0]?.note).not.toMatch(/000/);
    const changed = office.log(A).filter(({ kind, at }) => kind === 'CHANGED' && String(at) >= MERGED_AT);
    expect(changed.map(({ byId }) => byId)).toEqual([office.team.manager.id]);
    const titles = office.titles(A);
    expect(new Set(titles).size).toBe(titles.length);
    expect(office.problems('company', A).join()).not.toContain('DUPLICATE');
    // The whole of it once: again, nothing is found.
    const before = [office.all('company'), office.log(A)];
    travel('2026-09-28T14:00:00.000Z');
    await office.sweep();
    await office.workspace.settle();
    expect([office.all('company'), office.log(A)]).toEqual(before);
  });

  it('gives what was chosen of it, and the log keeps what gave way', async () => {
    await furnish();
    const { body } = await merge({ take: ['tagBusinessScope'] });
    expect(body.taken).toEqual(expect.arrayContaining(['经营范围']));
    await office.workspace.settle();
    expect(office.one('company', A)).toMatchObject({ tagBusinessScope: '软件' });
    expect(mergedRows()[0]?.note).toContain('was replaced: Business scope: 自动化');
  });

  it('goes with the rights of whoever asks', async () => {
    await furnish();
    const before = everything();
    const label = 'Tag policy · Sales representative';
    const role = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8')).roles.find(
      (one: Row) => one.label === label,
    );
    const reader = office.workspace.addMember({
      firstName: '员',
      lastName: '业务',
      email: 'r@example.cn',
      locale: 'en',
      role: role.universalIdentifier,
    });
    const refused = await call<{ error: { code: string; message: string } }>('merge', reader.token, {
      object: 'company',
      keepId: A,
      loseId: B,
    });
    expect([refused.status, refused.body.error.code]).toEqual([403, 'MAY_NOT_MERGE']);
    expect(everything()).toEqual(before);
  });

  it.each([
    [{ loseId: A }, 400, 'SAME_RECORD'],
    [{ loseId: idOf(999) }, 404, 'NOT_FOUND'],
    [{ object: 'tagProduct' }, 400, 'OBJECT_UNKNOWN'],
    [{ take: ['tagReviewStatus'] }, 400, 'TAGS_UNKNOWN'],
    [{ take: 'all' }, 400, 'TAGS_UNKNOWN'],
  ])('is refused: %j', async (more, status, code) => {
    await furnish();
    const refused = await merge(more);
    expect([refused.status, (refused.body as unknown as { error: { code: string } }).error.code]).toEqual([
      status,
      code,
    ]);
  });

  it('twice is done once', async () => {
    await furnish();
    await merge();
    await office.workspace.settle();
    const before = standing();
    const { status, body } = await merge();
    await office.workspace.settle();
    expect([status, body.isDone, body.survivor]).toEqual([200, true, NAME]);
    expect(standing()).toEqual(before);
  });
});

/** Refuses the call of that number, counted from now; those after it are answered. */
const cutAt = (number: number): { readonly calls: () => number } => {
  let calls = 0;
  server.use(
    http.post('http://workspace.local/graphql', () => {
      calls += 1;
      return calls === number
        ? HttpResponse.json({ errors: [{ message: 'gone', extensions: { code: 'BAD_USER_INPUT' } }] })
        : undefined;
    }),
  );
  return { calls: () => calls };
};

describe('a merge that is cut off', () => {
  it('anywhere, and asked for again, ends as had it not been, whether hooks come between or late', async () => {
    await furnish();
    const counter = cutAt(0);
    await merge();
    const calls = counter.calls();
    await office.workspace.settle();
    const whole = outcome();
    expect(calls).toBeGreaterThan(10);
    for (let at = 1; at <= calls; at += 1) {
      travel('2026-09-28T01:00:00.000Z');
      office.open();
      await furnish();
      cutAt(at);
      const attempt = async () => void (await merge());
      const late = at % 2 === 0 ? await office.holding(attempt) : await attempt().then(() => []);
      office.answer();
      if (late.length === 0) await office.workspace.settle();
      const again = await merge();
      expect([again.status, again.body.isDone], `call ${at}`).toEqual([200, true]);
      for (const delivery of late) office.workspace.deliver(delivery);
      await office.workspace.settle();
      expect(outcome(), `call ${at} of ${calls}`).toEqual(whole);
    }
  }, 300_000);
});

describe('an opportunity that is merged into another', () => {
  const furnishDeals = async () => {
    const { rep, other } = office.team;
    await office.create(rep, 'company', customerOf(A));
    await office.create(rep, 'company', customerOf(B, { name: '苏州恒达机械有限公司' }));
    await office.create(rep, 'tagProduct', {
      id: G,
      name: '网关',
      model: 'DG-200',
      category: 'HARDWARE',
      features: '4路',
    });
    const deal = (id: string, more: Row) => ({
      id,
      name: '自动化仓储改造',
      companyId: A,
      tagStage: 'INTERESTED',
      ...more,
    });
    await office.create(rep, 'opportunity', deal(O, { ownerId: rep.id, tagCompetitors: ['甲公司'] }));
    await office.create(
      other,
      'opportunity',
      deal(X, { ownerId: other.id, tagSource: 'TRADE_FAIR', tagCompetitors: ['甲公司', '乙公司'], amount: yuan(500) }),
    );
    await office.create(other, 'tagOpportunityItem', { id: ITEM, opportunityId: X, productId: G, quantity: 2 });
    await office.create(other, 'tagOpportunityMember', { id: SEAT, opportunityId: X, memberId: office.team.other.id });
    travel(MERGED_AT);
  };
  const mergeDeals = (more: object = {}) => merge({ object: 'opportunity', keepId: O, loseId: X, ...more });

  it('leaves nothing behind', async () => {
    await furnishDeals();
    expect(office.problems('opportunity', O)).toContain('DEAL_DUPLICATE name');
    const { status, body } = await mergeDeals();
    expect(status).toBe(200);
    expect(body.joined).toHaveLength(1);
    await office.workspace.settle();
    expect(office.one('opportunity', X).deletedAt).not.toBeNull();
    expect(office.one('opportunity', O)).toMatchObject({
      tagSource: 'TRADE_FAIR',
      tagCompetitors: ['甲公司', '乙公司'],
      amount: yuan(500),
      ownerId: office.team.rep.id,
    });
    expect(office.one('tagOpportunityItem', ITEM).opportunityId).toBe(O);
    expect(office.one('tagOpportunityMember', SEAT).opportunityId).toBe(O);
    expect(office.problems('opportunity', O)).not.toContain('DEAL_DUPLICATE name');
    expect(office.log(X)).toEqual([]);
    expect(office.log(O).filter(({ kind }) => kind === 'MERGED')).toMatchObject([{ byId: office.team.manager.id }]);
    // Whoever had entered either does not approve it.
    const { enterers } = office.one('opportunity', O).tagBaseline as { enterers: readonly string[] };
    expect(enterers).toEqual(
      expect.arrayContaining([office.team.rep.id, office.team.other.id, office.team.manager.id]),
    );
    const before = office.log(O);
    travel('2026-09-28T21:00:00.000Z');
    await office.sweep();
    await office.workspace.settle();
    expect(office.log(O)).toEqual(before);
  });

  it('is of the same customer', async () => {
    await furnishDeals();
    await office.update(office.team.rep, 'opportunity', X, { companyId: B });
    expect((await mergeDeals()).status).toBe(400);
  });
});

describe('what is kept aside of a record that is merged into another', () => {
  const ADDED = {
    'company.tagChannels': { LIVE: '直播带货', EXPO: '博览会' },
    'company.tagPurchaseIntent': { URGENT: '紧急' },
    'company.tagCustomerType': { GUILD: '行业公会', CLUB: '俱乐部' },
    'opportunity.tagSource': { PODCAST: '播客' },
    'opportunity.tagAdvantageKinds': { LOCAL: '本地' },
  };
  const keptOf = (object: string, id: string) =>
    (office.one(object, id).tagBaseline as { readonly strays?: unknown }).strays;
  /** As the next version takes options off that were added. */
  const erase = (object: string, id: string, fields: Row) =>
    office.holding(() => office.update(office.team.rep, object, id, fields));
  const furnishStrays = async (isWith = true) => {
    office.open({ addedOptions: ADDED });
    const { rep } = office.team;
    const strays = (...values: readonly string[]) => (isWith ? values : []);
    await office.create(rep, 'company', customerOf(A, { tagChannels: ['DIRECT', ...strays('EXPO')] }));
    const channels = ['PUBLIC_MATERIAL', ...strays('LIVE')];
    const more = isWith ? { tagPurchaseIntent: 'URGENT', tagCustomerType: 'GUILD' } : { tagCustomerType: null };
    await office.create(rep, 'company', customerOf(B, { name: `${NAME} `, tagChannels: channels, ...more }));
    await erase('company', A, { tagChannels: ['DIRECT'] });
    await erase('company', B, { tagChannels: ['PUBLIC_MATERIAL'], tagPurchaseIntent: null, tagCustomerType: null });
    travel('2026-09-28T03:00:00.000Z');
    await office.sweep();
    await office.workspace.settle();
    travel(MERGED_AT);
  };
  const KEPT = { tagChannels: ['EXPO', 'LIVE'], tagPurchaseIntent: ['URGENT'] };

  it('is the survivor’s beside its own, once, by no more requests', async () => {
    await furnishStrays(false);
    const without = cutAt(0);
    await merge();
    const calls = without.calls();
    await furnishStrays();
    const counter = cutAt(0);
    expect((await merge()).body.isDone).toBe(true);
    expect(counter.calls()).toBe(calls);
    await office.workspace.settle();
    expect(office.one('company', A)).toMatchObject({
      tagChannels: ['DIRECT', 'PUBLIC_MATERIAL'],
      tagCustomerType: 'SME',
    });
    expect(keptOf('company', A)).toEqual(KEPT);
    expect(mergedRows()).toMatchObject([{ note: expect.stringContaining('not taken over: Customer type: GUILD') }]);
    const before = standing();
    expect((await merge()).body.isDone).toBe(true);
    travel('2026-09-28T21:00:00.000Z');
    await office.sweep();
    await office.workspace.settle();
    expect(standing()).toEqual(before);
    // Whoever empties the trash tells of the loser once more: nothing comes back that somebody took off.
    await office.update(office.team.rep, 'company', A, { tagChannels: ['DIRECT'] });
    await office.remove(office.team.rep, 'destroy', 'company', B);
    expect(keptOf('company', A)).toEqual({ tagPurchaseIntent: ['URGENT'] });
  });

  it('is the survivor’s though the merge was cut off after that was written', async () => {
    await furnishStrays();
    const counter = cutAt(0);
    await merge();
    await furnishStrays();
    cutAt(counter.calls());
    expect((await merge()).body.isDone).toBeUndefined();
    office.answer();
    await office.workspace.settle();
    expect(keptOf('company', A)).toEqual(KEPT);
    expect((await merge()).body.isDone).toBe(true);
    await office.workspace.settle();
    expect(keptOf('company', A)).toEqual(KEPT);
    expect(mergedRows()).toHaveLength(1);
  });

  it('gives the survivor’s own no place beside the value it gets, and the log keeps that', async () => {
    office.open({ addedOptions: ADDED });
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(A, { tagCustomerType: 'CLUB' }));
    await office.create(rep, 'company', customerOf(B, { name: `${NAME} ` }));
    await erase('company', A, { tagCustomerType: null });
    travel('2026-09-28T03:00:00.000Z');
    await office.sweep();
    expect(keptOf('company', A)).toEqual({ tagCustomerType: ['CLUB'] });
    travel(MERGED_AT);
    await merge();
    await office.workspace.settle();
    expect(office.one('company', A).tagCustomerType).toBe('SME');
    expect(keptOf('company', A)).toBeUndefined();
    expect(mergedRows()).toMatchObject([{ note: expect.stringContaining('was replaced: Customer type: CLUB') }]);
  });

  it('of an opportunity is the survivor’s too', async () => {
    office.open({ addedOptions: ADDED });
    const { rep } = office.team;
    await office.create(rep, 'company', customerOf(A));
    const deal = (id: string, more: Row) => ({ id, name: '自动化仓储改造', companyId: A, ownerId: rep.id, ...more });
    await office.create(rep, 'opportunity', deal(O, { tagAdvantageKinds: ['PRICE'] }));
    const added = { tagSource: 'PODCAST', tagAdvantageKinds: ['PRICE', 'LOCAL'] };
    await office.create(rep, 'opportunity', deal(X, added));
    await erase('opportunity', X, { tagSource: null, tagAdvantageKinds: ['PRICE'] });
    travel('2026-09-28T03:00:00.000Z');
    await office.sweep();
    travel(MERGED_AT);
    await merge({ object: 'opportunity', keepId: O, loseId: X });
    await office.workspace.settle();
    const kept = { tagSource: ['PODCAST'], tagAdvantageKinds: ['LOCAL'] };
    expect(keptOf('opportunity', O)).toEqual(kept);
    travel('2026-09-28T21:00:00.000Z');
    await office.sweep();
    expect(keptOf('opportunity', O)).toEqual(kept);
  });
});

describe('the records that are probably the same', () => {
  it('stand side by side with what tells them apart, and never a sensitive value', async () => {
    await furnish();
    const { status, body } = await call<DuplicatesAnswer>('duplicates', office.team.rep.token, {
      object: 'company',
      id: A,
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id: A, name: NAME, mayMerge: true });
    expect(body.duplicates).toMatchObject([{ id: B, name: NAME }]);
    const tags = new Map(body.duplicates[0]?.tags.map((tag) => [tag.name, tag]));
    expect(tags.get('tagBusinessScope')).toMatchObject({ own: '自动化', other: '软件', isConflict: true });
    expect(tags.get('tagRegion')).toMatchObject({ own: '', other: '江苏', isConflict: false });
    expect(tags.get('tagKeyContact')).toMatchObject({ own: '', other: '唐国栋' });
    expect(tags.get('tagBudgetMax')).toMatchObject({ own: null, other: null });
    expect(tags.has('tagIndustry')).toBe(false);
    expect(JSON.stringify(body)).not.toMatch(/900|100,000/);
  });

  it('are none where there are none', async () => {
    await office.create(office.team.rep, 'company', customerOf(A));
    const { body } = await call<DuplicatesAnswer>('duplicates', office.team.rep.token, { object: 'company', id: A });
    expect(body.duplicates).toEqual([]);
  });
});
