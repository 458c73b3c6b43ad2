import { describe, expect, it } from 'vitest';
import { canonical } from '../../../workflows/rules/canonical.ts';
import { digest } from '../../../workflows/rules/digest.ts';

describe('canonical', () => {
  it('puts keys into one order, at every depth', () => {
    expect(canonical({ b: 1, a: { d: [{ z: 1, y: 2 }], c: null } })).toBe('{"a":{"c":null,"d":[{"y":2,"z":1}]},"b":1}');
    expect(canonical({ b: 1, a: 2 })).toBe(canonical({ a: 2, b: 1 }));
  });

  it('keeps the order of a list, which means something', () => {
    expect(canonical(['b', 'a'])).not.toBe(canonical(['a', 'b']));
  });

  it('takes undefined for null', () => {
    expect(canonical(undefined)).toBe('null');
    expect(canonical({ a: undefined, b: 1 })).toBe('{"b":1}');
  });

  it('tells a text from a number', () => expect(canonical('1')).not.toBe(canonical(1)));
});

describe('digest', () => {
  it('is the same on every machine and in every version: what is remembered hangs on it', () => {
    expect(digest('')).toBe('ztntfp1efc4f');
    expect(digest('"无锡精控自动化有限公司"')).toBe('mo9tvs15h1q9y');
  });

  it('tells values apart that differ in one character', () => {
    const texts = Array.from({ length: 5000 }, (_unused, at) => `客户${at}有限公司`);
    expect(new Set(texts.map(digest)).size).toBe(texts.length);
  });
});
