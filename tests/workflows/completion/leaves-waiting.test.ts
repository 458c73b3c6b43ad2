import { expect, it } from 'vitest';
import { leavesWaiting } from '../../../workflows/completion/leaves-waiting.ts';

it.each([
  ['nothing changed', {}, false],
  ['it became incomplete and nobody is asked', { tagReviewStatus: 'INCOMPLETE' }, true],
  ['what was asked is over', { tagReviewStatus: 'INCOMPLETE', tagCompleteBy: null }, true],
  ['somebody is asked at once', { tagReviewStatus: 'INCOMPLETE', tagCompleteBy: '2026-09-29' }, false],
  ['it is complete', { tagReviewStatus: 'PENDING' }, false],
])('%s', (_when, fields, waits) => {
  expect(leavesWaiting({ subjects: { company: [], opportunity: [{ id: 'o', fields }] } })).toBe(waits);
});
