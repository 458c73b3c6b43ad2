import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import locale from '../../locales/zh-TW.json' with { type: 'json' };
import { industries } from '../../objects/taxonomy/picklists.ts';
import type { Words } from '../../objects/taxonomy/types.ts';
import { OPTION_WORDS, SETTING_WORDS } from '../../plugin/settings-words.ts';

/**
 * Words of Simplified Chinese that stay wrong when only their characters are changed. The policy's own options and the
 * industries of GB/T 4754 are names, and stay as they are called.
 */
const FOREIGN = /信息|網絡|設置|數據|質量|用戶|軟件|硬件|默認|服務器|界面|鏈接|登錄|賬號|加載|程序/;
const NAMES = industries.map(({ label }) => label['zh-TW']);

const withoutNames = (text: string): string => NAMES.reduce((rest, name) => rest.replaceAll(name, ''), text);

const textsOf = (value: unknown): readonly string[] =>
  typeof value === 'string' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(textsOf) : [];

const inTaiwan = (all: Readonly<Record<string, Words>>): readonly string[] =>
  Object.values(all).map((one) => one['zh-TW']);

const catalogs: readonly (readonly [string, unknown])[] = [
  ...['workflows/messages', 'plugin/front-components/words'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('zh-TW.json'))
      .map((file): [string, unknown] => [file, JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))]),
  ),
  ...Object.entries(locale)
    .filter(([kind]) => kind !== 'fieldMetadata.option.label')
    .map(([kind, texts]): [string, unknown] => [`locales: ${kind}`, texts]),
  ...Object.entries(SETTING_WORDS).map(([name, words]): [string, unknown] => [
    `setting ${name}`,
    inTaiwan({ ...words }),
  ]),
  ['options of settings', inTaiwan(OPTION_WORDS)],
];

describe('Traditional Chinese', () => {
  it.each(catalogs)('%s has the words of Taiwan', (_name, catalog) => {
    expect(
      textsOf(catalog)
        .map(withoutNames)
        .filter((text) => FOREIGN.test(text)),
    ).toEqual([]);
  });
});
