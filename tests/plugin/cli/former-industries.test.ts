import { describe, expect, it } from 'vitest';
import { findTag } from '../../../objects/taxonomy/index.ts';
import { findOption } from '../../../plugin/cli/check/read-option.ts';
import current from '../../../seeds/gbt4754.json' with { type: 'json' };
import former from '../../../seeds/gbt4754-former.json' with { type: 'json' };

const optionIn = (name: string, text: string) => {
  const tag = findTag('company', name);
  return tag && findOption(tag, text);
};
const sectionOf = (code: string) => current.divisions.find((one) => one.code === code)?.section;

describe('names of earlier editions of GB/T 4754', () => {
  it.each(Object.entries(former.sections))('section %s is read by its former name', (code, names) => {
    for (const name of names) expect(optionIn('tagIndustry', name), name).toBe(code);
  });

  it.each(Object.entries(former.divisions))('division %s is read by its former names', (code, names) => {
    for (const name of names) {
      expect(optionIn('tagIndustrySegment', name), name).toBe(`${sectionOf(code)}${code}`);
      expect(optionIn('tagIndustry', name), name).toBe(sectionOf(code));
    }
  });

  it('are none of today’s, and none stands twice', () => {
    const names = Object.values({ ...former.sections, ...former.divisions }).flat();
    const today = new Set([...current.sections, ...current.divisions].map(({ zhCN }) => zhCN));
    expect(names.filter((name) => today.has(name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('whose division was divided since are nobody’s to guess', () => {
    expect(optionIn('tagIndustrySegment', '装卸搬运和运输代理业')).toBeUndefined();
  });
});
