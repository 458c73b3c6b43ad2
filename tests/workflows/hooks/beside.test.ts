import { beforeEach, describe, expect, it } from 'vitest';
import { idOf, travel, useOffice } from '../support.ts';

// What belongs to a record and stands beside it: the key contact, the credit record, the products offered.
const A = idOf(1);
const B = idOf(2);
const P = idOf(3);
const R = idOf(4);
const G = idOf(5);
const O = idOf(6);
const I = idOf(7);
const NOW = '2026-09-28T01:00:00.000Z';
const DEED = '2026-09-28T02:00:00.000Z';
const LATER = '2026-09-28T03:00:00.000Z';
const office = useOffice(NOW);

const furnish = async () => {
  const { rep } = office.team;
  await office.create(rep, 'person', { id: P, name: { firstName: '国栋', lastName: '唐' }, jobTitle: '采购经理' });
  for (const [id, name] of [
    [A, '无锡精控自动化有限公司'],
    [B, '苏州恒达机械有限公司'],
  ]) {
    await office.create(rep, 'company', { id, name, tagCustomerType: 'SME', tagIndustry: 'C', tagKeyContactId: P });
  }
  await office.create(rep, 'tagCredit', { id: R, companyId: A, rating: 'D', ratedAt: '2026-09-01' });
  await office.create(rep, 'tagProduct', { id: G, name: '网关', model: 'DG-200', category: 'HARDWARE' });
  await office.create(rep, 'opportunity', {
    id: O,
    name: '二期',
    companyId: A,
    ownerId: rep.id,
    tagSource: 'TRADE_FAIR',
  });
  await office.create(rep, 'tagOpportunityItem', { id: I, opportunityId: O, productId: G });
};
beforeEach(furnish);

const standing = (object = 'company', id = A) => office.one(object, id);
const approve = (object = 'company', id = A) =>
  office.update(office.team.reviewer, object, id, { tagAction: 'APPROVE' });
const remove = (verb: 'delete' | 'restore' | 'destroy', object: string, id: string) =>
  office.remove(office.team.reviewer, verb, object, id);
describe('an entry is', () => {
  it.each([
    ['a credit record that is deleted', 'company', A, () => remove('delete', 'tagCredit', R)],
    ['a credit record that is destroyed', 'company', A, () => remove('destroy', 'tagCredit', R)],
    [
      'a credit record given to another customer',
      'company',
      A,
      () => office.update(office.team.reviewer, 'tagCredit', R, { companyId: B }),
    ],
    [
      'a credit record got from another customer',
      'company',
      B,
      () => office.update(office.team.reviewer, 'tagCredit', R, { companyId: B }),
    ],
    ['a key contact who is deleted', 'company', A, () => remove('delete', 'person', P)],
    ['a key contact who is destroyed', 'company', A, () => remove('destroy', 'person', P)],
    [
      'a key contact taken off',
      'company',
      A,
      () => office.update(office.team.reviewer, 'company', A, { tagKeyContactId: null }),
    ],
    ['an offered product that is deleted', 'opportunity', O, () => remove('delete', 'tagOpportunityItem', I)],
    ['an offered product that is destroyed', 'opportunity', O, () => remove('destroy', 'tagOpportunityItem', I)],
  ])('%s, of whoever did it', async (_what, object, id, work) => {
    travel(DEED);
    await work();
    const { reviewer } = office.team;
    const entered = { tagEnteredAt: DEED, tagEnteredById: reviewer.id, tagReviewStatus: 'PENDING' };
    expect(standing(object, id)).toMatchObject(entered);
    expect(office.log(id).findLast(({ kind }) => kind === 'CHANGED')).toMatchObject({ at: DEED, byId: reviewer.id });
    travel(LATER);
    await approve(object, id);
    expect(standing(object, id)).toMatchObject(entered);
    expect(standing(object, id).tagActionResult).toContain('whoever entered the tags');
  });

  it.each(['tagCredit', 'person'] as const)(
    'a %s that comes back from the trash, and none that leaves it for good',
    async (object) => {
      const id = object === 'tagCredit' ? R : P;
      travel(DEED);
      await remove('delete', object, id);
      travel(LATER);
      await office.remove(office.team.other, 'restore', object, id);
      expect(standing()).toMatchObject({ tagEnteredAt: LATER, tagEnteredById: office.team.other.id });
      travel('2026-09-28T04:00:00.000Z');
      await office.remove(office.team.other, 'delete', object, id);
      travel('2026-09-28T05:00:00.000Z');
      const before = standing();
      await remove('destroy', object, id);
      const stamps = { updatedAt: '', tagKeyContactId: null };
      expect({ ...standing(), ...stamps }).toEqual({ ...before, ...stamps });
    },
  );

  it('a merge of the key contact into another person, and of a rated customer into another', async () => {
    const { rep, reviewer } = office.team;
    const entered = { tagEnteredAt: DEED, tagEnteredById: reviewer.id, tagReviewStatus: 'PENDING' };
    const merge = (root: string, ids: readonly string[]) =>
      office.send(office.team.reviewer.token, `mutation($i:[UUID!]!){${root}(ids:$i,conflictPriorityIndex:0){id}}`, {
        i: ids,
      });
    await office.create(rep, 'person', { id: B, name: { firstName: '海', lastName: '唐' }, jobTitle: '总监' });
    travel(DEED);
    await merge('mergePeople', [B, P]);
    expect(standing()).toMatchObject({ ...entered, tagKeyContactId: B });
    // Servers from 2.40 on keep people off what the application writes, and with it off merging what bears it.
    travel(NOW);
    office.open({ server: '2.21' });
    await furnish();
    travel(DEED);
    await merge('mergeCompanies', [B, A]);
    expect(standing('company', B)).toMatchObject({ ...entered, tagEnteredById: office.team.reviewer.id });
    expect(standing('tagCredit', R)).toMatchObject({ companyId: B });
  });

  it('made once, however often its event comes', async () => {
    travel(DEED);
    const held = await office.holding(() => remove('destroy', 'tagCredit', R));
    for (const delivery of held) office.workspace.deliver(delivery);
    await office.workspace.settle();
    const before = standing();
    travel(LATER);
    for (const delivery of held) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(standing()).toEqual(before);
  });
});

