import { describe, expect, it } from 'vitest';
import { enterEnvironment } from '../../../plugin/embedded/run-environment.ts';

const [ONE, OTHER] = ['TAG_POLICY_TEST_ONE', 'TAG_POLICY_TEST_OTHER'];
const seen = () => [process.env[ONE], process.env[OTHER]];

describe('the environment of runs', () => {
  it.each([
    ['one after the other', [0, 1]],
    ['the later one first', [1, 0]],
  ])('is what it was behind the last that ends: %s', (_how, order) => {
    const leave = [enterEnvironment({ [ONE]: 'a' }), enterEnvironment({ [ONE]: 'b', [OTHER]: 'c' })];
    expect(seen()).toEqual(['b', 'c']);
    for (const at of order) leave[at]?.();
    expect(seen()).toEqual([undefined, undefined]);
  });

  it('is that of the outer run again behind one within it', () => {
    const leaveOuter = enterEnvironment({ [ONE]: 'a' });
    enterEnvironment({ [ONE]: 'b' })();
    expect(seen()).toEqual(['a', undefined]);
    leaveOuter();
    expect(seen()).toEqual([undefined, undefined]);
  });
});
