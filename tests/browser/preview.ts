import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Choices } from '../../plugin/preview/choices.ts';

/** A running `tag-policy preview`. */
export interface Preview {
  readonly url: string;
  readonly choices: Choices;
  readonly close: () => Promise<void>;
}

const PROGRAM = fileURLToPath(new URL('../../plugin/cli/tag-policy.mjs', import.meta.url));

/** A Wednesday on which the sample team has something due. */
const CLOCK = '2026-09-30T09:00:00+08:00';

/** Starts the preview as a process of its own, on a clock that begins at the same instant each time. */
export const startPreview = async (): Promise<Preview> => {
  const child = spawn(process.execPath, [PROGRAM, 'preview', '--port', '0', '--clock', CLOCK, '--no-build', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  let out = '';
  const { url } = await new Promise<{ readonly url: string }>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
      if (out.trimEnd().endsWith('}')) resolve(JSON.parse(out));
    });
    ended.then(() => reject(new Error(`The preview ended: ${out}`)), reject);
  });
  const choices: Choices = await (await fetch(`${url}/preview/choices`)).json();
  return {
    url,
    choices,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};
