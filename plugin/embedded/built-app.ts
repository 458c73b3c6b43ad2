import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Manifest } from './manifest.ts';

/** An application as `twenty dev:build` leaves it. */
export interface BuiltApp {
  readonly manifest: Manifest;
  /** Absolute path of `.twenty/output`. */
  readonly directory: string;
  readonly version: string;
}

/** Reads a built application. @throws Error that says what to run when there is none */
export const loadBuiltApp = async (directory: string): Promise<BuiltApp> => {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(directory, name), 'utf8'));
  try {
    const [manifest, description] = await Promise.all([read('manifest.json'), read('package.json')]);
    return {
      manifest: manifest as Manifest,
      directory: resolve(directory),
      version: String((description as { version?: unknown }).version ?? '0.0.0'),
    };
  } catch (cause) {
    throw new Error(`There is no built application in ${directory}; run "npm run build" first`, { cause });
  }
};
