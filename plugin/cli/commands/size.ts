import { type Command, InvalidArgumentError } from 'commander';
import { industrySegments } from '../../../objects/taxonomy/picklists.ts';
import { companySize, type SizeReason } from '../../../workflows/rules/company-size.ts';
import { json, UsageError } from '../output.ts';
import { readNumber } from '../read-number.ts';
import type { Session } from '../session.ts';

const amount = (text: string): number => {
  const number = readNumber(text);
  if (number === null || number < 0) {
    throw new InvalidArgumentError('Give a number that is not negative, such as 1200 or 5亿.');
  }
  return number;
};

const headcount = (text: string): number => {
  const number = amount(text);
  if (!Number.isInteger(number)) throw new InvalidArgumentError('Give a whole number of persons.');
  return number;
};

/** The section a division belongs to, so that A36 is no segment: 36 is C36. */
const segment = (text: string): string => {
  const [, section, division] = /^([A-T])(\d{2})\d{0,2}$/i.exec(text.trim()) ?? [];
  const known = industrySegments.find((option) => option.value.slice(1) === division);
  if (known && section && section.toUpperCase() !== known.value.charAt(0)) {
    throw new InvalidArgumentError(`Division ${division} is ${known.value}, ${known.label.en}.`);
  }
  return text.trim();
};

interface Options {
  readonly segment: string;
  readonly group?: string;
  readonly employees?: number;
  readonly revenue?: number;
  readonly assets?: number;
  readonly json?: boolean;
}

const OPTIONS: Readonly<Record<string, string>> = { X: '--employees', Y: '--revenue', Z: '--assets' };

const UNCOVERED: Readonly<Record<string, string>> = {
  RAILWAY: 'railway transport',
  FINANCE: 'finance',
  EDUCATION: 'education',
  HEALTH: 'health',
  OWN_REAL_ESTATE: 'letting or selling of own real estate',
  OUTSIDE: 'outside its scope',
};

const INDICATORS: Readonly<Record<string, string>> = {
  X: 'employees',
  Y: 'revenue (10,000 yuan)',
  Z: 'assets (10,000 yuan)',
};

const wordsOf = ({ code, data }: SizeReason): string => {
  switch (code) {
    case 'REACHES':
      return `${INDICATORS[String(data.indicator)]} ${data.value} reaches the limit ${data.limit}`;
    case 'BELOW':
      return `${INDICATORS[String(data.indicator)]} ${data.value}; below ${data.limit} is micro`;
    case 'MISSING_INDICATOR':
      return `an indicator is missing; give ${[data.missing]
        .flat()
        .map((one) => OPTIONS[String(one)])
        .join(' and ')}`;
    case 'NEEDS_GROUP':
      return `the division alone does not say; give --group, one of ${[data.groups].flat().join(', ')}`;
    case 'NOT_COVERED':
      return `the method does not cover ${data.code} (${UNCOVERED[String(data.why)] ?? data.why})`;
    case 'UNKNOWN_SEGMENT':
      return data.group === undefined
        ? `${data.segment} is no division, group or class of GB/T 4754-2017 that the method speaks of`
        : `${data.group} is no group or class within ${data.segment}`;
  }
};

/** `size`: large, medium, small or micro by the 2017 method (2.1.11, A12). */
export const sizeCommand = (program: Command, session: Session): void => {
  program
    .command('size')
    .description('Size of a company by the 2017 method of the National Bureau of Statistics')
    .requiredOption('--segment <code>', 'division of GB/T 4754, such as C36', segment)
    .option('--employees <n>', 'persons employed', headcount)
    .option('--revenue <yuan>', 'annual revenue in yuan', amount)
    .option('--assets <yuan>', 'total assets in yuan', amount)
    .option('--group <code>', 'group or class where the division does not say, such as 704')
    .option('--json', 'print JSON')
    .action((options: Options) => {
      const verdict = companySize({
        segment: options.segment,
        ...(options.group === undefined ? {} : { group: options.group }),
        ...(options.employees === undefined ? {} : { employees: options.employees }),
        ...(options.revenue === undefined ? {} : { revenueYuan: options.revenue }),
        ...(options.assets === undefined ? {} : { assetsYuan: options.assets }),
      });
      if (verdict.status === 'UNKNOWN_SEGMENT') throw new UsageError(verdict.reasons.map(wordsOf).join('; '));
      const { size, rule, reasons } = verdict;
      if (size === null) session.exit = 1;
      if (options.json) {
        session.output.out(json({ size, rule, reasons }));
        return;
      }
      session.output.out(size ?? 'undecided');
      for (const reason of reasons) session.output.out(`  ${wordsOf(reason)}`);
    });
};
