import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import type { SampleTeam } from '../embedded/sample.ts';
import { people } from '../embedded/sample-people.ts';
import type { Workspace } from '../embedded/workspace.ts';
import { choicesOf } from './choices.ts';
import { dashboardPage } from './dashboard-page.ts';
import { componentOf, frameSetup } from './frame-setup.ts';
import { recordPage } from './record-page.ts';

/** The preview's pages beside the workspace's own addresses. */
export interface PreviewPages {
  readonly answer: (request: Request) => Promise<Response | null>;
  /** Gives the people of the sample team their roles; nothing can be chosen before. */
  readonly show: (team: SampleTeam) => void;
}

const FILES = fileURLToPath(new URL('page/', import.meta.url));

const served = (body: string, type: string): Response =>
  new Response(body, { headers: { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' } });

const json = (value: unknown): Response => served(JSON.stringify(value), 'application/json');

const missing = (what: string): Response => new Response(`There is no ${what}`, { status: 404 });

/** The script of a page without its types. The compiler is large and only wanted here. */
const script = async (text: string): Promise<string> => {
  const { default: typescript } = await import('typescript');
  const { ES2024: target } = typescript.ScriptTarget;
  const { ESNext: module } = typescript.ModuleKind;
  return typescript.transpileModule(text, { compilerOptions: { target, module } }).outputText;
};

/** A file of the page. */
const file = async (name: string): Promise<Response> => {
  const text = await readFile(join(FILES, name), 'utf8');
  if (name.endsWith('.ts')) return served(await script(text), 'text/javascript');
  return served(text, name.endsWith('.css') ? 'text/css' : 'text/html');
};

const PAGES: Readonly<Record<string, string>> = {
  '/': 'chooser.html',
  '/preview/chooser.ts': 'chooser.ts',
  '/preview/frame': 'frame.html',
  '/preview/frame.ts': 'frame.ts',
  '/preview/host.ts': 'host.ts',
  '/preview/page.css': 'page.css',
  '/preview/record': 'record.html',
  '/preview/record.ts': 'record.ts',
  '/preview/dashboard': 'dashboard.html',
  '/preview/dashboard.ts': 'dashboard.ts',
  '/preview/shell.ts': 'shell.ts',
  '/preview/twenty.css': 'twenty.css',
};

/** What pages ask of the workspace: the choices, one front component, a whole page. */
const FACTS: Readonly<Record<string, (workspace: Workspace, wanted: URLSearchParams) => unknown>> = {
  '/preview/choices': choicesOf,
  '/preview/setup': frameSetup,
  '/preview/record-page': recordPage,
  '/preview/dashboard-page': dashboardPage,
};

/** Twenty's font, in which names and labels have the width they have there. */
const font = async (weight: string): Promise<Response> => {
  const found = createRequire(import.meta.url).resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff2`);
  return new Response(await readFile(found), { headers: { 'content-type': 'font/woff2' } });
};

/** Pages that show the built front components of `directory` over a workspace. */
export const previewPages = (workspace: Workspace, directory: string): PreviewPages => {
  const component = async (identifier: string): Promise<Response> => {
    const found = componentOf(workspace.manifest, identifier);
    if (!found) return missing('such front component');
    return served(await readFile(join(directory, found.builtComponentPath), 'utf8'), 'text/javascript');
  };
  return {
    answer: async (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (request.method !== 'GET') return null;
      const page = PAGES[pathname];
      if (page) return file(page);
      const facts = FACTS[pathname];
      if (facts) {
        const found = await facts(workspace, searchParams);
        return found ? json(found) : missing('such page');
      }
      const [, weight] = /^\/preview\/inter-(400|500)\.woff2$/.exec(pathname) ?? [];
      if (weight) return font(weight);
      const [, identifier] = /^\/preview\/components\/([\w-]+)\.mjs$/.exec(pathname) ?? [];
      return identifier ? component(identifier) : null;
    },
    show: (team) => {
      for (const { key, role } of people) {
        const id = team.ids.get(key);
        if (id) workspace.giveRole(id, universalIdentifier('role', role));
      }
    },
  };
};
