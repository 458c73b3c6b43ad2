import { type Run, subjectKey } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import type { Subject } from '../subject/subject.ts';
import { keptLists, keptStrays } from './keep-strays.ts';
import { joinedStrays, straysOf } from './merged-strays.ts';
import { type StraysMemory, straysMemory } from './strays-memory.ts';

/** Which lists events tell of as written, and as emptied. What Twenty writes by a merge was written over by nobody. */
const writtenOf = (run: Run, { object, id, beside }: Subject) => {
  const key = subjectKey(object, id);
  const mergedAt = new Set(beside.losers.map(({ at }) => Date.parse(at)));
  const told = (run.entries.get(key) ?? []).filter(({ at }) => !mergedAt.has(Date.parse(at)));
  const emptied = run.clearings.get(key)?.before ?? {};
  return (name: string) => ({
    isTold: told.some(({ tags }) => !tags || tags.includes(name)),
    isEmptied: name in emptied,
  });
};

/**
 * Keeps aside the values that the next version of the application would erase (3.1.10), those of records that went up in
 * this one too: each once, for what somebody takes off later is not to come back.
 */
export const strayStep: Step<StraysMemory> = {
  memory: straysMemory,
  follow: (run, subject, { strays: known = {} }) => {
    const { object, values, merged } = subject;
    const written = writtenOf(run, subject);
    const losers = merged.told.map(({ record }) => straysOf(object, record));
    const lists = keptLists(object).flatMap((tag): readonly (readonly [string, readonly string[]])[] => {
      const value = values[tag.name];
      const own = keptStrays(tag, value, known[tag.name] ?? [], written(tag.name));
      const list = losers.reduce((kept, theirs) => joinedStrays(tag, value, kept, theirs[tag.name] ?? []), own);
      return list.length > 0 ? [[tag.name, list]] : [];
    });
    const strays = Object.fromEntries(lists);
    return lists.length > 0 ? { subject: { strays }, memory: { strays } } : {};
  },
};
