import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';

const ENQUEUE = `mutation EnqueueJobs($input: EnqueueJobsInput!) { enqueueJobs(input: $input) { enqueued enqueuedJobsCount } }`;

/**
 * Asks Twenty to run a function of ours once for each payload (≤ 200). False where the server has no such thing
 * (before 2.43) or takes no more: the caller does the work itself.
 */
export const enqueueJobs = async (
  client: TwentyClient,
  logicFunctionUniversalIdentifier: string,
  payloads: readonly Readonly<Record<string, unknown>>[],
): Promise<boolean> => {
  try {
    const answer = await client.requestMetadata<{ enqueueJobs: { enqueued: boolean; enqueuedJobsCount: number } }>(
      ENQUEUE,
      { input: { logicFunctionUniversalIdentifier, payloads } },
    );
    return answer.enqueueJobs.enqueued && answer.enqueueJobs.enqueuedJobsCount === payloads.length;
  } catch (error) {
    if (error instanceof TwentyError) return false;
    throw error;
  }
};
