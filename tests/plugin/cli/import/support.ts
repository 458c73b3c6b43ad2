import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { GovernedObject } from '../../../../objects/taxonomy/index.ts';
import { insideClient } from '../../../../plugin/cli/backup/run-drill.ts';
import type { PacedClient } from '../../../../plugin/cli/backup/workspace-client.ts';
import { recogniseFor } from '../../../../plugin/cli/check/options.ts';
import { openFile } from '../../../../plugin/cli/import/import-file.ts';
import { type ImportOptions, importRecords } from '../../../../plugin/cli/import/import-records.ts';
import { findRun, RunFile, stateOf } from '../../../../plugin/cli/import/run-file.ts';
import { surveyFile } from '../../../../plugin/cli/import/survey-file.ts';
import { undoRun } from '../../../../plugin/cli/import/undo-run.ts';
import type { Workspace } from '../../../../plugin/embedded/workspace.ts';

export const ADDRESS = 'https://crm.example.com';
export const NOW = new Date('2026-01-10T01:00:00.000Z');

/** A folder that lives as long as the test. */
export const folder = async (): Promise<string> => {
  const path = await mkdtemp(join(tmpdir(), 'tag-policy-import-'));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
};

/** Imports a file as the command does. */
export const bring = async (
  workspace: Workspace,
  file: string,
  object: GovernedObject,
  options: Partial<ImportOptions> & { readonly runs: string },
) => {
  const opened = await openFile(file, recogniseFor(object));
  return importRecords({
    file: opened,
    survey: await surveyFile(opened),
    object,
    client: insideClient(workspace, workspace.apiKey),
    workspace: ADDRESS,
    version: '0.1.0',
    secrets: { passphrase: null, key: workspace.apiKey },
    map: new Map(),
    decisions: new Map(),
    stage: 'PROSPECT',
    today: '2026-01-10',
    language: 'en',
    strict: false,
    reveals: false,
    isApplied: true,
    preview: null,
    now: () => NOW,
    tell: () => {},
    ...options,
  });
};

/** Takes a run back as the command does. */
export const takeBack = async (
  workspace: Workspace,
  runs: string,
  run: string,
  { client, isApplied = true }: { readonly client?: PacedClient; readonly isApplied?: boolean } = {},
) => {
  const file = await findRun(runs, run);
  const { head } = await stateOf(file);
  return undoRun({
    client: client ?? insideClient(workspace, workspace.apiKey),
    run: await RunFile.open(file, head, { passphrase: null, key: workspace.apiKey }),
    rows: 0,
    isApplied,
    now: () => NOW,
    tell: () => {},
  });
};
