import { existsSync, globSync } from 'node:fs';
import { PURE_FOLDERS } from '../pure-folders.ts';

/** What is asked of the tests of several files, or of those of a step. */
const ALSO = [
  'workflows/{rules,judgement,calendar,memory}/**/*.ts',
  'workflows/*/*-memory.ts',
  'workflows/credits/credit-patch.ts',
  'workflows/follow-up/competition-of.ts',
  'workflows/health/facts.ts',
  'workflows/pipeline/baseline.ts',
  'workflows/stages/stock-stage.ts',
];
/** Its test is of whole runs, and too slow to be asked thousands of times. */
const NOT = ['workflows/pipeline/plan-run.ts'];

/** The test of a file that has one of its own. */
export const testOf = (file: string): string => `tests/${file.replace(/\.ts$/, '.test.ts')}`;

/**
 * The files that are mutated: of the pure folders each rule, and whatever else has a test of its own but the steps, which
 * only put together what rules say. Paths from the project's folder, which is the working directory.
 */
export const mutatedFiles = (): readonly string[] => {
  const found = PURE_FOLDERS.flatMap((folder) => globSync(`workflows/${folder}/**/*.ts`)).filter(
    (file) => /\/judge-[^/]*$/.test(file) || (existsSync(testOf(file)) && !file.endsWith('-step.ts')),
  );
  return [...new Set([...found, ...ALSO.flatMap((pattern) => globSync(pattern))])]
    .filter((file) => !NOT.includes(file))
    .sort();
};
