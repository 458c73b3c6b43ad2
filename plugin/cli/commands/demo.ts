import { type Command, Option } from 'commander';
import { policyLanguage } from '../../../objects/define/policy-language.ts';
import { LANGUAGES, type Language } from '../../../objects/taxonomy/index.ts';
import { ensureBuilt } from '../build.ts';
import { printAccount } from '../demo/account.ts';
import { runDemo } from '../demo/run-demo.ts';
import { json } from '../output.ts';
import type { Session } from '../session.ts';

interface Options {
  readonly build: boolean;
  readonly language?: Language;
  readonly json?: boolean;
}

/** `demo` (= `npm start`): the policy at work on a believable team. */
export const demoCommand = (program: Command, session: Session): void => {
  program
    .command('demo')
    .description('Build, install into an embedded workspace, load the sample team and show the policy at work')
    .addOption(
      new Option('--language <language>', 'language of labels and problems; sentences are English')
        .choices(LANGUAGES)
        .default(undefined, 'that of TAG_POLICY_LANGUAGE, else en'),
    )
    .option('--no-build', 'use the last build as it is')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const started = performance.now();
      const language = options.language ?? policyLanguage();
      const progress = (line: string): void => session.output.err(line);
      if (options.build) await ensureBuilt(progress);
      const report = await runDemo(language, progress);
      if (report.hooks.failures > 0) session.exit = 2;
      if (options.json) session.output.out(json(report));
      else printAccount(report, session.output, language, (performance.now() - started) / 1000);
    });
};
