import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { objectIdentifier } from '../../../objects/define/standard.ts';
import { GOVERNED_OBJECTS } from '../../../objects/taxonomy/types.ts';
import { OUTPUT } from '../../../plugin/cli/build.ts';
import {
  outcomeText,
  runOnRecords,
  runOnSelection,
} from '../../../plugin/front-components/commands/run-on-selection.ts';
import { FRONT_COMPONENTS } from '../../../plugin/front-components/identifiers.ts';
import { postRoute, RouteError } from '../../../plugin/front-components/route-client.ts';
import { completeSubject } from '../../../plugin/front-components/subject.ts';
import { sayIn } from '../../../plugin/front-components/words.ts';

const say = sayIn('en');
const server = setupServer();
const told: unknown[] = [];
const progress: number[] = [];
const refresh = vi.fn(async () => 'fresh');
const CONFIRM = { path: 'act', body: { action: 'CONFIRM' }, verb: 'verbConfirm' } as const;
const ACT = 'http://twenty.local/s/tag-policy/act';

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterAll(() => server.close());
beforeEach(() => {
  vi.stubEnv('TWENTY_API_URL', 'http://twenty.local');
  vi.stubEnv('TWENTY_APP_ACCESS_TOKEN', 'token');
  // The SDK keeps the object it found when it was loaded: its functions are set, it is not replaced.
  Object.assign(globalThis.frontComponentHostCommunicationApi, {
    enqueueSnackbar: async (snack: unknown) => void told.push(snack),
    updateProgress: async (share: number) => void progress.push(share),
    requestAccessTokenRefresh: refresh,
  });
});
afterEach(() => {
  told.length = 0;
  progress.length = 0;
  refresh.mockClear();
  server.resetHandlers();
  vi.unstubAllEnvs();
});

interface Asked {
  readonly object: string;
  readonly ids: readonly string[];
}
/** Answers as the route does, refusing the records whose id ends in 7. */
const answering = (asked: Asked[]) =>
  http.post(ACT, async ({ request }) => {
    const body = (await request.json()) as Asked;
    asked.push(body);
    const results = body.ids.map((id) => {
      const isDone = !id.endsWith('7');
      return { id, name: `Name ${id}`, isDone, reason: isDone ? '' : 'no' };
    });
    return HttpResponse.json({ done: 0, refused: 0, results });
  });
const ids = (count: number): readonly string[] => Array.from({ length: count }, (_unused, at) => `id-${at}`);

describe('commands on a selection', () => {
  it('send 200 records in one request and more in several', async () => {
    const asked: Asked[] = [];
    server.use(answering(asked));
    expect(await runOnRecords({ object: 'company', ids: ids(200), isTold: true }, CONFIRM, say)).toMatchObject({
      total: 200,
    });
    expect(asked.map((one) => one.ids.length)).toEqual([200]);
    await runOnRecords({ object: 'company', ids: ids(401), isTold: true }, CONFIRM, say);
    expect(asked.map((one) => one.ids.length)).toEqual([200, 200, 200, 1]);
    expect(asked[3]).toMatchObject({ object: 'company', action: 'CONFIRM', ids: ['id-400'] });
    expect(progress.at(-1)).toBe(1);
  });

  it('tell how many were done and why the others were not', async () => {
    server.use(answering([]));
    await runOnSelection({ object: 'company', ids: ids(80), isTold: true }, CONFIRM, say);
    expect(told).toEqual([
      {
        message: 'Confirmed: 72 of 80 · 8 not done',
        variant: 'warning',
        detailedMessage: [...[7, 17, 27, 37, 47].map((at) => `Name id-${at}: no`), 'and 3 more'].join('\n'),
      },
    ]);
    await runOnSelection({ object: 'company', ids: ['id-1'], isTold: true }, CONFIRM, say);
    expect(told[1]).toEqual({ message: 'Confirmed: 1 of 1', variant: 'success' });
  });

  it('count what a lost connection left undone as not done', async () => {
    const asked: Asked[] = [];
    server.use(
      http.post(ACT, () => (asked.length > 0 ? HttpResponse.error() : undefined)),
      answering(asked),
    );
    const outcome = await runOnRecords({ object: 'company', ids: ids(300), isTold: true }, CONFIRM, say);
    expect(outcome).toMatchObject({ total: 300, done: 180, failure: expect.stringContaining('could not be reached') });
    expect(outcomeText(outcome, 'verbConfirm', say)).toMatchObject({
      line: 'Confirmed: 180 of 300 · 120 not done',
      reasons: expect.arrayContaining([expect.stringContaining('could not be reached')]),
    });
  });

  it('do nothing without records, or on records the policy does not govern', async () => {
    expect(await runOnSelection({ object: 'company', ids: [], isTold: true }, CONFIRM, say)).toBeNull();
    expect(await runOnSelection({ object: null, ids: ['id-1'], isTold: true }, CONFIRM, say)).toBeNull();
    expect(told).toEqual([
      { message: 'Select at least one record', variant: 'error' },
      { message: 'The tag policy does not govern this object', variant: 'error' },
    ]);
  });
});

