import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../objects/taxonomy/types.ts';
import { ROOT } from '../../../plugin/cli/build.ts';
import { sayIn, type WordKey, wordCatalogs } from '../../../plugin/front-components/words.ts';

const keys = Object.keys(wordCatalogs.en) as WordKey[];
const places = (text: string): readonly string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
const folder = join(ROOT, 'plugin/front-components');
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file))
  .map((file) => readFileSync(join(folder, file), 'utf8'))
  .join('\n');

describe('words of panels and commands', () => {
  it.each(LANGUAGES)('are whole in %s', (language) => {
    expect(Object.keys(wordCatalogs[language]).sort()).toEqual([...keys].sort());
    for (const key of keys) {
      expect(wordCatalogs[language][key].trim(), key).not.toBe('');
      expect(places(wordCatalogs[language][key]), key).toEqual(places(wordCatalogs.en[key]));
    }
  });

  it('are all said somewhere', () => {
    expect(keys.filter((key) => !new RegExp(`['"]${key}['"]`).test(sources))).toEqual([]);
  });

  it('have the brackets and colons of their language', () => {
    const shown = (language: Language): string =>
      sayIn(language)('problem', { severity: 'S', label: 'L' }) + sayIn(language)('clause', { clause: '2.1.9' });
    expect(LANGUAGES.map(shown)).toEqual(['S · L:  (clause 2.1.9)', 'S · L：（条款 2.1.9）', 'S · L：（條款 2.1.9）']);
    for (const language of ['zh-CN', 'zh-TW'] as const) {
      for (const [key, text] of Object.entries(wordCatalogs[language])) expect(text, key).not.toMatch(/[():]/);
    }
  });
});
