import { defineConfig } from 'vitest/config';

/** The tests of pure code, which need no build: those a mutant of it has to get past. */
export default defineConfig({
  test: {
    include: [
      'calendar',
      'rules',
      'messages',
      'judgement',
      'run',
      'memory',
      'entries',
      'problems',
      'review',
      'stages',
      'notices',
      'checks',
      'derived',
      'follow-up',
      'risks',
      'tasks',
      'health',
      'completion',
      'backup',
      'merges',
      'ownership',
      'appointments',
      'verification',
      'pipeline',
    ].map((name) => `tests/workflows/${name}/**/*.test.ts`),
    // Properties over whole runs are too slow to be asked thousands of times.
    exclude: ['tests/workflows/pipeline/plan-run.test.ts'],
    environment: 'node',
  },
});
