import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../plugin/cli/build.ts';
import { OF_TWENTY, PURE_FOLDERS } from '../pure-folders.ts';
import { mutatedFiles, testOf } from './mutated-files.ts';
import vitest from './vitest.config.ts';

const files = mutatedFiles();
const { default: stryker } = (await import(join(ROOT, 'stryker.config.mjs'))) as {
  default: { mutate: readonly string[] };
};
/** The tests a mutant has to get past. */
const tests = new Set(globSync([...(vitest.test?.include ?? [])], { exclude: [...(vitest.test?.exclude ?? [])] }));

describe('mutation', () => {
  it('is of the files that are found, which are there', () => {
    expect(stryker.mutate).toEqual(files);
    expect(files.length).toBeGreaterThan(120);
    for (const file of files) expect(existsSync(file), file).toBe(true);
  });

  it.each(PURE_FOLDERS)('reaches the rules of %s, those that will be added too', (folder) => {
    const own = globSync(`workflows/${folder}/*.ts`);
    const rules = own.filter((file) => /\/judge-[^/]*$/.test(file));
    expect(rules.filter((file) => !files.includes(file))).toEqual([]);
    // A folder with a step is a duty of the policy, of which something decides.
    const isDuty = rules.length > 0 || own.some((file) => file.endsWith('-step.ts'));
    if (isDuty) expect(files.filter((file) => file.startsWith(`workflows/${folder}/`))).not.toEqual([]);
  });

  it('asks the test of each file that has one', () => {
    expect(files.filter((file) => existsSync(testOf(file)) && !tests.has(testOf(file)))).toEqual([]);
  });

  it('leaves alone what asks Twenty, and asks no test that needs a build', () => {
    const isOfTwenty = (file: string): boolean => OF_TWENTY.some((folder) => file.includes(`workflows/${folder}/`));
    expect(files.filter(isOfTwenty)).toEqual([]);
    expect([...tests].filter(isOfTwenty)).toEqual([]);
  });
});
