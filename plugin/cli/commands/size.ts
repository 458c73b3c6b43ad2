import { type Command, InvalidArgumentError } from 'commander';
import { companySize, type SizeReason } from '../../../workflows/rules/company-size.ts';
import type { Session } from '../main.ts';
import { json, UsageError } from '../output.ts';

const amount = (text: string): number => {
  const number = Number(text.replace(/[,_\s]/g, ''));
  if (text.trim() === '' || !Number.isFinite(number) || number < 0) {
    throw new InvalidArgumentError('Give a number that is not negative.');
  }
  return number;
};

interface Options {
  readonly segment: string;
  readonly group?: string;
  readonly employees?: number;
  readonly revenue?: number;
  readonly assets?: number;
  readonly json?: boolean;
}

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
      return `missing: ${[data.missing]
        .flat()
        .map((one) => INDICATORS[String(one)])
        .join(', ')}`;
    case 'NEEDS_GROUP':
      return `the division alone does not say; give --group, one of ${[data.groups].flat().join(', ')}`;
    case 'NOT_COVERED':
      return `the method does not cover ${data.code} (${data.why})`;
    case 'UNKNOWN_SEGMENT':
      return `${data.segment} is no division, group or class of GB/T 4754-2017`;
  }
};

/** `size`: large, medium, small or micro by the 2017 method (2.1.11, A12). */
export const sizeCommand = (program: Command, session: Session): void => {
  program
    .command('size')
    .description('Size of a company by the 2017 method of the National Bureau of Statistics')
    .requiredOption('--segment <code>', 'division of GB/T 4754, such as C36')
    .option('--employees <n>', 'persons employed', amount)
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
