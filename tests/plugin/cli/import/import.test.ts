import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { OUTPUT } from '../../../../plugin/cli/build.ts';
import { type BuiltApp, loadBuiltApp } from '../../../../plugin/embedded/built-app.ts';
import { serveWorkspace, type WorkspaceServer } from '../../../../plugin/embedded/serve.ts';
import type { Workspace } from '../../../../plugin/embedded/workspace.ts';
import { change, Clock, idOf, staff, workspaceOf } from '../backup/support.ts';
import { fileOf, fixture, run } from '../run.ts';
import { folder } from './support.ts';

let app: BuiltApp;
let clock: Clock;
let workspace: Workspace;
let server: WorkspaceServer;
let runs: string;

beforeAll(async () => {
  app = await loadBuiltApp(OUTPUT);
});
beforeEach(async () => {
  clock = new Clock();
  vi.useFakeTimers({ toFake: ['Date'], now: clock.now });
  vi.stubEnv('TAG_POLICY_KEY', undefined);
  vi.stubEnv('TAG_POLICY_PASSPHRASE', undefined);
  workspace = workspaceOf(app, clock);
  staff(workspace);
  server = await serveWorkspace(workspace, { port: 0 });
  runs = await folder();
});
afterEach(async () => {
  await server.close();
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

const remote = () => ['--url', server.url, '--key', workspace.apiKey, '--runs', runs];
const bring = (file: string, object: string, ...more: readonly string[]) =>
  run('import', file, '--object', object, ...remote(), ...more);
const report = async (file: string, object: string, ...more: readonly string[]) =>
  JSON.parse((await bring(file, object, '--json', ...more)).out) as Record<string, never>;

describe('import', () => {
  it('shows, and with --apply does it', async () => {
    const file = fixture('customers.zh-CN.bom.csv');
    const preview = await bring(file, 'customer');
    console.log(preview.out, preview.err, preview.code);
    const done = await bring(file, 'customer', '--apply');
    console.log(done.out, done.err, done.code);
    console.log(JSON.stringify(workspace.records('company').map(({tagBaseline,...r})=>r), null, 1).slice(0,3000));
    console.log(JSON.stringify(workspace.records('person'), null, 1).slice(0,2000));
    const again = await bring(file, 'customer');
    console.log(again.out, again.err, again.code);
    const run_ = /Run (\S+);/.exec(done.out)?.[1] ?? '';
    const undo = await run('import', '--undo', run_, ...remote());
    console.log(undo.out, undo.err, undo.code);
    const undone = await run('import', '--undo', run_, ...remote(), '--apply');
    console.log(undone.out, undone.err, undone.code);
  });
});
