import { unlessEmpty } from '../memory/slice.ts';
import type { Step } from '../subject/step.ts';
import { type MergesMemory, mergesMemory } from './merges-memory.ts';

const TOLD = '|told';
const idIn = (memory: string): string => memory.replace(TOLD, '');

/**
 * Sees what went up in a record, by what came along of its log, whether an event tells of it or not. Twenty points deals,
 * notices and log at the survivor; the steps after this one look after what it leaves behind: tasks, what was kept aside,
 * and who had entered what.
 */
export const mergeStep: Step<MergesMemory> = {
  memory: mergesMemory,
  follow: (run, subject, { merged: remembered = [] }) => {
    const { losers } = subject.beside;
    const known = new Set(remembered.map(idIn));
    const fresh = losers.filter(({ id }) => !known.has(id));
    const told = losers.flatMap((loser) => {
      const lost = run.lost.get(loser.id);
      return lost && !remembered.includes(`${loser.id}${TOLD}`) ? [{ ...loser, ...lost }] : [];
    });
    const isTold = (id: string) => told.some((one) => one.id === id);
    const ids = new Set([...known, ...losers.map(({ id }) => id)]);
    const merged = [...ids].sort().map((id) => {
      const old = remembered.find((memory) => idIn(memory) === id) ?? id;
      return isTold(id) ? `${id}${TOLD}` : old;
    });
    return { subject: { merged: { ids, fresh, told } }, memory: { merged: unlessEmpty(merged) } };
  },
};
