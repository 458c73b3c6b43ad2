import { type Run, subjectKey } from '../run/run.ts';
import type { Step } from '../subject/step.ts';
import { keptLists, keptStrays } from './keep-strays.ts';
import { type StraysMemory, straysMemory } from './strays-memory.ts';

/** Which lists events tell of as written, and as emptied. */
const writtenOf = (run: Run, key: string) => {
  const told = run.entries.get(key) ?? [];
  const emptied = run.clearings.get(key)?.before ?? {};
  return (name: string) => ({
    isTold: told.some(({ tags }) => !tags || tags.includes(name)),
    isEmptied: name in emptied,
  });
};

/** Keeps aside the values that the next version of the application would erase (3.1.10). */
export const strayStep: Step<StraysMemory> = {
  memory: straysMemory,
  follow: (run, { object, id, values }, { strays: known = {} }) => {
    const written = writtenOf(run, subjectKey(object, id));
    const strays = keptLists(object).flatMap((tag): readonly (readonly [string, readonly string[]])[] => {
      const list = keptStrays(tag, values[tag.name], known[tag.name] ?? [], written(tag.name));
      return list.length > 0 ? [[tag.name, list]] : [];
    });
    return strays.length > 0 ? { memory: { strays: Object.fromEntries(strays) } } : {};
  },
};
