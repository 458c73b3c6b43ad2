import { ensureBuilt } from '../plugin/cli/build.ts';

/** The tests of hooks and manifest run what Twenty would: the built application. Built once, before all of them. */
export default async function setup(): Promise<void> {
  await ensureBuilt((line) => console.log(`build: ${line}`));
}
