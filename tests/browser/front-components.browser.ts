import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { tagOf } from '../../objects/taxonomy/index.ts';
import { customerTypes } from '../../objects/taxonomy/picklists.ts';
import { LANGUAGES, STAGES, type Stage } from '../../objects/taxonomy/types.ts';
import { CARD_WORDS } from '../../plugin/front-components/card/card-words.ts';
import { CHART_WORDS } from '../../plugin/front-components/charts/chart-words.ts';
import { fill } from '../../plugin/front-components/fill.ts';
import { NAMING_WORDS } from '../../plugin/front-components/naming/naming-words.ts';
import { STATUS_WORDS } from '../../plugin/front-components/status/status-words.ts';
import { sayIn, type WordKey } from '../../plugin/front-components/words.ts';
import { ALIAS, BUSY_CUSTOMER, RETIRED_TERM, TERM } from '../../plugin/preview/story.ts';
import { roleEntries } from '../../plugin/roles/role-table.ts';
import team from '../../seeds/sample-team.json' with { type: 'json' };
import type { Panel } from '../../workflows/panel/panel.ts';
import { browserPath } from './chromium.ts';
import { answerWith, openHeldBack, overflow, seriousFindings, settled, unreachable } from './look.ts';
import { addressOf, ENGLISH, type Scene, scenes, VIEWS } from './scenes.ts';
import { useScreen } from './screen.ts';

if (!browserPath) console.warn('No Chromium is installed (apt-get install chromium): the browser tests are skipped.');

/** Twenty's side panel at its narrowest and at its usual width. */
const NARROW = 320;
const USUAL = 480;

