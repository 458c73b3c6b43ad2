import { describe, expect, it } from 'vitest';
import { risks as options } from '../../../objects/taxonomy/picklists.ts';
import {
  FEASIBILITY_TABLE,
  INTENTS,
  MANY_RISKS,
  RISK_LEVELS,
  RISKS,
  type Risk,
} from '../../../objects/taxonomy/risks.ts';
import { judgeFeasibility } from '../../../workflows/risks/judge-feasibility.ts';
import { judgeRisks, type RiskFacts } from '../../../workflows/risks/judge-risks.ts';

const FACTS: RiskFacts = {
  signal: 'OK',
  isStageSkipped: false,
  lacksTags: false,
  customerLacksTags: false,
  isCompetitionOpen: false,
  daysOverdue: 0,
  hasLateNotice: false,
};
const ALL: readonly Risk[] = RISKS.map(({ value }) => value);

describe('the risks of a deal', () => {
  it('are the options of the tag, in their order', () => expect(options.map(({ value }) => value)).toEqual(ALL));

  it.each<[Partial<RiskFacts>, readonly Risk[]]>([
    [{}, []],
    [{ signal: 'UNKNOWN' }, []],
    [{ signal: 'CAUTION' }, ['CREDIT_CAUTION']],
    [{ signal: 'STOP' }, ['CREDIT_STOP']],
    [{ isStageSkipped: true }, ['STAGE_SKIPPED']],
    [{ lacksTags: true }, ['INCOMPLETE']],
    [{ customerLacksTags: true }, ['CUSTOMER_INCOMPLETE']],
    [{ isCompetitionOpen: true }, ['COMPETITION_OPEN']],
    [{ daysOverdue: -3 }, []],
    [{ daysOverdue: 5 }, []],
    [{ daysOverdue: 6 }, ['STALE']],
    [{ hasLateNotice: true }, ['LATE_NOTICE']],
    [{ hasLateNotice: true, signal: 'STOP', lacksTags: true }, ['CREDIT_STOP', 'INCOMPLETE', 'LATE_NOTICE']],
  ])('%o: %o', (facts, expected) => {
    expect(judgeRisks({ ...FACTS, ...facts })).toEqual(expected);
  });
});

describe('feasibility', () => {
  const slight = RISKS.filter(({ weight }) => weight === 'SLIGHT').map(({ value }) => value);
  const SOME: Readonly<Record<(typeof RISK_LEVELS)[number], readonly (readonly Risk[])[]>> = {
    NONE: [[]],
    FEW: [slight.slice(0, 1), slight.slice(0, MANY_RISKS - 1)],
    MANY: [slight.slice(0, MANY_RISKS), slight],
    GRAVE: [['CREDIT_STOP'], ['STAGE_SKIPPED'], ALL],
  };

  it.each(RISK_LEVELS.flatMap((level) => INTENTS.map((intent) => [level, intent] as const)))(
    'with %s against the deal and the intent %s',
    (level, intent) => {
      const value = intent === 'UNKNOWN' ? null : intent;
      for (const risks of SOME[level]) expect(judgeFeasibility(risks, value)).toBe(FEASIBILITY_TABLE[level][intent]);
    },
  );

  it('never rises with the risks, nor with less intent', () => {
    const RANK = { HIGH: 0, MEDIUM: 1, LOW: 2 };
    const rank = (level: (typeof RISK_LEVELS)[number], intent: (typeof INTENTS)[number]) =>
      RANK[FEASIBILITY_TABLE[level][intent]];
    for (const intent of INTENTS) {
      const ranks = RISK_LEVELS.map((level) => rank(level, intent));
      expect(ranks).toEqual([...ranks].sort());
    }
    for (const level of RISK_LEVELS) {
      const ranks = (['HIGH', 'MEDIUM', 'LOW'] as const).map((intent) => rank(level, intent));
      expect(ranks).toEqual([...ranks].sort());
    }
  });
});