describe('a change that nobody is known to have made', () => {
  const lose = async () => {
    travel(DEED);
    await office.holding(() => remove('delete', 'tagCredit', R));
  };

  it('keeps an approval waiting for its event', async () => {
    travel(DEED);
    const held = await office.holding(() => office.remove(office.team.rep, 'delete', 'tagCredit', R));
    travel('2026-09-28T02:00:02.000Z');
    await approve();
    expect(standing()).toMatchObject({ tagAction: 'APPROVE', tagReviewStatus: 'PENDING' });
    for (const delivery of held) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(standing()).toMatchObject({
      tagAction: null,
      tagReviewStatus: 'APPROVED',
      tagEnteredById: office.team.rep.id,
    });
    expect(office.log(A).at(-1)).toMatchObject({ kind: 'APPROVED', byId: office.team.reviewer.id });
  });

  it('is no approval of whoever made it, when its event comes', async () => {
    travel(DEED);
    const held = await office.holding(() => remove('delete', 'tagCredit', R));
    travel('2026-09-28T02:00:02.000Z');
    await approve();
    for (const delivery of held) office.workspace.deliver(delivery);
    await office.workspace.settle();
    expect(standing().tagActionResult).toContain('whoever entered the tags');
  });

  it('keeps an approval off once its event does not come, and the deed has no name', async () => {
    await lose();
    travel(LATER);
    await office.sweep();
    expect(standing()).toMatchObject({ tagReviewStatus: 'PENDING', tagEnteredById: null, tagEnteredAt: LATER });
    travel('2026-09-28T04:00:00.000Z');
    await approve();
    expect(standing()).toMatchObject({ tagReviewStatus: 'PENDING', tagAction: null });
    expect(standing().tagActionResult).toContain('not known by whom');
  });

  it('refuses an approval that waited too long', async () => {
    await lose();
    travel(LATER);
    await approve();
    expect(standing().tagAction).toBe('APPROVE');
    travel('2026-09-28T03:30:00.000Z');
    await office.sweep();
    expect(standing().tagActionResult).toContain('not known by whom');
  });

  it('is answered for by whoever confirms the tags after it, and by nobody who approves', async () => {
    const { other, reviewer } = office.team;
    await lose();
    travel(LATER);
    await office.sweep();
    travel('2026-09-28T04:00:00.000Z');
    await office.update(reviewer, 'company', A, { tagAction: 'CONFIRM' });
    await approve();
    expect(standing().tagActionResult).toContain('whoever entered the tags');
    await remove('restore', 'tagCredit', R);
    travel('2026-09-28T05:00:00.000Z');
    await office.update(other, 'company', A, { tagAction: 'CONFIRM' });
    travel('2026-09-28T06:00:00.000Z');
    await approve();
    expect(standing().tagReviewStatus).toBe('PENDING');
  });

  it.each([
    ['has confirmed the tags', () => office.update(office.team.other, 'company', A, { tagAction: 'CONFIRM' })],
    [
      'has entered them anew',
      () =>
        office.create(office.team.other, 'tagCredit', { id: idOf(8), companyId: A, rating: 'B', hasOverdue: false }),
    ],
  ])('may be approved once somebody else %s', async (_how, claim) => {
    travel(DEED);
    await office.holding(() => remove('destroy', 'tagCredit', R));
    travel(LATER);
    await office.sweep();
    travel('2026-09-28T04:00:00.000Z');
    await claim();
    travel('2026-09-28T05:00:00.000Z');
    await approve();
    expect(standing()).toMatchObject({ tagReviewStatus: 'APPROVED', tagAction: null });
  });
});
