import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../plugin/cli/build.ts';
import { settingEntries } from '../../workflows/setting-entries.ts';

/** The rows of the table of settings in README.md: name and default. */
const documented = (): readonly (readonly [name: string, standard: string])[] => {
  const [, section = ''] = readFileSync(`${ROOT}/README.md`, 'utf8').split(/^## Settings$/m);
  return [...section.matchAll(/^\| `([A-Z_]+)` \| ([^|]+) \|/gm)].map(([, name = '', standard = '']) => [
    name,
    standard,
  ]);
};

describe('the settings in README.md', () => {
  it('are those of the application, each once and with its default', () => {
    const settings = settingEntries.map(({ name, value }) => [name, name === 'NOTICE_LANGUAGE' ? 'as built' : value]);
    expect(documented().toSorted()).toEqual(settings.toSorted());
  });
});
