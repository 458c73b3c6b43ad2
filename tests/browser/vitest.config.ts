import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What people see, drawn from the built bundles in a real browser; `npm test` leaves it out. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['tests/browser/**/*.browser.ts'],
    globalSetup: ['tests/build-app.ts'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
});
