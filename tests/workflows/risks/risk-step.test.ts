import { describe, expect, it } from 'vitest';
import { STAGES } from '../../../objects/taxonomy/types.ts';
import { isBehindCustomer } from '../../../workflows/risks/customer-risks.ts';
import { riskStep } from '../../../workflows/risks/risk-step.ts';
import type { TwentyRecord } from '../../../workflows/run/record-change.ts';
import type { Subject } from '../../../workflows/subject/subject.ts';
import { runAt, subjectOf } from '../hand-made.ts';

const credits = (...nodes: readonly TwentyRecord[]) => ({ edges: nodes.map((node) => ({ node })) });
const customer = (rating: string, more: TwentyRecord = {}): TwentyRecord => ({
  id: 'c',
  name: '无锡精控自动化有限公司',
  tagCustomerType: 'SME',
  tagIndustry: 'C',
  tagPurchaseIntent: 'HIGH',
  tagCredits: credits({ id: 'k', rating, hasOverdue: false }),
  ...more,
});
const deal = (fields: TwentyRecord, more: Partial<Subject> = {}) =>
  subjectOf('opportunity', { ownerId: 'rep', tagOutcome: 'OPEN', company: customer('AAA'), ...fields }, more);
const judged = (fields: TwentyRecord, more: Partial<Subject> = {}) => riskStep.follow(runAt(), deal(fields, more), {});

describe('the risks of an opportunity', () => {
  it('are no matter of a customer', () => expect(riskStep.follow(runAt(), subjectOf('company', {}), {})).toEqual({}));

  it('are none where nothing stands against it', () =>
    expect(judged({})).toEqual({ fields: { tagRisks: [], tagFeasibility: 'HIGH' }, matters: [] }));

  it('tell of the credit signal and of nothing in the credit record', () => {
    const answer = judged({ company: customer('CCC') });
    expect(answer.fields).toEqual({ tagRisks: ['CREDIT_STOP'], tagFeasibility: 'LOW' });
    expect(JSON.stringify(answer)).not.toContain('CCC');
    expect(judged({ company: customer('BB') }).fields).toMatchObject({ tagRisks: ['CREDIT_CAUTION'] });
    expect(judged({ company: null }).fields).toMatchObject({ tagRisks: [] });
  });

  it.each([
    ['INTERESTED', []],
    ['NEEDS_CONFIRMED', ['COMPETITION_OPEN']],
  ] as const)('at %s an open competition is %o', (stage, expected) => {
    const open = judged({}, { stage }).fields?.tagRisks as readonly string[];
    expect(open.filter((risk) => risk === 'COMPETITION_OPEN')).toEqual(expected);
    const told = judged({ tagNoCompetitor: true }, { stage }).fields?.tagRisks;
    expect(told).not.toContain('COMPETITION_OPEN');
  });

  it('tell of a competition that has changed, at every stage', () =>
    expect(judged({}, { unreviewed: ['tagAdvantage'] }).fields).toMatchObject({ tagRisks: ['COMPETITION_OPEN'] }));

  it('tell of a skipped stage, not of another gate', () => {
    const gate = { from: 'PROSPECT', to: 'DELIVERY', missing: '' } as const;
    expect(judged({}, { gate: { ...gate, fault: 'SKIPPED' } }).fields).toMatchObject({ tagRisks: ['STAGE_SKIPPED'] });
    expect(judged({}, { gate: { ...gate, fault: 'UNMET' } }).fields).toMatchObject({ tagRisks: [] });
  });

  it.each([
    ['2026-09-17', []],
    ['2026-09-16', ['STALE']],
    [null, []],
  ])('a follow-up due on %s is %o on 23 September', (followUpOn, expected) =>
    expect(judged({}, { followUpOn }).fields).toMatchObject({ tagRisks: expected }),
  );

  it('tell of what the customer lacks at the stage of the deal', () => {
    const company = customer('AAA', { tagIndustry: null });
    expect(judged({ company }).fields).toMatchObject({ tagRisks: ['CUSTOMER_INCOMPLETE'], tagFeasibility: 'MEDIUM' });
  });

  it.each([
    ['LOST', [], null],
    ['ABANDONED', [], null],
    ['WON', ['CREDIT_STOP'], null],
    ['OPEN', ['CREDIT_STOP'], 'LOW'],
  ])('of a deal that is %s are %o, its feasibility %s', (tagOutcome, tagRisks, tagFeasibility) =>
    expect(judged({ tagOutcome, company: customer('CCC') }).fields).toEqual({ tagRisks, tagFeasibility }),
  );

  it('has a feasibility until it is signed', () => {
    const company = customer('AAA');
    const known = STAGES.map((stage) => judged({ company }, { stage }).fields?.tagFeasibility !== null);
    expect(known).toEqual(STAGES.map((_stage, at) => at < STAGES.indexOf('SIGNED')));
  });

  it.each(STAGES)('at %s the manager decides where price and contract are at hand', (stage) => {
    const isGuarded = stage === 'NEGOTIATION' || stage === 'SIGNED';
    const { matters = [] } = judged({ company: customer('CCC') }, { stage });
    expect(matters.map(({ key, assigneeId, dueOn }) => ({ key, assigneeId, dueOn }))).toEqual(
      isGuarded ? [{ key: 'credit-stop', assigneeId: 'manager', dueOn: '2026-09-24' }] : [],
    );
    expect(judged({ company: customer('BB') }, { stage }).matters).toEqual([]);
  });
});

describe('a deal is judged again for its customer', () => {
  const run = runAt();
  const stored = (
    tagRisks: readonly string[] | null,
    tagFeasibility: string | null = 'HIGH',
    more: TwentyRecord = {},
  ) => ({
    id: 'd',
    tagStage: 'PROSPECT',
    tagOutcome: 'OPEN',
    tagRisks,
    tagFeasibility,
    tagBaseline: { since: '2026-09-01T02:00:00.000Z', seen: {} },
    ...more,
  });

  it.each<[string, TwentyRecord, TwentyRecord, boolean]>([
    ['nothing of it has changed', stored([]), customer('AAA'), false],
    ['nothing is stored as nothing', stored(null), customer('AAA'), false],
    ['its credit has', stored([]), customer('CCC'), true],
    ['… and the deal tells so', stored(['CREDIT_STOP'], 'LOW'), customer('CCC'), false],
    ['… and it has recovered', stored(['CREDIT_STOP'], 'LOW'), customer('AAA'), true],
    ['its gap', stored([]), customer('AAA', { tagIndustry: null }), true],
    ['its intent', stored([]), customer('AAA', { tagPurchaseIntent: 'LOW' }), true],
    ['risks of the deal itself are none of it', stored(['INCOMPLETE', 'STALE'], 'MEDIUM'), customer('AAA'), false],
    ['a deal that is over tells nothing of it', stored([], null, { tagOutcome: 'LOST' }), customer('CCC'), false],
    ['it was never judged', stored([], null, { tagBaseline: null }), customer('CCC'), false],
    ['a signed one has no feasibility', stored([], '', { tagStage: 'DELIVERY' }), customer('AAA'), true],
  ])('when %s', (_what, one, company, expected) => expect(isBehindCustomer(run, one, company)).toBe(expected));
});
