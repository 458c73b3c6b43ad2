import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { COMPETITIONS, FOLLOW_UP_RHYTHM } from '../../objects/taxonomy/follow-up-rhythm.ts';
import { creditSignals } from '../../objects/taxonomy/picklists.ts';
import { FEASIBILITY_TABLE, INTENTS, RISK_LEVELS, RISKS, STALE_AFTER_DAYS } from '../../objects/taxonomy/risks.ts';
import { agreementClauses, NEEDED_CLAUSES } from '../../objects/taxonomy/tag-agreement.ts';
import { STAGES } from '../../objects/taxonomy/types.ts';
import { ROOT } from '../../plugin/cli/build.ts';
import { RATES } from '../../workflows/assessment/counted.ts';
import { settingEntries } from '../../workflows/setting-entries.ts';

const page = readFileSync(join(ROOT, 'docs/decisions.md'), 'utf8');

/** The cells of the table under a heading, row by row. */
const tableUnder = (heading: string): readonly (readonly string[])[] => {
  const [, part = ''] = page.split(`## ${heading}`);
  const [section = ''] = part.split('\n## ');
  const rows = section.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
};

it('docs/decisions.md has the clauses of an agreement, and which are needed', () => {
  expect(tableUnder('Confidentiality').map(([clause, , needed]) => [clause, needed])).toEqual(
    agreementClauses.map(({ value }) => [value, NEEDED_CLAUSES.includes(value) ? 'yes' : 'no']),
  );
});

it('docs/decisions.md has the rhythm as it is', () => {
  const rhythm = STAGES.map((stage) => [stage, ...COMPETITIONS.map((one) => String(FOLLOW_UP_RHYTHM[stage][one]))]);
  expect(tableUnder('When a deal is followed up')).toEqual(rhythm);
});

it('… each credit signal, and the window', () => {
  const signals = tableUnder('What everybody may know').map(([signal]) => signal);
  expect([...signals].sort()).toEqual(creditSignals.map(({ value }) => value).sort());
  expect(settingEntries.find(({ name }) => name === 'CREDIT_WINDOW_MONTHS')?.value).toBe('12');
});

it('… each risk with its clause and weight', () => {
  expect(tableUnder('Risks').map((row) => row.slice(0, 3))).toEqual(
    RISKS.map(({ value, clause, weight }) => [value, clause, weight]),
  );
  expect(page).toContain(`more than ${STALE_AFTER_DAYS} working days overdue`);
});

it('… and the feasibility', () => {
  const table = RISK_LEVELS.map((level) => [level, ...INTENTS.map((intent) => FEASIBILITY_TABLE[level][intent])]);
  expect(tableUnder('Feasibility')).toEqual(table);
});

it('… each rate of an assessment with its weight, the grades and the days of an appeal', () => {
  const settingOf = (wanted: string) => settingEntries.find(({ name }) => name === wanted)?.value ?? '';
  const weights = settingOf('ASSESSMENT_WEIGHTS').split('/');
  expect(tableUnder('The assessment of a quarter').map((row) => row.slice(0, 2))).toEqual(
    RATES.map((name, at) => [name, weights[at]]),
  );
  const [excellent, good, passed] = settingOf('ASSESSMENT_GRADES').split('/');
  expect(page).toContain(`from ${excellent} excellent, from ${good} good, from ${passed} passed`);
  expect(page).toContain(`\`APPEAL_DAYS\` working days (${settingOf('APPEAL_DAYS')})`);
});
