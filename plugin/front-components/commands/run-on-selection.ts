import { enqueueSnackbar, updateProgress } from 'twenty-sdk/front-component';
import type { ActAnswer, RecordAnswer } from '../../../workflows/requests/answers.ts';
import { MOST_IDS } from '../../../workflows/requests/limits.ts';
import { failureText, postRoute } from '../route-client.ts';
import { completeSubject, type Subject } from '../subject.ts';
import type { Say, WordKey } from '../words.ts';

/** Refusals a snackbar names. */
const MOST_NAMED = 5;

/** What a command does to the selected records. */
export interface Work {
  readonly path: 'act' | 'report' | 'recheck';
  readonly body: object;
  /** What it has done, in a word. */
  readonly verb: WordKey;
}

/** What became of a command. */
export interface Outcome {
  readonly total: number;
  readonly done: number;
  readonly refusals: readonly RecordAnswer[];
  /** Why it broke off, if it did. */
  readonly failure: string | null;
}

/** Does it, 200 records a request; what a failure left undone is counted as not done. */
export const runOnRecords = async ({ object, ids }: Subject, work: Work, say: Say): Promise<Outcome> => {
  const results: RecordAnswer[] = [];
  let failure: string | null = null;
  try {
    for (let at = 0; at < ids.length; at += MOST_IDS) {
      const some = ids.slice(at, at + MOST_IDS);
      results.push(...(await postRoute<ActAnswer>(work.path, { object, ids: some, ...work.body })).results);
      if (ids.length > MOST_IDS) await updateProgress(results.length / ids.length);
    }
  } catch (error) {
    failure = failureText(error, say);
  }
  const refusals = results.filter((result) => !result.isDone);
  return { total: ids.length, done: results.length - refusals.length, refusals, failure };
};

/** What became of a command, in words: a line of counts, and the reasons of what was not done. */
export const outcomeText = (
  { total, done, refusals, failure }: Outcome,
  verb: WordKey,
  say: Say,
): { readonly line: string; readonly reasons: readonly string[] } => {
  const refused = total - done;
  const counts = [say('countDone', { verb: say(verb), done, total })];
  if (refused > 0) counts.push(say('countRefused', { refused }));
  const named = refusals.slice(0, MOST_NAMED).map(({ name, reason }) => (name ? `${name}: ${reason}` : reason));
  const more = refusals.length - named.length;
  return {
    line: counts.join(' · '),
    reasons: [...(failure ? [failure] : []), ...named, ...(more > 0 ? [say('andMore', { more })] : [])],
  };
};

/** Runs a command on the selection and tells what became of it. */
export const runOnSelection = async (subject: Subject, work: Work, say: Say): Promise<Outcome | null> => {
  // Where Twenty cannot be reached to find out, neither can the route, which says why.
  const known = await completeSubject(subject).catch(() => subject);
  if (!known.object || known.ids.length === 0) {
    await enqueueSnackbar({ message: say(known.ids.length === 0 ? 'noSelection' : 'wrongObject'), variant: 'error' });
    return null;
  }
  const outcome = await runOnRecords(known, work, say);
  const { line, reasons } = outcomeText(outcome, work.verb, say);
  await enqueueSnackbar({
    message: line,
    variant: outcome.done === outcome.total ? 'success' : outcome.done > 0 ? 'warning' : 'error',
    ...(reasons.length > 0 ? { detailedMessage: reasons.join('\n') } : {}),
  });
  return outcome;
};
