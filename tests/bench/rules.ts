import { STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import team from '../../seeds/sample-team.json' with { type: 'json' };
import { judge } from '../../workflows/judgement/judge.ts';
import type { JudgementContext } from '../../workflows/judgement/values.ts';
import type { TwentyRecord } from '../../workflows/pipeline/record-change.ts';
import { LIVE_OUTCOMES } from '../../workflows/pipeline/snapshot.ts';
import { valuesOf } from '../../workflows/pipeline/values-of.ts';
import { compactCreditCode } from '../../workflows/rules/credit-code.ts';
import { nameKey } from '../../workflows/rules/legal-name.ts';
import type { Figure } from './figure.ts';
import { ratesOf } from './rate.ts';

const stageOf = (companyId: string): Stage =>
  team.opportunities
    .filter((deal) => deal.companyId === companyId && LIVE_OUTCOMES.has(deal.tagOutcome))
    .map((deal) => deal.tagStage as Stage)
    .reduce((left, right) => (STAGES.indexOf(right) > STAGES.indexOf(left) ? right : left), 'PROSPECT');

interface Customer {
  readonly record: TwentyRecord;
  readonly context: JudgementContext;
}

/** The customers of the sample team as the API answers them, each at the stage its deals have reached. */
const customers = (): readonly Customer[] => {
  const companies: readonly TwentyRecord[] = team.companies;
  const otherNames = new Set(['某某软件有限公司'].map(nameKey));
  const otherCreditCodes = new Set(['91110108717743469K'].map(compactCreditCode));
  return companies.map((company) => ({
    record: {
      ...company,
      tagKeyContact: team.people.find((person) => person.id === company.tagKeyContactId) ?? null,
      tagCredits: {
        edges: team.credits.filter((credit) => credit.companyId === company.id).map((node) => ({ node })),
      },
    },
    context: { stage: stageOf(String(company.id)), today: '2026-11-24', otherNames, otherCreditCodes },
  }));
};

/** Customers judged a second on one core, from the record as the API answers it to its problems. */
export const ruleFigures = (): readonly Figure[] => {
  const mix = customers();
  const problems = mix.reduce((sum, one) => sum + judgeOne(one), 0);
  const rates = ratesOf([
    { name: 'judge', things: mix.length, run: () => mix.reduce((sum, one) => sum + judgeOne(one), 0) },
  ]);
  return [
    {
      group: 'rules',
      name: 'customers judged',
      value: rates.get('judge') ?? Number.NaN,
      unit: '/s',
      beside: `${mix.length} customers of the sample team, ${problems} problems`,
      goal: { atLeast: 100_000 },
    },
  ];
};

const judgeOne = ({ record, context }: Customer): number =>
  judge('company', valuesOf('company', record), context).problems.length;
