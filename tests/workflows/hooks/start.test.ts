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
const modulesOf = (bundle: string): readonly string[] => bundle.split(/^\/\/ (?=[\w@./:-]+$)/m).slice(1);
/** A module that waits until it is asked for, by the name it is asked by. */
const waitingNameOf = (module: string): string | undefined => /^var (\w+) = __(?:esm|commonJS)\(\{$/m.exec(module)?.[1];
const askedBy = (module: string): readonly string[] =>
  [...module.matchAll(/^\s*(?:var \w+ = )?(init_\w+|require_\w+)\(\);$/gm)].map(([, name = '']) => name);

/** The modules that run when a bundle is read: those that do not wait, and those these ask for. */
const eagerModulesOf = (bundle: string): readonly string[] => {
  const modules = modulesOf(bundle);
  const waiting = new Map(modules.map((module) => [waitingNameOf(module) ?? '', module]));
  const eager = new Set(modules.filter((module) => !waitingNameOf(module)));
  for (const module of eager) {
    for (const name of askedBy(module)) {
      const asked = waiting.get(name);
      if (asked) eager.add(asked);
    }
  }
  return [...eager];
};

/** Characters of code that may run when a hook's file is read: its settings, the fields that wake it, little else. */
const MOST_EAGER = 12_000;

/** The modules that run when a module is asked for: itself, and all that are asked for on the way. */
const wokenBy = (bundle: string, source: string): readonly string[] => {
  const modules = modulesOf(bundle);
  const waiting = new Map(modules.map((module) => [waitingNameOf(module) ?? '', module]));
  const woken = new Set(modules.filter((module) => module.startsWith(`${source}\n`)));
  for (const module of woken) {
    for (const name of askedBy(module)) {
      const asked = waiting.get(name);
      if (asked) woken.add(asked);
    }
  }
  return [...woken];
};

/** What hooks do that judge no record. */
const OTHER_SOURCES: Readonly<Record<string, string>> = {
  'tag-definition': 'follow-definitions.ts',
  'tag-target': 'follow-target-changes.ts',
  'tag-assessment': 'follow-assessments.ts',
  'tag-inspection': 'follow-supervision.ts',
  'tag-rectification': 'follow-supervision.ts',
};

describe('an event of the application’s own writing', () => {
  const following = functions.filter(([name]) => name.startsWith('follow-'));
  it.each(following)('%s is told from others without taxonomy and rules', (_name, { builtHandlerPath }) => {
    const bundle = readFileSync(join(OUTPUT, builtHandlerPath), 'utf8');
    const [, hook = ''] = /([\w-]+)\.mjs$/.exec(builtHandlerPath) ?? [];
    const source = OTHER_SOURCES[hook] ?? 'follow-changes.ts';
    const woken = wokenBy(bundle, `workflows/hooks/${source}`);
    expect(woken.length).toBeGreaterThan(2);
    expect(woken.reduce((sum, module) => sum + module.length, 0)).toBeLessThan(MOST_EAGER + 10_000);
  });
});

/** What fills the dictionary and counts its uses: its entries are made of all the words. */
const OF_ALL_WORDS = new Set(['post-install', 'count-uses']);

describe('what a hook carries', () => {
  it.each(functions)('%s: of the taxonomy its facts and labels, not all its words', (_name, { builtHandlerPath }) => {
    const [, hook = ''] = /([\w-]+)\.mjs$/.exec(builtHandlerPath) ?? [];
    if (OF_ALL_WORDS.has(hook)) return;
    const sources = modulesOf(readFileSync(join(OUTPUT, builtHandlerPath), 'utf8')).map(
      (module) => module.split('\n', 1)[0],
    );
    expect(sources).not.toContain('objects/taxonomy/index.ts');
    expect(sources).not.toContain('objects/taxonomy/picklists.ts');
  });
});

describe('the start of a hook', () => {
  it.each(functions)('%s is ASCII, so that V8 reads it at a byte a character', (_name, { builtHandlerPath }) => {
    const bundle = readFileSync(join(OUTPUT, builtHandlerPath), 'latin1');
    const [line] = /^.*[^\0-\x7f].*$/m.exec(bundle) ?? [];
    expect(line).toBeUndefined();
  });

  it.each(functions)('%s leaves all but its settings for when it is called', (_name, { builtHandlerPath }) => {
    const eager = eagerModulesOf(readFileSync(join(OUTPUT, builtHandlerPath), 'utf8'));
    expect(eager.some((module) => module.startsWith(builtHandlerPath.replace(/\.mjs$/, '.ts')))).toBe(true);
    expect(eager.reduce((sum, module) => sum + module.length, 0)).toBeLessThan(MOST_EAGER);
  });
});
