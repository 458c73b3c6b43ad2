import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-app.ts'],
    environment: 'node',
    // Files share workers: each puts back what it changed (clock, environment, msw), so that a worker of its own would
    // buy nothing but the loading of the same modules again.
    isolate: false,
    // Vitest leaves a core to itself, of which it needs a fiftieth.
    maxWorkers: '100%',
    // Built bundles run as Twenty runs them, not as vite would have them.
    server: { deps: { external: [/\/\.twenty\/output\//] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
