import { type Command, Option } from 'commander';
import { LANGUAGES, type Language } from '../../../objects/taxonomy/index.ts';
import { ensureBuilt } from '../build.ts';
import { type DemoReport, runDemo } from '../demo/run-demo.ts';
import type { Session } from '../main.ts';
import { json, type Output, pad } from '../output.ts';

interface Options {
  readonly build: boolean;
  readonly language: Language;
  readonly json?: boolean;
}

const bar = (share: number, width = 20): string => {
  const filled = Math.round(share * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
};

const counts = (byStatus: Readonly<Record<string, number>>): string =>
  Object.entries(byStatus)
    .map(([status, count]) => `${count} ${status}`)
    .join(', ');

const print = (report: DemoReport, { out }: Output, seconds: number): void => {
  const { installed, loaded, hooks, customers, opportunities, month, totals } = report;
  out(`\n${installed.application} ${installed.version} installed into an embedded workspace`);
  out(
    `  ${installed.objects} objects, ${installed.fields} fields, ${installed.options} options, ${installed.tabs} "Tags" tabs, ${installed.views} views, ${installed.hooks} functions, ${installed.definitions} entries of the dictionary`,
  );
  out('\nThe sample team, entered through the API by its own people');
  out(
    `  ${Object.entries(loaded)
      .map(([object, count]) => `${count} ${object}`)
      .join(', ')}`,
  );
  out(
    `  ${hooks.runs} hook runs, ${hooks.apiCalls} API calls (at most ${hooks.mostApiCalls} a run), ${hooks.failures} failures`,
  );
  out(`\nHow complete the customers are (1.3.2, 3.2.6): ${customers.completeness} % on average`);
  out(`  ${counts(customers.byStatus)}`);
  out(`  opportunities: ${counts(opportunities.byStatus)}`);
  out('\nWhat is missing where');
  for (const { label, tag, clause, customers: missing } of customers.missing.slice(0, 12)) {
    out(
      `  ${pad(label, 18)} ${pad(tag, 22)} ${pad(clause, 7)} ${bar(missing / customers.total)} ${missing} of ${customers.total}`,
    );
  }
  let chapter = '';
  for (const scene of month) {
    if (scene.chapter !== chapter) out(`\n${scene.chapter}`);
    chapter = scene.chapter;
    out(`\n  ${scene.at}  ${scene.what}  (${scene.clauses.join(', ')})`);
    for (const { object, id, name, facts, lines } of scene.look) {
      out(`    ${object} ${name}  [${id.slice(0, 8)}]`);
      out(
        `      ${Object.entries(facts)
          .map(([label, fact]) => `${label}: ${fact ?? '—'}`)
          .join(' · ')}`,
      );
      for (const line of lines) out(`      ${line.replaceAll('\n', '\n      ')}`);
    }
  }
  out(
    `\nThe month left ${Object.entries(totals)
      .map(([object, count]) => `${count} ${object}`)
      .join(', ')}`,
  );
  out(`\nDone in ${seconds.toFixed(1)} s. Look around yourself: npm run tag-policy -- workspace --sample`);
};

/** `demo` (= `npm start`): the policy at work on a believable team. */
export const demoCommand = (program: Command, session: Session): void => {
  program
    .command('demo')
    .description('Build, install into an embedded workspace, load the sample team and show the policy at work')
    .addOption(new Option('--language <language>', 'language of the problems').choices(LANGUAGES).default('zh-CN'))
    .option('--no-build', 'use the last build as it is')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const started = performance.now();
      const progress = (line: string): void => session.output.err(line);
      if (options.build) await ensureBuilt(progress);
      const report = await runDemo(options.language, progress);
      if (report.hooks.failures > 0) session.exit = 2;
      if (options.json) session.output.out(json(report));
      else print(report, session.output, (performance.now() - started) / 1000);
    });
};
