import { type Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../../objects/taxonomy/index.ts';
import type { HealthLevel } from '../../../workflows/health/judge-health.ts';
import { type DoctorReport, examine } from '../doctor/examine.ts';
import { json, type Output } from '../output.ts';
import { address, keyOption } from '../read-remote.ts';
import type { Session } from '../session.ts';
import { licenceText } from './access.ts';

interface Options {
  readonly url: string;
  readonly key: string;
  readonly language: Language;
  readonly json?: boolean;
}

const MARKS: Readonly<Record<HealthLevel, string>> = { OK: '✓', INFO: 'i', WARNING: '!', ERROR: '✗' };

const print = ({ url, version, installed, enforcesRows, findings, summary }: DoctorReport, { out }: Output): void => {
  out(`Tag Policy at ${url}: installed ${installed ?? 'unknown'}, command line ${version}`);
  for (const { level, code, message, advice } of findings) {
    out(`  ${MARKS[level]} ${message}  [${code}]`);
    if (advice) out(`      → ${advice}`);
  }
  out(`  · ${licenceText(enforcesRows)} (tag-policy access)`);
  out(`${summary.ERROR} errors, ${summary.WARNING} warnings, ${summary.INFO} remarks, ${summary.OK} in order`);
};

/** `doctor`: what keeps the policy from being carried out in a workspace, and what to do. */
export const doctorCommand = (program: Command, session: Session): void => {
  program
    .command('doctor')
    .description('Examine a workspace: version, duties, profiles, stages, calendar, overdue matters, sweeps')
    .requiredOption('--url <url>', 'address of Twenty', address)
    .addOption(keyOption().makeOptionMandatory())
    .addOption(new Option('--language <language>', 'language of the findings').choices(LANGUAGES).default('en'))
    .option('--json', 'print JSON')
    .addHelpText(
      'after',
      '\nSettings cannot be seen from outside; the health check inside Twenty looks at them too.\nExit codes: 0 clean, 1 warnings or errors found, 2 the workspace could not be examined.',
    )
    .action(async (options: Options) => {
      const report = await examine(options.url, options.key, new Date(), options.language, {
        tell: (line) => session.output.err(line),
      });
      session.exit = report.summary.ERROR + report.summary.WARNING > 0 ? 1 : 0;
      if (options.json) session.output.out(json(report));
      else print(report, session.output);
    });
};