describe('where the server does not tell of which object the records are', () => {
  const API = 'http://twenty.local/graphql';
  const id = 'aaaaaaaa-0000-4000-8000-000000000001';
  const untold = { object: null, ids: [id], isTold: false };
  const list = (count: number) => ({ edges: Array.from({ length: count }, () => ({ node: { id } })) });
  const forbidden = { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] };

  it('it is found out in one request', async () => {
    const queries: string[] = [];
    server.use(
      http.post(API, async ({ request }) => {
        queries.push(((await request.json()) as { query: string }).query);
        const [companies, tagProducts, tagMembers] = [list(0), list(0), list(0)];
        return HttpResponse.json({ data: { companies, opportunities: list(1), tagProducts, tagMembers } });
      }),
    );
    expect(await completeSubject(untold)).toEqual({ object: 'opportunity', ids: [id], isTold: true });
    expect(queries).toHaveLength(1);
  });

  it('it is found out by whoever may not see all of them', async () => {
    server.use(
      http.post(API, async ({ request }) => {
        const { query } = (await request.json()) as { query: string };
        if (/companies|tagMembers/.test(query)) return HttpResponse.json(forbidden);
        return HttpResponse.json({ data: { opportunities: list(0), tagProducts: list(1) } });
      }),
    );
    expect(await completeSubject(untold)).toMatchObject({ object: 'tagProduct' });
  });

  it('a record of no governed object is one of none', async () => {
    server.use(http.post(API, () => HttpResponse.json({ data: {} })));
    expect(await completeSubject(untold)).toMatchObject({ object: null });
    expect(await runOnSelection(untold, CONFIRM, say)).toBeNull();
    expect(told).toEqual([{ message: 'The tag policy does not govern this object', variant: 'error' }]);
  });

  it('nothing is asked where it is told, or where there are no records', async () => {
    const object = { ...untold, isTold: true };
    const nothing = { ...untold, ids: [] };
    expect(await completeSubject(object)).toBe(object);
    expect(await completeSubject(nothing)).toBe(nothing);
  });
});

describe('the route client', () => {
  it('asks the address for functions where Twenty gives one', async () => {
    vi.stubEnv('TWENTY_FUNCTIONS_URL', 'http://functions.local/');
    server.use(http.post('http://functions.local/tag-policy/panel', () => HttpResponse.json({ ok: true })));
    expect(await postRoute('panel', {})).toEqual({ ok: true });
  });

  it('takes a new token once when its own has run out', async () => {
    const tokens: (string | null)[] = [];
    server.use(
      http.post(ACT, ({ request }) => {
        tokens.push(request.headers.get('authorization'));
        return tokens.length === 1 ? new HttpResponse(null, { status: 401 }) : HttpResponse.json({ ok: true });
      }),
    );
    expect(await postRoute('act', {})).toEqual({ ok: true });
    expect(tokens).toHaveLength(2);
    expect(tokens[1]).toBe('Bearer fresh');
    expect(refresh).toHaveBeenCalledOnce();
  });

  it.each([
    [400, { error: { message: 'why' } }, 'why'],
    [500, {}, null],
  ])('tells status %i and what the application said', async (status, body, reason) => {
    server.use(http.post(ACT, () => HttpResponse.json(body, { status })));
    const failure = await postRoute('act', {}).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(RouteError);
    expect(failure).toMatchObject({ status, reason });
  });
});

describe('the built application', () => {
  const manifest = JSON.parse(readFileSync(join(OUTPUT, 'manifest.json'), 'utf8'));

  it('has each command on each governed object and the panel on its page', () => {
    for (const object of GOVERNED_OBJECTS) {
      const commands = manifest.commandMenuItems.filter(
        (item: { availabilityObjectUniversalIdentifier: string }) =>
          item.availabilityObjectUniversalIdentifier === objectIdentifier(object),
      );
      expect(commands.map((item: { label: string }) => item.label).sort(), object).toEqual([
        'Approve tags',
        'Confirm tags are current',
        'Recheck tags',
        'Report a change',
        'Return tags',
      ]);
    }
    const widgets = manifest.pageLayoutTabs.flatMap((tab: { widgets: { type: string; configuration: object }[] }) =>
      tab.widgets.filter((widget) => widget.type === 'FRONT_COMPONENT'),
    );
    const components = widgets.map(({ configuration }: { configuration: object }) => configuration);
    const showing = (component: string) =>
      components.filter(
        (one: { frontComponentUniversalIdentifier?: string }) => one.frontComponentUniversalIdentifier === component,
      );
    expect(showing(FRONT_COMPONENTS.panel)).toHaveLength(GOVERNED_OBJECTS.length);
    expect(showing(FRONT_COMPONENTS.card)).toHaveLength(1);
    expect(showing(FRONT_COMPONENTS.assessment)).toHaveLength(1);
    expect(showing(FRONT_COMPONENTS.inspection)).toHaveLength(1);
    expect(components).toHaveLength(GOVERNED_OBJECTS.length + 3);
  });

  it('offers as a button what comes next, to those who may do it', () => {
    interface Item {
      readonly label: string;
      readonly isPinned?: boolean;
      readonly conditionalPinnedExpression?: string;
      readonly conditionalAvailabilityExpression?: string;
    }
    for (const item of manifest.commandMenuItems as readonly Item[]) {
      expect(item.conditionalAvailabilityExpression).toBe(
        "not isSelectAll and noneDefined(selectedRecords, 'deletedAt')",
      );
      const pinned = /^(Approve|Return|Confirm)/.test(item.label);
      expect(item.isPinned === true, item.label).toBe(pinned);
      const field = item.label.startsWith('Confirm') ? 'tagCheckState' : 'tagReviewStatus';
      if (pinned) expect(item.conditionalPinnedExpression).toContain(`everyEquals(selectedRecords, "${field}"`);
    }
  });

  it('has a bundle for every front component', () => {
    for (const identifier of Object.values(FRONT_COMPONENTS)) {
      const component = manifest.frontComponents.find(
        (one: { universalIdentifier: string }) => one.universalIdentifier === identifier,
      );
      expect(existsSync(join(OUTPUT, component.builtComponentPath)), component.name).toBe(true);
    }
  });
});
