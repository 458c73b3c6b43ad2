import { STAGES } from '../../objects/taxonomy/types.ts';
import team from '../../seeds/sample-team.json' with { type: 'json' };
import { judge } from '../../workflows/judgement/judge.ts';
import { valuesOf } from '../../workflows/run/values-of.ts';
import { atLeast, type Figure, perSecond } from './measure.ts';

/** Judgements of the sample team's customers, contacts and credit records beside them, at every stage in turn. */
export const ruleFigures = (): readonly Figure[] => {
  const people = new Map(team.people.map((person) => [person.id, person]));
  const credits = new Map(team.credits.map((credit) => [credit.companyId, credit]));
  const customers = team.companies.map((company) => {
    const credit = credits.get(company.id);
    return valuesOf('company', {
      ...company,
      tagKeyContact: people.get(String((company as { tagKeyContactId?: string }).tagKeyContactId)) ?? null,
      tagCredits: { edges: credit ? [{ node: credit }] : [] },
    });
  });
  const contexts = STAGES.map((stage) => ({ stage, today: '2026-09-28' }));
  let at = 0;
  let problems = 0;
  const rate = perSecond(() => {
    const values = customers[at % customers.length] ?? {};
    const context = contexts[at % contexts.length] ?? { stage: 'PROSPECT' as const, today: '2026-09-28' };
    problems += judge('company', values, context).problems.length;
    at += 1;
  });
  if (problems === 0) throw new Error('The sample customers have no problems: nothing was judged');
  return [atLeast('customer judgements', rate, '/s', 200_000)];
};
