import { ensureBuilt } from '../../plugin/cli/build.ts';
import { backupFigures } from './backup.ts';
import { calendarFigures } from './calendar.ts';
import { callFigures } from './calls.ts';
import { hookStartFigures } from './hook-start.ts';
import { importFigures } from './import.ts';
import { atMost, type Figure, told } from './measure.ts';
import { ruleFigures } from './rules.ts';
import { sweepPeak } from './sweep-memory.ts';

/** `npm run bench`: the speed claims, measured in one run. Exit code 1 when a goal is missed. `--json` for programs. */
const memoryFigures = async (): Promise<readonly Figure[]> => {
  const { gc } = globalThis as { gc?: () => void };
  if (!gc) throw new Error('Run it as "npm run bench", which passes --expose-gc');
  await sweepPeak(1_000, gc);
  const small = await sweepPeak(10_000, gc);
  const large = await sweepPeak(100_000, gc);
  return [
    told('memory of a sweep of 10,000 records', small, 'MiB'),
    atMost('  of 100,000 records', large / Math.max(small, 1), '×', 1.5),
  ];
};

const numberText = (value: number): string => {
  if (value >= 1000) return Math.round(value).toLocaleString('en');
  return value > 0 && value < 0.1 ? value.toPrecision(3) : value.toFixed(2);
};

const format = ({ name, value, unit, goal, isMet }: Figure): string => {
  const number = numberText(value);
  const verdict = goal === null ? '' : `goal ${goal}: ${isMet ? 'met' : 'MISSED'}`;
  return `${name.padEnd(48)} ${number.padStart(14)} ${unit.padEnd(4)} ${verdict}`;
};

const isJson = process.argv.includes('--json');
const progress = (text: string): void => {
  if (!isJson) console.error(text);
};

await ensureBuilt(progress);
const figures: Figure[] = [];
for (const [title, measure] of [
  // What is counted in processor time comes before what fills the memory, whose clearing counts too.
  ['rules', ruleFigures],
  ['calendar', calendarFigures],
  ['API calls', callFigures],
  ['memory', memoryFigures],
  ['backup', backupFigures],
  ['import', importFigures],
  ['hook start', hookStartFigures],
] as const) {
  progress(`measuring ${title} …`);
  figures.push(...(await measure()));
}
if (isJson) console.log(JSON.stringify({ figures }, null, 2));
else for (const figure of figures) console.log(format(figure));
process.exitCode = figures.every((figure) => figure.isMet) ? 0 : 1;
