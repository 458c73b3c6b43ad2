import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { CHART_WORDS } from '../../plugin/front-components/charts/chart-words.ts';
import team from '../../seeds/sample-team.json' with { type: 'json' };
import { browserPath, launch } from './chromium.ts';
import {
  answerWith,
  type Looking,
  openHeldBack,
  openPage,
  overflow,
  seriousFindings,
  settled,
  unreachable,
} from './look.ts';
import { type Preview, startPreview } from './preview.ts';
import { addressOf, type Scene, scenes, type View } from './scenes.ts';

if (!browserPath) console.warn('No Chromium is installed (apt-get install chromium): the browser tests are skipped.');

const ENGLISH: View = { language: 'en', scheme: 'light' };
const VIEWS: readonly View[] = LANGUAGES.flatMap((language) => [
  { language, scheme: 'light' },
  { language, scheme: 'dark' },
]);
/** Twenty's side panel at its narrowest and at its usual width. */
const NARROW = 320;
const USUAL = 480;

describe.skipIf(!browserPath)('front components in Chromium', () => {
  let browser: Browser;
  let preview: Preview;
  beforeAll(async () => {
    [browser, preview] = await Promise.all([launch(browserPath ?? ''), startPreview()]);
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });

  const looking = async (width: number, look: (looking: Looking) => Promise<void>): Promise<void> => {
    const opened = await openPage(browser, preview.url, width);
    try {
      await look(opened);
    } finally {
      await opened.page.context().close();
    }
  };

  it('are all looked at', () => {
    const headless = ['confirm-tags', 'approve-tags', 'recheck-tags'];
    const seen = new Set([...scenes.map(({ component }) => component), ...headless]);
    expect([...seen].sort()).toEqual(preview.choices.components.map(({ name }) => name).sort());
  });

  describe.each(scenes)('$name', (scene: Scene) => {
    it.each(VIEWS)('can be read in $language, $scheme', async (view) => {
      await looking(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(preview, scene, view));
        await settled(page);
        expect(await page.textContent('main')).toContain(scene.says(view.language));
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });

    it.each(LANGUAGES)('fits the narrowest panel in %s', async (language) => {
      await looking(NARROW, async ({ page }) => {
        await page.goto(addressOf(preview, scene, { language, scheme: 'light' }));
        await settled(page);
        expect(await overflow(page)).toEqual([]);
      });
    });

    it('stays where it is when its data comes', async () => {
      await looking(USUAL, async ({ page, shift }) => {
        const release = await openHeldBack(page, addressOf(preview, scene, ENGLISH));
        expect(await seriousFindings(page)).toEqual([]);
        await release();
        expect(await page.textContent('main')).toContain(scene.says('en'));
        expect(await shift()).toBe(0);
      });
    });

    it('can be worked by keyboard', async () => {
      await looking(USUAL, async ({ page }) => {
        await page.goto(addressOf(preview, scene, ENGLISH));
        await settled(page);
        expect(await unreachable(page)).toEqual([]);
      });
    });
  });

  const charts = scenes.slice(0, 4);
  const [conversion] = charts as unknown as readonly [Scene];
  /** What each chart says when there is nothing to count, in the order of the scenes. */
  const NOTHING = ['noOpportunities', 'nothingBought', 'nothingOpen', 'nothingDue'] as const;

  describe('the charts', () => {
    it('count the opportunities of the sample team, for a representative too', async () => {
      await looking(USUAL, async ({ page }) => {
        await page.goto(addressOf(preview, conversion, { ...ENGLISH, person: 'wang' }));
        await settled(page);
        const reached = await page.locator('tbody tr td:nth-of-type(1)').allTextContents();
        const stages = team.opportunities.map(({ tagStage }) => STAGES.indexOf(tagStage as Stage));
        expect(reached).toEqual(STAGES.map((_stage, at) => String(stages.filter((stage) => stage >= at).length)));
      });
    });

    it.each(charts)('say that there is nothing: $name', async (scene) => {
      await looking(USUAL, async ({ page }) => {
        const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
        await answerWith(page, (route) =>
          route.fulfill({
            json: {
              data: { opportunitiesGroupBy: [], companiesGroupBy: [], tagChangeNoticesGroupBy: [], tagLogs: none },
            },
          }),
        );
        await page.goto(addressOf(preview, scene, ENGLISH));
        await settled(page);
        const nothing = NOTHING[charts.indexOf(scene)] ?? 'noOpportunities';
        expect(await page.textContent('[role=status]')).toBe(CHART_WORDS[nothing].en);
        expect(await page.locator('table').count()).toBe(0);
      });
    });

    it.each(charts)('say that the role may not see it: $name', async (scene) => {
      await looking(USUAL, async ({ page }) => {
        await answerWith(page, (route) =>
          route.fulfill({ json: { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] } }),
        );
        await page.goto(addressOf(preview, scene, ENGLISH));
        await settled(page);
        expect(await page.textContent('[role=alert]')).toBe(CHART_WORDS.refused.en);
        expect(await page.getByRole('button').count()).toBe(0);
      });
    });

    it('show how long the open opportunities have stood in their stage', async () => {
      await looking(USUAL, async ({ page }) => {
        await page.clock.setFixedTime('2026-10-10T09:00:00+08:00');
        const [, , ages] = charts;
        await page.goto(addressOf(preview, ages as Scene, ENGLISH));
        await settled(page);
        const open = team.opportunities.filter(({ tagOutcome }) => (tagOutcome ?? 'OPEN') === 'OPEN');
        const counted = await page.locator('tbody tr td:nth-of-type(1)').allTextContents();
        expect(counted).toEqual(
          STAGES.map((stage) => String(open.filter(({ tagStage }) => tagStage === stage).length)),
        );
        expect(await page.locator('tbody tr td:nth-of-type(2)').first().textContent()).toBe('10 days');
      });
    });

    it('can be tried again when the connection failed, by keyboard', async () => {
      await looking(USUAL, async ({ page }) => {
        let isDown = true;
        await answerWith(page, (route) => (isDown ? route.abort() : route.continue()));
        await page.goto(addressOf(preview, conversion, ENGLISH));
        await settled(page);
        expect(await page.textContent('[role=alert]')).toBe(CHART_WORDS.failed.en);
        expect(await seriousFindings(page)).toEqual([]);
        isDown = false;
        await page.keyboard.press('Tab');
        await page.keyboard.press('Enter');
        await page.locator('table').waitFor();
        await settled(page);
        expect(await page.locator('tbody tr').count()).toBe(STAGES.length);
      });
    });

    it('ask for a new token when theirs has run out', async () => {
      await looking(USUAL, async ({ page }) => {
        const tokens: (string | undefined)[] = [];
        await answerWith(page, async (route) => {
          tokens.push(route.request().headers().authorization);
          if (tokens.length > 1) return route.continue();
          await route.fulfill({ status: 401, json: { statusCode: 401 } });
        });
        await page.goto(addressOf(preview, conversion, ENGLISH));
        await settled(page);
        expect(tokens).toHaveLength(2);
        expect(await page.locator('tbody tr').count()).toBe(STAGES.length);
      });
    });
  });

  describe('commands without a face', () => {
    const command = (component: string, records: number) => ({ component, object: 'company', records }) as const;

    it.each(['confirm-tags', 'recheck-tags'])('%s tells what became of each record, and leaves', async (component) => {
      await looking(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(preview, command(component, 3), ENGLISH));
        await page.locator('[data-call=unmountFrontComponent]').waitFor({ state: 'attached' });
        expect(await page.textContent('[data-call=enqueueSnackbar]')).toMatch(/\d of 3/);
        expect(errors).toEqual([]);
      });
    });

    it('approve-tags asks first, and does nothing when that is refused', async () => {
      await looking(USUAL, async ({ page }) => {
        const asked: string[] = [];
        page.on('dialog', (dialog) => {
          asked.push(dialog.message());
          void dialog.dismiss();
        });
        await page.goto(addressOf(preview, command('approve-tags', 2), ENGLISH));
        await page.locator('[data-call=unmountFrontComponent]').waitFor({ state: 'attached' });
        expect(asked).toEqual([expect.stringMatching(/^Approve 2 records\?/)]);
        expect(await page.locator('[data-call=enqueueSnackbar]').count()).toBe(0);
      });
    });
  });
});
