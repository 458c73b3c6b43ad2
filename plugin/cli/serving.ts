import FakeTimers from '@sinonjs/fake-timers';
import { InvalidArgumentError } from 'commander';
import { type ServeOptions, serveWorkspace, type WorkspaceServer } from '../embedded/serve.ts';
import type { Workspace } from '../embedded/workspace.ts';
import { UsageError } from './output.ts';
import { isoInstant } from './read-instant.ts';

/** Reads a port from the command line. */
export const portNumber = (text: string): number => {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new InvalidArgumentError('Give a port from 0 to 65535 (0: any free one).');
  return port;
};

/** Reads an instant from the command line. */
export const instant = (given: string): Date => {
  const text = isoInstant(given);
  const date = new Date(text);
  if (!/T.*(?:Z|[+-]\d{2}:?\d{2})$/i.test(text) || Number.isNaN(date.getTime())) {
    throw new InvalidArgumentError('Give an instant with offset, such as 2026-09-30T09:00:00+08:00.');
  }
  return date;
};

/** Milliseconds for which a process that ends goes on to ignore further signals. */
const RELEASE_AFTER = 2000;

/** Ctrl-C or a request to end. A second signal, as a terminal and a wrapper may send both, changes nothing. */
export const watchSignals = () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  const signals = ['SIGINT', 'SIGTERM'] as const;
  let isStopping = false;
  const stop = (): void => {
    isStopping = true;
    resolve();
  };
  const off = (): void => {
    for (const signal of signals) process.off(signal, stop);
  };
  for (const signal of signals) process.on(signal, stop);
  return {
    stopped: promise,
    // A second Ctrl-C while the process ends must not kill it halfway. The timer keeps nothing alive.
    release: () => {
      if (isStopping) setTimeout(off, RELEASE_AFTER).unref();
      else off();
    },
  };
};

/** Sets the clock of the whole process, hooks included; it goes on from there. Undefined leaves it alone. */
export const startClock = (now: Date | undefined): (() => void) => {
  if (!now) return () => {};
  const clock = FakeTimers.install({
    now,
    toFake: ['Date'],
    shouldAdvanceTime: true,
    shouldClearNativeTimers: false,
  });
  return () => clock.uninstall();
};

/** Serves a workspace; a port that cannot be had is told as a mistake of whoever called. */
export const serve = async (workspace: Workspace, options: ServeOptions): Promise<WorkspaceServer> => {
  const { port } = options;
  try {
    return await serveWorkspace(workspace, options);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new UsageError(`port ${port} is in use; give another, or --port 0 for any free one`);
    if (code === 'EACCES') throw new UsageError(`port ${port} needs permission; give one above 1023`);
    throw error;
  }
};
