import { defineConfig } from 'vitest/config';
import { PURE_FOLDERS } from '../pure-folders.ts';

/** The tests of pure code, which need no build: those a mutant of it has to get past. */
export default defineConfig({
  test: {
    include: PURE_FOLDERS.map((name) => `tests/workflows/${name}/**/*.test.ts`),
    // Properties over whole runs are too slow to be asked thousands of times.
    exclude: ['tests/workflows/pipeline/plan-run.test.ts'],
    environment: 'node',
    testTimeout: 20_000,
  },
});
