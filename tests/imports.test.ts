import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../plugin/cli/build.ts';

/**
 * The house from the ground up: a folder imports from those above it in this list, never from those below. A file that
 * lies in none of them belongs to the longest one its path begins with. Entities of Twenty (views, roles, commands, …)
 * and what defines them stand on one floor: each is made of the others' tables.
 */
const FLOORS: readonly (readonly string[])[] = [
  ['seeds'],
  ['objects'],
  ['workflows'],
  ['workflows/calendar'],
  ['workflows/rules'],
  ['workflows/messages'],
  ['workflows/judgement'],
  ['workflows/run'],
  ['workflows/memory'],
  ['workflows/subject'],
  ['workflows/strays'],
  ['workflows/merges'],
  ['workflows/duplicates'],
  ['workflows/ownership'],
  ['workflows/entries'],
  ['workflows/appointments'],
  ['workflows/agreements'],
  ['workflows/stages'],
  ['workflows/derived'],
  ['workflows/problems'],
  ['workflows/checks'],
  ['workflows/review'],
  ['workflows/verification'],
  ['workflows/needs'],
  ['workflows/completion'],
  ['workflows/notices'],
  ['workflows/credits'],
  ['workflows/follow-up'],
  ['workflows/risks'],
  ['workflows/tasks'],
  ['workflows/targets'],
  ['workflows/pipeline'],
  ['workflows/assessment'],
  ['workflows/access'],
  ['workflows/supervision'],
  ['workflows/panel'],
  ['workflows/requests'],
  ['workflows/dictionary'],
  ['workflows/health'],
  ['workflows/backup'],
  ['workflows/gateway'],
  ['workflows/sweep'],
  ['workflows/hooks'],
  ['plugin/front-components'],
  [
    'plugin',
    'plugin/commands',
    'plugin/dashboards',
    'plugin/define',
    'plugin/navigation',
    'plugin/page-layouts',
    'plugin/roles',
    'plugin/settings-menu',
    'plugin/views',
  ],
  ['plugin/embedded'],
  ['plugin/preview'],
  ['plugin/cli'],
];

const floors = new Map(FLOORS.flatMap((folders, floor) => folders.map((folder) => [folder, floor] as const)));

/** The folder of the list a file lies in. */
const folderOf = (file: string): string | undefined => {
  for (let folder = dirname(file); folder !== '.'; folder = dirname(folder)) if (floors.has(folder)) return folder;
  return undefined;
};

const files = ['objects', 'workflows', 'plugin'].flatMap((folder) =>
  globSync(`${folder}/**/*.{ts,tsx,mjs}`, { cwd: ROOT }).map((file) => normalize(file)),
);
/** What a file imports of ours: types too, and what it asks for only when it is called. */
const imports = new Map(
  files.map((file) => {
    const source = readFileSync(join(ROOT, file), 'utf8');
    const names = [...source.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g)].map(([, name = '']) => name);
    return [file, names.map((name) => normalize(join(dirname(file), name)))] as const;
  }),
);

describe('a step', () => {
  const steps = files.filter((file) => file.endsWith('-step.ts'));
  it.each(steps)('is read at one sitting: %s', (file) => {
    expect(readFileSync(join(ROOT, file), 'utf8').split('\n').length).toBeLessThanOrEqual(121);
  });
  it('is each in the list that reads like the policy', () => {
    const list = imports.get('workflows/pipeline/steps.ts') ?? [];
    expect(steps.filter((file) => !list.includes(file))).toEqual([]);
  });
});

describe('imports', () => {
  it('are of files that are there, in folders that have their place', () => {
    expect(files.length).toBeGreaterThan(400);
    for (const file of files) expect(folderOf(file), file).toBeDefined();
    for (const [file, targets] of imports)
      for (const target of targets) expect(existsSync(join(ROOT, target)), `${file} → ${target}`).toBe(true);
  });

  it('run one way: plugin → workflows → objects, and in workflows from the hooks down to the calendar', () => {
    const upward = [...imports].flatMap(([file, targets]) => {
      const own = folderOf(file) ?? '';
      return targets.flatMap((target) => {
        const other = folderOf(target);
        const isUp = other !== undefined && (floors.get(other) ?? 0) > (floors.get(own) ?? 0);
        return isUp ? [`${file} → ${target}`] : [];
      });
    });
    expect(upward).toEqual([]);
  });

  it('run in no circle', () => {
    const done = new Set<string>();
    const circles: string[] = [];
    const walk = (file: string, path: readonly string[]): void => {
      const at = path.indexOf(file);
      if (at >= 0) circles.push([...path.slice(at), file].join(' → '));
      if (at >= 0 || done.has(file)) return;
      for (const target of imports.get(file) ?? []) walk(target, [...path, file]);
      done.add(file);
    };
    for (const file of files) walk(file, []);
    expect(circles).toEqual([]);
  });
});
