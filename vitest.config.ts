import { defineConfig } from 'vitest/config';

// The tests are of the English build, whatever the shell of whoever runs them asks for.
delete process.env.TAG_POLICY_LANGUAGE;

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/build-app.ts'],
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
});
