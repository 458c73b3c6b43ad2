import { afterEach, describe, expect, it, vi } from 'vitest';
import { lendEnvironment } from '../../../plugin/embedded/lend-environment.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the environment of a run', () => {
  it.each([
    ['one after the other', [0, 1]],
    ['the later first', [1, 0]],
  ] as const)('is gone when all have ended, %s', (_order, order) => {
    vi.stubEnv('LENT_OWN', 'own');
    vi.stubEnv('LENT_NEW', undefined);
    const ends = [lendEnvironment({ LENT_OWN: 'first' }), lendEnvironment({ LENT_OWN: 'second', LENT_NEW: 'second' })];
    expect([process.env.LENT_OWN, process.env.LENT_NEW]).toEqual(['second', 'second']);
    for (const at of order) ends[at]?.();
    expect([process.env.LENT_OWN, process.env.LENT_NEW]).toEqual(['own', undefined]);
  });

  it('stands as long as a run is under way', () => {
    vi.stubEnv('LENT_OWN', 'own');
    const [end, endOther] = [lendEnvironment({ LENT_OWN: 'lent' }), lendEnvironment({ LENT_OWN: 'lent' })];
    end();
    expect(process.env.LENT_OWN).toBe('lent');
    endOther();
    expect(process.env.LENT_OWN).toBe('own');
  });
});
