import { describe, expect, it } from 'vitest';
import { compareVersions, isDowngrade } from '../../../workflows/rules/install/compare-versions.ts';

describe('order of versions', () => {
  // The list of semver.org 2.0.0 §11, and the edges of each part.
  const ascending = [
    '0.0.9',
    '0.1.0',
    '0.1.1',
    '0.10.0',
    '1.0.0-alpha',
    '1.0.0-alpha.1',
    '1.0.0-alpha.beta',
    '1.0.0-beta',
    '1.0.0-beta.2',
    '1.0.0-beta.11',
    '1.0.0-rc.1',
    '1.0.0',
    '1.0.1-0',
    '1.0.1',
    '1.9.0',
    '1.10.0',
    '2.0.0',
    '10.0.0',
    '100000000000000000000.0.0',
    '100000000000000000001.0.0',
  ];
  it.each(ascending.flatMap((left, at) => ascending.map((right, to) => [left, right, Math.sign(at - to)] as const)))(
    '%s against %s is %i',
    (left, right, order) => {
      expect(compareVersions(left, right)).toBe(order);
    },
  );

  it.each([
    ['1.2.3+build.1', '1.2.3+build.2'],
    ['v1.2.3', '1.2.3'],
    [' 1.2.3 ', '1.2.3'],
  ])('%s and %s are one version', (left, right) => {
    expect(compareVersions(left, right)).toBe(0);
  });

  it.each(['', '1', '1.2', '1.2.3.4', '01.2.3', '1.2.3-', '1.2.3-01', '1.2.3-a..b', 'latest', '1.2.x'])(
    '"%s" is no version',
    (text) => {
      expect(compareVersions(text, '1.0.0')).toBeNull();
      expect(compareVersions('1.0.0', text)).toBeNull();
    },
  );
});

describe('a downgrade', () => {
  it.each([
    ['1.0.0', '0.9.9', true],
    ['1.0.0', '1.0.0-rc.1', true],
    ['1.0.0', '1.0.0', false],
    ['1.0.0-rc.1', '1.0.0', false],
    ['1.0.0', '1.0.1', false],
    ['unknown', '0.0.1', false],
  ])('from %s to %s: %s', (installed, wanted, expected) => {
    expect(isDowngrade(installed, wanted)).toBe(expected);
  });
});