describe.skipIf(!browserPath)('front components in Chromium', () => {
  const screen = useScreen();

  it('are all looked at', () => {
    const headless = ['confirm-tags', 'approve-tags', 'recheck-tags'];
    const seen = new Set([...scenes.map(({ component }) => component), ...headless]);
    expect([...seen].sort()).toEqual(screen.preview.choices.components.map(({ name }) => name).sort());
  });

  describe.each(scenes)('$name', (scene: Scene) => {
    it.each(VIEWS)('can be read in $language, $scheme', async (view) => {
      await screen.show(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, scene, view));
        await settled(page);
        expect(await page.textContent('main')).toContain(scene.says(view.language));
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });

    it.each(LANGUAGES)('fits the narrowest panel in %s', async (language) => {
      await screen.show(NARROW, async ({ page }) => {
        await page.goto(addressOf(screen.preview, scene, { language, scheme: 'light' }));
        await settled(page);
        expect(await overflow(page)).toEqual([]);
      });
    });

    it('stays where it is when its data comes', async () => {
      await screen.show(USUAL, async ({ page, shift }) => {
        const release = await openHeldBack(page, addressOf(screen.preview, scene, ENGLISH));
        expect(await seriousFindings(page)).toEqual([]);
        await release();
        expect(await page.textContent('main')).toContain(scene.says('en'));
        expect(await shift()).toBe(0);
      });
    });

    it('can be worked by keyboard', async () => {
      await screen.show(USUAL, async ({ page }) => {
        await page.goto(addressOf(screen.preview, scene, ENGLISH));
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
      await screen.show(USUAL, async ({ page }) => {
        await page.goto(addressOf(screen.preview, conversion, { ...ENGLISH, person: 'wang' }));
        await settled(page);
        const reached = await page.locator('tbody tr td:nth-of-type(1)').allTextContents();
        const stages = team.opportunities.map(({ tagStage }) => STAGES.indexOf(tagStage as Stage));
        expect(reached).toEqual(STAGES.map((_stage, at) => String(stages.filter((stage) => stage >= at).length)));
      });
    });

    it.each(charts)('say that there is nothing: $name', async (scene) => {
      await screen.show(USUAL, async ({ page }) => {
        const none = { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
        await answerWith(page, (route) =>
          route.fulfill({
            json: {
              data: { opportunitiesGroupBy: [], companiesGroupBy: [], tagChangeNoticesGroupBy: [], tagLogs: none },
            },
          }),
        );
        await page.goto(addressOf(screen.preview, scene, ENGLISH));
        await settled(page);
        const nothing = NOTHING[charts.indexOf(scene)] ?? 'noOpportunities';
        expect(await page.textContent('[role=status]')).toBe(CHART_WORDS[nothing].en);
        expect(await page.locator('table').count()).toBe(0);
      });
    });

    it.each(charts)('say that the role may not see it: $name', async (scene) => {
      await screen.show(USUAL, async ({ page }) => {
        await answerWith(page, (route) =>
          route.fulfill({ json: { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] } }),
        );
        await page.goto(addressOf(screen.preview, scene, ENGLISH));
        await settled(page);
        expect(await page.textContent('[role=alert]')).toBe(CHART_WORDS.refused.en);
        expect(await page.getByRole('button').count()).toBe(0);
      });
    });

    it.each(scenes.filter(({ component }) => /-(chart|figures)$/.test(component)))(
      'draw each figure as a way to its records: $name',
      async (scene) => {
        await screen.show(USUAL, async ({ page }) => {
          await page.goto(addressOf(screen.preview, scene, ENGLISH));
          await settled(page);
          const figures = page.locator('td, dd').filter({ hasText: /\d/ });
          const silent = await figures.filter({ hasNot: page.locator('button') }).allTextContents();
          // Of changes, gaps and returns together no list shows all; each by itself leads to its own.
          const sums = scene.component === 'on-time-chart' ? 3 * (await page.locator('tbody tr').count()) : 0;
          expect(silent).toHaveLength(sums);
          if (sums === (await figures.count())) return;
          await figures.locator('button').first().click();
          const [object, conditions] = JSON.parse(
            ((await page.locator('#calls [data-call=navigate]').textContent()) ?? '').replace('navigate ', ''),
          ).slice(1);
          expect(object.objectNamePlural).toMatch(/^[a-z]+s$/i);
          expect(Object.keys(conditions).length).toBeGreaterThan(0);
        });
      },
    );

    it('show how long the open opportunities have stood in their stage', async () => {
      await screen.show(USUAL, async ({ page }) => {
        await page.clock.setFixedTime('2026-10-10T09:00:00+08:00');
        const [, , ages] = charts;
        await page.goto(addressOf(screen.preview, ages as Scene, ENGLISH));
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
      await screen.show(USUAL, async ({ page }) => {
        let isDown = true;
        await answerWith(page, (route) => (isDown ? route.abort() : route.continue()));
        await page.goto(addressOf(screen.preview, conversion, ENGLISH));
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
      await screen.show(USUAL, async ({ page }) => {
        const tokens: (string | undefined)[] = [];
        await answerWith(page, async (route) => {
          tokens.push(route.request().headers().authorization);
          if (tokens.length > 1) return route.continue();
          await route.fulfill({ status: 401, json: { statusCode: 401 } });
        });
        await page.goto(addressOf(screen.preview, conversion, ENGLISH));
        await settled(page);
        expect(tokens).toHaveLength(2);
        expect(await page.locator('tbody tr').count()).toBe(STAGES.length);
      });
    });
  });

  describe('the panel', () => {
    const [panelScene] = scenes.filter(({ component }) => component === 'tag-panel') as unknown as readonly [Scene];
    const busy = { ...panelScene, records: BUSY_CUSTOMER };
    const say = sayIn('en');
    const REVIEWER = { ...ENGLISH, person: 'zhou', role: 'sales-manager' } as const;
    const PANEL = /\/s\/tag-policy\/panel$/;
    const ACT = /\/s\/tag-policy\/act$/;
    const button = (page: Page, key: WordKey) => page.getByRole('button', { name: say(key), exact: true });

    /** Lets whoever looks approve, whatever the record is like, until they have. */
    const letApprove = async (page: Page): Promise<void> => {
      let status = 'PENDING';
      await page.route(PANEL, async (route) => {
        const response = await route.fetch();
        const panel: Panel = await response.json();
        const review = { ...panel.review, status, approve: { may: true, reason: '' } };
        await route.fulfill({ response, json: { ...panel, review } });
      });
      await page.route(ACT, (route) => {
        status = 'APPROVED';
        return route.fulfill({
          json: { done: 1, refused: 0, results: [{ id: '', name: '', isDone: true, reason: '' }] },
        });
      });
    };

    it.each([
      ['return', 'sendReturn', 'note', 'noteNeeded'],
      ['report', 'sendReport', 'kind', 'kindNeeded'],
    ] as const)('says what an empty form to %s lacks, and goes there', async (open, send, label, fault) => {
      await screen.show(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, busy, REVIEWER));
        await settled(page);
        await button(page, open).click();
        expect(await seriousFindings(page)).toEqual([]);
        await button(page, send).click();
        const field = page.getByLabel(say(label));
        expect(await field.evaluate((element) => element === document.activeElement)).toBe(true);
        expect(await field.getAttribute('aria-invalid')).toBe('true');
        expect(
          await page
            .getByRole('alert')
            .filter({ hasText: say(fault) })
            .count(),
        ).toBe(1);
        expect(await seriousFindings(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });

    it('shows a reviewer what the record says of each point, and asks a return which of them fails', async () => {
      await screen.show(NARROW, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, busy, REVIEWER));
        await settled(page);
        const shown = (await page.textContent('main')) ?? '';
        for (const said of [say('reviewPoints'), 'True, reliable', 'Verification: ', 'As business is'])
          expect(shown).toContain(said);
        let sent: unknown = null;
        await page.route(ACT, (route) => {
          sent = route.request().postDataJSON();
          return route.fulfill({
            json: { done: 1, refused: 0, results: [{ id: '', name: '', isDone: true, reason: '' }] },
          });
        });
        await button(page, 'return').click();
        await page.getByLabel(say('note')).fill('See the licence');
        await button(page, 'sendReturn').click();
        const box = page.getByRole('checkbox', { name: say('pointForm'), exact: true });
        expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
        await page
          .getByRole('alert')
          .filter({ hasText: say('pointNeeded') })
          .waitFor();
        expect(sent).toBeNull();
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByRole('checkbox', { name: say('pointTruth'), exact: true }).press('Space');
        await button(page, 'sendReturn').click();
        await page
          .getByRole('status')
          .filter({ hasText: say('returned') })
          .waitFor();
        expect(sent).toMatchObject({ action: 'RETURN', note: 'See the licence', failedPoints: ['TRUTH'] });
        expect(errors).toEqual([]);
      });
    });

    it('keeps the focus where it tells what was done when the button goes away', async () => {
      await screen.show(USUAL, async ({ page }) => {
        await letApprove(page);
        await page.goto(addressOf(screen.preview, busy, REVIEWER));
        await settled(page);
        await button(page, 'approve').focus();
        await page.keyboard.press('Enter');
        await button(page, 'approve').waitFor({ state: 'detached' });
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say('approved'));
      });
    });

    it('says that it may be old when it cannot be read after something was done', async () => {
      await screen.show(USUAL, async ({ page }) => {
        await letApprove(page);
        await page.goto(addressOf(screen.preview, busy, REVIEWER));
        await settled(page);
        await page.route(PANEL, (route) => route.abort());
        await button(page, 'approve').click();
        const told = page.getByRole('alert').filter({ hasText: say('stale', { reason: say('unreachable') }) });
        await told.waitFor();
        expect(await told.textContent()).toContain(say('approved'));
        expect(await page.textContent('main')).not.toContain(say('retry'));
      });
    });

    it('is read again on demand, by keyboard, and stays as it is meanwhile', async () => {
      await screen.show(USUAL, async ({ page, shift }) => {
        await page.goto(addressOf(screen.preview, busy, ENGLISH));
        await settled(page);
        const before = await page.textContent('main');
        let release: () => void = () => {};
        const held = new Promise<void>((resolve) => {
          release = resolve;
        });
        await page.route(PANEL, async (route) => {
          await held;
          await route.continue();
        });
        await button(page, 'refresh').focus();
        await page.keyboard.press('Enter');
        await page.locator('main [aria-busy=true]').waitFor();
        expect(await page.textContent('main')).toBe(before);
        release();
        await page
          .getByRole('status')
          .filter({ hasText: say('refreshed') })
          .waitFor();
        expect(await shift()).toBe(0);
      });
    });

    it.each(['pointer', 'focus'])('is read again when the %s comes back to it, and not sooner', async (what) => {
      await screen.show(USUAL, async ({ page }) => {
        let readings = 0;
        await page.route(PANEL, (route) => {
          readings += 1;
          return route.continue();
        });
        const comeBack = async (): Promise<void> => {
          if (what === 'focus') {
            await button(page, 'refresh').focus();
            await page.evaluate(() => (document.activeElement as HTMLElement).blur());
          } else {
            await page.mouse.move(USUAL / 2, 100);
            await page.mouse.move(USUAL / 2, 2399);
          }
          await settled(page);
        };
        const start = Date.parse('2026-09-30T01:00:00Z');
        await page.clock.setFixedTime(start);
        await page.setViewportSize({ width: USUAL, height: 2400 });
        await page.goto(addressOf(screen.preview, busy, ENGLISH));
        await settled(page);
        await page.clock.setFixedTime(start + 9_000);
        await comeBack();
        expect(readings).toBe(1);
        await page.clock.setFixedTime(start + 11_000);
        await comeBack();
        await comeBack();
        expect(readings).toBe(2);
      });
    });

    it('leaves no hole under its buttons', async () => {
      await screen.show(USUAL, async ({ page }) => {
        await page.goto(addressOf(screen.preview, busy, ENGLISH));
        await settled(page);
        const buttons = await page.locator('main fieldset').boundingBox();
        const next = await page.locator('main section section').first().boundingBox();
        expect((next?.y ?? 0) - ((buttons?.y ?? 0) + (buttons?.height ?? 0))).toBeLessThanOrEqual(44);
      });
    });

    it('confirms one point of a check by itself, tells so, and keeps the focus there', async () => {
      await screen.show(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, busy, ENGLISH));
        await settled(page);
        const points = page.getByRole('button', { name: /^Confirm: / });
        const point = points.filter({ visible: true }).first();
        const name = String(await point.getAttribute('aria-label'));
        const before = await points.count();
        await point.focus();
        await page.keyboard.press('Enter');
        await page.getByRole('button', { name, exact: true }).waitFor({ state: 'detached' });
        expect(await points.count()).toBe(before - 1);
        expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say('confirmed'));
        expect(await seriousFindings(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });

    it('offers no supervisor to report a change', async () => {
      await screen.show(USUAL, async ({ page }) => {
        const seenAs = async (role: string): Promise<number> => {
          await page.goto(addressOf(screen.preview, busy, { ...ENGLISH, person: 'lin', role }));
          await settled(page);
          expect(await button(page, 'refresh').count()).toBe(1);
          return button(page, 'report').count();
        };
        expect(await seenAs('supervisor')).toBe(0);
        expect(await seenAs('sales-representative')).toBe(1);
      });
    });

    it('shows and sends an assistant no sensitive value', async () => {
      const customer = team.companies.find(({ name }) => name === BUSY_CUSTOMER);
      const secrets = [customer?.tagBudgetMin, customer?.tagAnnualPurchase].map((money) => money?.amountMicros ?? 0);
      // The last is what the story of the preview's morning sets.
      const figures = [...secrets, 180_000_000_000].flatMap((micros) => {
        const amount = micros / 1_000_000;
        return [String(amount), amount.toLocaleString('en')];
      });
      await screen.show(USUAL, async ({ page }) => {
        const answers: string[] = [];
        page.on('response', async (response) => {
          if (PANEL.test(response.url())) answers.push(await response.text());
        });
        await page.goto(addressOf(screen.preview, busy, { ...ENGLISH, person: 'lin', role: 'sales-assistant' }));
        await settled(page);
        const seen = [(await page.textContent('main')) ?? '', ...answers];
        expect(seen).toHaveLength(2);
        for (const text of seen) {
          expect(text).toContain(tagOf('company', 'tagBudgetMax').label.en);
          for (const figure of figures) expect(text).not.toContain(figure);
        }
      });
    });
  });

  it('can be looked at in any role of the policy', async () => {
    await screen.show(1200, async ({ page }) => {
      await page.goto(screen.preview.url);
      await page.getByLabel('In the role of').selectOption('executive');
      await page.waitForFunction(() => document.querySelector('iframe')?.src.includes('role=executive'));
      expect(await page.getByLabel('In the role of').locator('option').allTextContents()).toEqual([
        'their own',
        ...roleEntries.map(({ label }) => label.en),
      ]);
    });
  });

  describe('the decision card', () => {
    const [cardScene] = scenes.filter(({ component }) => component === 'decision-card') as unknown as readonly [Scene];
    const stopped = { ...cardScene, records: '苏州工业园区智能工厂整体方案项目' };
    const { withheld, print } = CARD_WORDS;

    it.each([
      ['sales-manager', 0],
      ['sales-representative', 1],
      ['sales-assistant', 7],
    ])('shows a %s what their role may see', async (role, count) => {
      await screen.show(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, stopped, { ...ENGLISH, role }));
        await settled(page);
        expect(await page.getByText(withheld.en, { exact: true }).count()).toBe(count);
        expect(await page.textContent('main')).toContain('Credit signal: Stop');
        expect(await seriousFindings(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });

    it('is printed alone, in black on white, and whole, whatever stands around it', async () => {
      await screen.show(900, async ({ page }) => {
        await page.goto(addressOf(screen.preview, stopped, { language: 'zh-TW', scheme: 'dark' }));
        await settled(page);
        // As in Twenty: a sidebar beside it, and boxes of fixed height around it.
        await page.evaluate(() => {
          const main = document.querySelector('main');
          const around = document.createElement('div');
          around.style.cssText = 'display:flex;height:100vh;overflow:hidden;background:#222';
          around.innerHTML =
            '<nav>Sidebar</nav><div style="height:300px;width:500px;overflow:auto;contain:strict"></div>';
          main?.replaceWith(around);
          if (main) around.lastElementChild?.append(main);
        });
        const box = () => page.locator('.tag-policy-decision-card').boundingBox();
        expect(await page.getByText('Sidebar').isVisible()).toBe(true);
        expect(await page.getByText(print['zh-TW']).isVisible()).toBe(true);
        await page.emulateMedia({ media: 'print' });
        expect(await page.getByText('Sidebar').isVisible()).toBe(false);
        expect(await page.getByText(print['zh-TW']).isVisible()).toBe(false);
        expect(await box()).toMatchObject({ x: 0, y: 0 });
        const printed = await page.evaluate(() => {
          const card = document.querySelector('.tag-policy-decision-card');
          const colours = [...(card?.querySelectorAll('dd, strong, h2, span') ?? [])].map((one) =>
            getComputedStyle(one),
          );
          return {
            isWhole: document.documentElement.scrollHeight >= (card?.scrollHeight ?? Number.POSITIVE_INFINITY),
            text: [...new Set(colours.map(({ color }) => color))],
            ground: [...new Set(colours.map(({ backgroundColor }) => backgroundColor))],
          };
        });
        expect(printed).toEqual({ isWhole: true, text: ['rgb(0, 0, 0)'], ground: ['rgba(0, 0, 0, 0)'] });
      });
    });

    it('says why it could not be read, and reads it again', async () => {
      await screen.show(USUAL, async ({ page }) => {
        let isBroken = true;
        await answerWith(page, (route) =>
          isBroken ? route.fulfill({ status: 503, json: { error: { message: 'later' } } }) : route.continue(),
        );
        await page.goto(addressOf(screen.preview, stopped, ENGLISH));
        await settled(page);
        expect(await page.textContent('[role=alert]')).toContain('later');
        isBroken = false;
        await page.getByRole('button', { name: sayIn('en')('retry') }).click();
        await settled(page);
        expect(await page.textContent('main')).toContain(CARD_WORDS.risks.en);
      });
    });
  });

  it('the naming guide finds a tag of any object by an option, and tells how many, by keyboard', async () => {
    const guide = { component: 'naming-guide', object: 'company', records: 0 } as const;
    await screen.show(USUAL, async ({ page, errors }) => {
      await page.goto(addressOf(screen.preview, guide, ENGLISH));
      await settled(page);
      await page.getByRole('searchbox').fill('trade fair');
      await page.getByText('Tags: 1', { exact: true }).waitFor();
      expect(await page.getByRole('heading', { level: 4 }).allTextContents()).toEqual(['Opportunity · Source']);
      await page.getByRole('button', { name: 'Product', exact: true }).press('Enter');
      await page.getByRole('heading', { name: 'Product · Product tags' }).waitFor();
      expect(await page.getByRole('searchbox').inputValue()).toBe('');
      for (const part of ['rules', 'own'] as const) {
        await page.getByRole('button', { name: NAMING_WORDS[part].en, exact: true }).press('Enter');
        await page
          .getByText(part === 'rules' ? NAMING_WORDS.intro.en : TERM)
          .first()
          .waitFor();
        expect(await seriousFindings(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
      }
      expect(errors).toEqual([]);
    });
  });

  it.each(LANGUAGES)(
    'the naming guide says what else an option is called and what is not used any more, in %s',
    async (language) => {
      const guide = { component: 'naming-guide', object: 'company', records: 0 } as const;
      const dealer = customerTypes.find(({ value }) => value === 'DEALER')?.label[language] ?? '';
      await screen.show(NARROW, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, guide, { language, scheme: 'light' }));
        await settled(page);
        await page.getByRole('searchbox').fill(ALIAS);
        await page.locator('summary').press('Enter');
        const options = page.getByRole('list', { name: NAMING_WORDS.options[language] }).getByRole('listitem');
        const shown = await options.allTextContents();
        expect(shown.find((text) => text.startsWith(dealer))).toContain(ALIAS);
        expect(shown.find((text) => text.startsWith(TERM))).toContain('小巨人企业');
        const retired = fill(NAMING_WORDS.replaced[language], { word: dealer });
        expect(shown.find((text) => text.startsWith(RETIRED_TERM))).toContain(retired);
        expect(await overflow(page)).toEqual([]);
        expect(await seriousFindings(page)).toEqual([]);
        await page.getByRole('button', { name: NAMING_WORDS.own[language], exact: true }).press('Enter');
        const words = page.getByRole('region', { name: NAMING_WORDS.retired[language] }).getByRole('listitem');
        expect(await words.allTextContents()).toEqual([expect.stringContaining(RETIRED_TERM)]);
        expect(await words.first().textContent()).toContain(fill(NAMING_WORDS.instead[language], { word: dealer }));
        expect(await overflow(page)).toEqual([]);
        expect(await seriousFindings(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    },
  );

  it('the naming guide is the policy’s own where the dictionary cannot be read, and says so of the company’s terms', async () => {
    const guide = { component: 'naming-guide', object: 'company', records: 0 } as const;
    await screen.show(USUAL, async ({ page }) => {
      await answerWith(page, (route) =>
        route.fulfill({ json: { errors: [{ message: 'no', extensions: { code: 'FORBIDDEN' } }] } }),
      );
      await page.goto(addressOf(screen.preview, guide, ENGLISH));
      await settled(page);
      await page.getByRole('searchbox').fill('trade fair');
      await page.getByText('Tags: 1', { exact: true }).waitFor();
      await page.getByRole('button', { name: NAMING_WORDS.own.en, exact: true }).press('Enter');
      await page.getByText(STATUS_WORDS.refused.en).waitFor();
      expect(await page.getByRole('region', { name: NAMING_WORDS.retired.en }).count()).toBe(0);
    });
  });

  describe('commands without a face', () => {
    const command = (component: string, records: number) => ({ component, object: 'company', records }) as const;

    it.each(['confirm-tags', 'recheck-tags'])('%s tells what became of each record, and leaves', async (component) => {
      await screen.show(USUAL, async ({ page, errors }) => {
        await page.goto(addressOf(screen.preview, command(component, 3), ENGLISH));
        await page.locator('[data-call=unmountFrontComponent]').waitFor({ state: 'attached' });
        expect(await page.textContent('[data-call=enqueueSnackbar]')).toMatch(/\d of 3/);
        expect(errors).toEqual([]);
      });
    });

    it.each([
      [1, /^Approve 1 record\?/],
      [2, /^Approve 2 records\?/],
    ])('approve-tags asks first for %i, and does nothing when that is refused', async (records, question) => {
      await screen.show(USUAL, async ({ page }) => {
        const asked: string[] = [];
        page.on('dialog', (dialog) => {
          asked.push(dialog.message());
          void dialog.dismiss();
        });
        await page.goto(addressOf(screen.preview, command('approve-tags', records), ENGLISH));
        await page.locator('[data-call=unmountFrontComponent]').waitFor({ state: 'attached' });
        expect(asked).toEqual([expect.stringMatching(question)]);
        expect(await page.locator('[data-call=enqueueSnackbar]').count()).toBe(0);
      });
    });
  });
});
