import type { Language } from '../../../objects/taxonomy/index.ts';
import { displayWidth, type Output, pad } from '../output.ts';
import { labelledFacts, objectCounts, objectLabel, statusCounts } from './labels.ts';
import type { DemoReport } from './run-demo.ts';

const bar = (share: number, width = 20): string => {
  const filled = Math.round(share * width);
  return '█'.repeat(filled) + '░'.repeat(width - filled);
};

/** The account: its sentences in English, all names of the product in the language asked for. */
export const printAccount = (report: DemoReport, { out }: Output, language: Language, seconds: number): void => {
  const { installed, loaded, hooks, customers, opportunities, month, totals } = report;
  out(`\n${installed.application} ${installed.version} installed into an embedded workspace`);
  out(
    `  ${installed.objects} objects, ${installed.fields} fields, ${installed.options} options, ${installed.tabs} "Tags" tabs, ${installed.views} views, ${installed.hooks} functions, ${installed.definitions} entries of the dictionary`,
  );
  out('\nThe sample team, entered through the API by its own people');
  out(`  ${objectCounts(loaded, language)}`);
  out(
    `  ${hooks.runs} hook runs, ${hooks.apiCalls} API calls (at most ${hooks.mostApiCalls} a run), and ${hooks.countApiCalls} of the daily count of uses; ${hooks.failures} failures`,
  );
  out(`\nHow complete the customers are (1.3.2, 3.2.6): ${customers.completeness} % on average`);
  for (const [object, { total, byStatus }] of Object.entries({ company: customers, opportunity: opportunities }))
    out(`  ${objectCounts({ [object]: total }, language)} (${statusCounts(byStatus, language)})`);
  out('\nWhat is missing where');
  const gaps = customers.missing.slice(0, 12);
  const width = Math.max(0, ...gaps.map(({ label }) => displayWidth(label)));
  for (const { label, clause, customers: missing } of gaps) {
    out(`  ${pad(label, width)}  ${pad(clause, 7)} ${bar(missing / customers.total)} ${missing} of ${customers.total}`);
  }
  let chapter = '';
  for (const scene of month) {
    if (scene.chapter !== chapter) out(`\n${scene.chapter}`);
    chapter = scene.chapter;
    out(`\n  ${scene.at}  ${scene.what}  (${scene.clauses.join(', ')})`);
    for (const look of scene.look) {
      // With the id stands the API name: both are needed to find the record through the API.
      out(`    ${objectLabel(look.object, language)} ${look.name}  [${look.object} ${look.id.slice(0, 8)}]`);
      out(`      ${labelledFacts(look, language)}`);
      for (const line of look.lines) out(`      ${line.replaceAll('\n', '\n      ')}`);
    }
  }
  out(`\nThe month left ${objectCounts(totals, language)}`);
  out(`\nDone in ${seconds.toFixed(1)} s. Look around yourself: npm run tag-policy -- workspace --sample`);
};
