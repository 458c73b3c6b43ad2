import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-app.ts'],
    environment: 'node',
    // Files share workers: each puts back what it changed (clock, environment, msw), so that a worker of its own would
    // buy nothing but the loading of the same modules again.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
});
