import { HttpResponse, http } from 'msw';
import { describe, expect, it, vi } from 'vitest';
import { tagsOf } from '../../../objects/taxonomy/index.ts';
import { idOf, server, travel, useOffice } from '../support.ts';

const A = idOf(1);
const P = idOf(2);
const O = idOf(3);
const R = idOf(4);
const M = idOf(5);
const T = idOf(6);
const office = useOffice('2026-09-28T01:00:00.000Z', { mayFail: true });

/** Values of sensitive tags, each found nowhere else. */
const SECRETS = {
  phone: '13961718800',
  secondPhone: '13961718811',
  email: 'geheim@example.cn',
  secondEmail: 'geheimer@example.cn',
  need: '只在周末夜间到货',
  secondNeed: '只在凌晨卸车',
  disadvantage: '驻场人手不够',
  secondDisadvantage: '备件仓太远',
  amounts: [1_234_567, 2_345_678, 3_456_789, 4_567_891, 5_678_912, 6_789_123, 7_891_234, 8_912_345],
};
const planted = [
  ...Object.values(SECRETS).flat().map(String),
  // Ratings are looked for as words.
  '"BBB"',
  '"CCC"',
  'BBB',
  'CCC',
];
const yuan = (at: number) => ({ amountMicros: (SECRETS.amounts[at] ?? 0) * 1_000_000, currencyCode: 'CNY' });

/** Everything said on the console while something runs. */
const listen = () => {
  const said: string[] = [];
  for (const method of ['log', 'info', 'warn', 'error', 'debug'] as const) {
    vi.spyOn(console, method).mockImplementation((...words: unknown[]) => {
      said.push(words.map(String).join(' '));
    });
  }
  return said;
};

/** A team that enters, changes, clears, returns and is late with everything sensitive there is. */
const live = async () => {
  const { rep, other, reviewer } = office.team;
  await office.create(rep, 'person', {
    id: P,
    name: { firstName: '国栋', lastName: '唐' },
    phones: { primaryPhoneNumber: SECRETS.phone },
    emails: { primaryEmail: SECRETS.email },
  });
  await office.create(rep, 'company', {
    id: A,
    name: '无锡精控自动化有限公司',
    tagCustomerType: 'SME',
    tagIndustry: 'C',
    accountOwnerId: rep.id,
    tagKeyContactId: P,
    tagSpecialNeeds: SECRETS.need,
    tagBudgetMin: yuan(1),
    tagBudgetMax: yuan(0),
    tagAnnualPurchase: yuan(2),
    tagOpeningAmount: yuan(3),
    tagOpeningCooperations: 2,
  });
  await office.create(rep, 'tagCredit', { id: R, companyId: A, rating: 'BBB', hasOverdue: true, overdueCount: 0 });
  await office.create(rep, 'opportunity', {
    id: O,
    name: '二期',
    companyId: A,
    ownerId: rep.id,
    tagSource: 'TRADE_FAIR',
    tagStage: 'NEGOTIATION',
    tagCompetitors: ['甲公司'],
    tagDisadvantage: SECRETS.disadvantage,
  });
  await office.create(rep, 'tagMember', {
    id: M,
    name: '孙倩',
    jobPosition: 'SALES_REP',
    joinedOn: '2026-09-01',
  });
  await office.create(other, 'tagTarget', {
    id: T,
    memberId: M,
    quarter: '2026Q3',
    salesTarget: yuan(4),
    profitTarget: yuan(5),
  });
  travel('2026-09-29T01:00:00.000Z');
  await office.update(other, 'person', P, {
    phones: { primaryPhoneNumber: SECRETS.secondPhone },
    emails: { primaryEmail: SECRETS.secondEmail },
  });
  await office.update(other, 'company', A, { tagSpecialNeeds: SECRETS.secondNeed, tagBudgetMax: yuan(6) });
  await office.update(other, 'tagCredit', R, { rating: 'CCC' });
  await office.update(other, 'opportunity', O, { tagDisadvantage: SECRETS.secondDisadvantage });
  await office.update(other, 'tagTarget', T, { salesTarget: yuan(7) });
  await office.update(reviewer, 'company', A, {
    tagAction: 'RETURN',
    tagActionNote: 'look at the needs again',
    tagVerdictTruth: 'FAIL',
  });
  travel('2026-10-01T01:00:00.000Z');
  await office.update(other, 'company', A, { tagSpecialNeeds: '' });
  travel('2026-11-01T01:00:00.000Z');
  await office.sweep();
};

describe('values of sensitive tags (6.1.3)', () => {
  it('reach no log, notice, task, problem, result, memory, run or console', async () => {
    const said = listen();
    await live();
    expect(office.workspace.runs.filter(({ error }) => error)).toEqual([]);
    const open = (object: string): readonly unknown[] => {
      const sensitive = new Set(
        tagsOf(object as 'company')
          .filter((tag) => tag.sensitive)
          .map((tag) => tag.name),
      );
      return office.all(object).map((row) =>
        Object.fromEntries(
          // The search vector is Twenty's own, and made of names. The memory is looked at as it is.
          Object.entries(row).filter(([name]) => name === 'tagBaseline' || !sensitive.has(name)),
        ),
      );
    };
    const places = {
      logs: office.all('tagLog'),
      notices: office.all('tagChangeNotice'),
      tasks: office.all('task'),
      companies: open('company'),
      opportunities: open('opportunity'),
      members: open('tagMember'),
      targets: open('tagTarget'),
      runs: office.workspace.runs,
      sweeps: office.all('tagSweep'),
      said,
    };
    // The test would prove nothing if nothing had been told at all.
    expect(office.all('tagLog').length).toBeGreaterThan(10);
    expect(office.notices(A).map(({ kind }) => kind)).toContain('SPECIAL_NEED');
    expect(office.all('task').length).toBeGreaterThan(3);
    for (const [place, told] of Object.entries(places)) {
      const text = JSON.stringify(told);
      expect([place, planted.filter((secret) => text.includes(secret))]).toEqual([place, []]);
    }
  });

  it('are in no error, though Twenty quotes them', async () => {
    const said = listen();
    const message = `invalid input for "${SECRETS.need}": '${SECRETS.email}' ${SECRETS.phone}`;
    server.use(
      http.post('http://workspace.local/graphql', async ({ request }) => {
        const { query } = (await request.clone().json()) as { query: string };
        if (!query.startsWith('mutation Write')) return undefined;
        return HttpResponse.json({ errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] });
      }),
    );
    await office.create(office.team.rep, 'company', {
      id: A,
      name: '无锡精控自动化有限公司',
      tagSpecialNeeds: SECRETS.need,
    });
    expect(said.join('\n')).toContain('could not be written (BAD_USER_INPUT)');
    const text = `${said.join('\n')}${JSON.stringify(office.workspace.runs)}`;
    expect(planted.filter((secret) => text.includes(secret))).toEqual([]);
  });
});
