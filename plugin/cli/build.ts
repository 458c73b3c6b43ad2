import { spawn } from 'node:child_process';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { languageOfBuild, policyLanguage } from '../../objects/define/policy-language.ts';
import { faultsOfBuild } from '../embedded/validate-manifest/check-build.ts';

/** The project's folder. */
export const ROOT: string = fileURLToPath(new URL('../..', import.meta.url));
/** Where `twenty dev:build` leaves the application. */
export const OUTPUT: string = fileURLToPath(new URL('../../.twenty/output', import.meta.url));

/**
 * Builds the application with Twenty's own command line. Its progress goes to `progress`.
 * @throws Error with the last lines of the build's output when it fails, or with what no server would take
 */
export const buildApp = async (progress: (line: string) => void = () => {}): Promise<void> => {
  const child = spawn(
    process.execPath,
    [join(dirname(createRequire(import.meta.url).resolve('twenty-sdk/cli')), 'cli.cjs'), 'dev:build'],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
      for (const line of text.split('\n')) if (line.trim()) progress(line.trim());
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`The build failed:\n${output.split('\n').slice(-12).join('\n')}`);
  const faults = await faultsOfBuild();
  if (faults.length > 0) throw new Error(`No server would take this build:\n${faults.slice(0, 20).join('\n')}`);
};

const SOURCES = ['objects', 'workflows', 'plugin', 'seeds', 'locales', 'public', 'package.json', 'tsconfig.json'];

const newest = async (path: string): Promise<number> => {
  const stats = await stat(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const entries = await readdir(path, { recursive: true });
  const times = await Promise.all(entries.map(async (entry) => (await stat(join(path, entry))).mtimeMs));
  return Math.max(stats.mtimeMs, ...times);
};

/** Whether the last build is in the language asked for and younger than every source: building again would change nothing. */
export const isBuildFresh = async (): Promise<boolean> => {
  const language = policyLanguage();
  try {
    const manifest = join(OUTPUT, 'manifest.json');
    const built = (await stat(manifest)).mtimeMs;
    if (languageOfBuild(JSON.parse(await readFile(manifest, 'utf8'))) !== language) return false;
    const sources = await Promise.all(SOURCES.map((source) => newest(join(ROOT, source))));
    return Math.max(...sources) < built;
  } catch {
    return false;
  }
};

/** Builds the application unless the last build is fresh. */
export const ensureBuilt = async (progress?: (line: string) => void): Promise<void> => {
  if (!(await isBuildFresh())) await buildApp(progress);
};
