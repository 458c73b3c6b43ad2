import { parseArgs } from 'node:util';
import { ensureBuilt, OUTPUT } from '../../plugin/cli/build.ts';
import { calendarFigures } from './calendar.ts';
import { type Figure, isMet } from './figure.ts';
import { ruleFigures } from './rules.ts';
import { startFigures } from './starts.ts';

/**
 * `npm run bench`: how fast the rules, the calendar and the start of the hooks are, measured in one run on this
 * machine. Ratios are what is claimed: both sides stand in the same run. Exit code 1 when a goal is missed.
 */
const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, rounds: { type: 'string', default: '15' } },
});
const rounds = Number(values.rounds);
if (!Number.isInteger(rounds) || rounds < 1) {
  console.error(`--rounds takes a whole number above 0, not "${values.rounds}"`);
  process.exit(2);
}

const number = ({ value, unit }: Pick<Figure, 'value' | 'unit'>): string =>
  unit === '/s' ? `${Math.round(value).toLocaleString('en')} /s` : `${value.toFixed(2)} ${unit}`;

const goalOf = (figure: Figure): string => {
  const { goal, unit } = figure;
  if (!goal) return '';
  const words =
    'atLeast' in goal ? `≥ ${number({ value: goal.atLeast, unit })}` : `≤ ${number({ value: goal.atMost, unit })}`;
  return `goal ${words}: ${isMet(figure) ? 'met' : 'MISSED'}`;
};

const print = (figures: readonly Figure[]): void => {
  const width = Math.max(...figures.map(({ name }) => name.length));
  for (const [group, lines] of Map.groupBy(figures, (figure) => figure.group)) {
    console.log(`\n${group}`);
    for (const figure of lines) {
      const cells = [figure.name.padEnd(width), number(figure).padStart(14), goalOf(figure).padEnd(28)];
      console.log(`  ${cells.join('  ')}  ${figure.beside ?? ''}`.trimEnd());
    }
  }
};

const told = (line: string): void => {
  if (!values.json) console.error(line);
};
await ensureBuilt(told);
told(`Node ${process.versions.node}; this takes about a minute`);
const figures = [...ruleFigures(), ...calendarFigures(), ...(await startFigures(OUTPUT, rounds))];
const missed = figures.filter((figure) => isMet(figure) === false);
if (values.json) {
  const described = figures.map((figure) => ({ ...figure, met: isMet(figure) }));
  console.log(
    JSON.stringify({ node: process.versions.node, rounds, figures: described, missed: missed.length }, null, 2),
  );
} else {
  print(figures);
  console.log(missed.length === 0 ? '\nEvery goal is met.' : `\n${missed.length} of the goals missed.`);
}
process.exitCode = missed.length === 0 ? 0 : 1;
