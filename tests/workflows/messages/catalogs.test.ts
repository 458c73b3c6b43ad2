import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../../objects/taxonomy/types.ts';
import { type PhraseKey, phrase, phraseCatalogs } from '../../../workflows/messages/phrase.ts';
import { messageCatalogs } from '../../../workflows/messages/render.ts';
import { PROBLEM_CODES } from '../../../workflows/rules/problem.ts';
import { REFUSALS } from '../../../workflows/run/action.ts';

const placesOf = (text: string | undefined): readonly string[] =>
  [...(text ?? '').matchAll(/\{[^}]*\}/g)].map(([place]) => place).sort();
const keys = Object.keys(phraseCatalogs.en) as PhraseKey[];

describe.each(LANGUAGES)('the catalogs in %s', (language) => {
  it('have every phrase and every problem code, and nothing else', () => {
    expect(Object.keys(phraseCatalogs[language]).sort()).toEqual([...keys].sort());
    expect(Object.keys(messageCatalogs[language]).sort()).toEqual([...PROBLEM_CODES].sort());
  });

  it.each(keys)('the phrase %s has words and the places English has', (key) => {
    expect(phraseCatalogs[language][key].trim()).not.toBe('');
    expect(placesOf(phraseCatalogs[language][key])).toEqual(placesOf(phraseCatalogs.en[key]));
  });

  it.each(PROBLEM_CODES)('the problem %s has words and the places English has', (code) => {
    expect(messageCatalogs[language][code]?.trim()).toBeTruthy();
    expect(placesOf(messageCatalogs[language][code])).toEqual(placesOf(messageCatalogs.en[code]));
  });

  it('have words for each refusal', () => {
    for (const refusal of REFUSALS) expect(phrase(`refusal.${refusal}`, language)).not.toBe('');
  });
});

it('the languages do not share their words', () => {
  for (const key of keys.filter((one) => /[A-Za-z一-鿿]/.test(phraseCatalogs.en[one].replace(/\{\w+\}/g, '')))) {
    expect(phraseCatalogs['zh-CN'][key]).not.toBe(phraseCatalogs.en[key]);
  }
});

it('Traditional words hold no Simplified character', () => {
  const simplified = /[标签联业务关闭报变户审员时进设录认检这个应还会们来对开无发过说为从样与没条]/;
  const catalogs = { ...phraseCatalogs['zh-TW'], ...messageCatalogs['zh-TW'] };
  expect(Object.entries(catalogs).filter(([, text]) => simplified.test(text))).toEqual([]);
});

describe('filling a phrase', () => {
  it('puts data into places and leaves a place without a datum empty', () => {
    expect(phrase('result.RETURN', 'en', { note: 'name', points: 'form' })).toBe('Returned (form): name');
    expect(phrase('result.RETURN', 'en')).toBe('Returned (): ');
    expect(phrase('note.STAGE_LASTED', 'en', { from: 'Signed', days: 0 })).toBe('Days in “Signed”: 0');
  });

  it('does not read a datum for places of its own', () => {
    expect(phrase('notice.change', 'en', { tag: 'Name', before: '{after}', after: 'x' })).toBe('Name: {after} → x');
  });
});
