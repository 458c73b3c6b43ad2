import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OUTPUT } from '../../../plugin/cli/build.ts';

interface LogicFunction {
  readonly name: string;
  readonly builtHandlerPath: string;
}

const manifest = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8')) as {
  readonly logicFunctions: readonly LogicFunction[];
};
const functions = manifest.logicFunctions.map((one) => [one.name, one] as const);
/** The modules of a bundle, each under the comment that names its source. */
const modulesOf = (bundle: string): readonly (readonly [source: string, code: string])[] =>
  bundle
    .split(/^\/\/ (?=[\w@./:-]+$)/m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')), part.slice(part.indexOf('\n') + 1)] as const);

/** Characters of code that may run when a hook's file is read: its settings, the fields that wake it, little else. */
const MOST_EAGER = 12_000;

describe('the start of a hook', () => {
  it.each(functions)('%s is ASCII, so that V8 reads it at a byte a character', (_name, { builtHandlerPath }) => {
    const bundle = readFileSync(join(OUTPUT, builtHandlerPath), 'latin1');
    const [line] = /^.*[^\0-\x7f].*$/m.exec(bundle) ?? [];
    expect(line).toBeUndefined();
  });

  it.each(functions)('%s leaves all but its settings for when it is called', (_name, { builtHandlerPath }) => {
    const modules = modulesOf(readFileSync(join(OUTPUT, builtHandlerPath), 'utf8'));
    const eager = modules.filter(([, code]) => !/ = __(?:esm|commonJS)\(\{$/m.test(code));
    expect(eager.map(([source]) => source)).toContain(builtHandlerPath.replace(/\.mjs$/, '.ts'));
    expect(eager.filter(([, code]) => /^init_\w+\(\);/m.test(code)).map(([source]) => source)).toEqual([]);
    expect(eager.reduce((sum, [, code]) => sum + code.length, 0)).toBeLessThan(MOST_EAGER);
  });
});
