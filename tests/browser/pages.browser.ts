import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { GOVERNED_OBJECTS, GROUPS, LANGUAGES, type Language, tagOf } from '../../objects/taxonomy/index.ts';
import { dashboards, widgetsOf } from '../../plugin/dashboards/dashboard-table.ts';
import { sidebar } from '../../plugin/navigation/sidebar-table.ts';
import { BUSY_CUSTOMER, TERM, TERM_CUSTOMER } from '../../plugin/preview/story.ts';
import { browserPath } from './chromium.ts';
import { type Looking, overflow, seriousFindings } from './look.ts';
import { ENGLISH, VIEWS, type View } from './scenes.ts';
import { useScreen } from './screen.ts';

/** A small laptop and an ordinary screen. */
const WIDTHS = [1200, 1500] as const;
/** What Twenty gives its home tab and its sidebar. */
const PINNED = 348;
const SIDEBAR = 220;

/** Twenty's tabs after ours, and ours, in each language. */
const TABS: Readonly<Record<Language, readonly string[]>> = {
  en: ['Tags', 'Timeline', 'Tasks'],
  'zh-CN': ['标签', '时间线', '任务'],
  'zh-TW': ['標籤', '時間軸', '任務'],
};

/** Waits until every front component of a page has drawn all it asked for, and has its height. */
const drawn = async (page: Page): Promise<void> => {
  await page.locator('main article').first().waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('iframe')].every((frame) => {
      const main = frame.contentDocument?.querySelector('main');
      return main && main.childElementCount > 0 && !main.querySelector('[aria-busy="true"]') && frame.clientHeight > 40;
    }),
  );
};

/** Texts whose own words are cut off; what Twenty adds behind a view's name may be, which takes the room of its dots. */
const cut = (page: Page, selector: string): Promise<readonly string[]> =>
  page.locator(selector).evaluateAll((elements) =>
    elements.flatMap((element) => {
      const [text, added] = element.childNodes;
      if (!text) return [];
      const range = document.createRange();
      range.selectNode(text);
      const dots = added && element.scrollWidth > element.clientWidth ? 12 : 0;
      const isCut = range.getBoundingClientRect().right + dots > element.getBoundingClientRect().right;
      return isCut ? [text.textContent ?? ''] : [];
    }),
  );

/** Front components that are taller than the room they have. */
const cutComponents = (page: Page): Promise<readonly string[]> =>
  page
    .locator('iframe')
    .evaluateAll((frames) =>
      (frames as HTMLIFrameElement[]).flatMap((frame) =>
        (frame.contentDocument?.body.scrollHeight ?? 0) > frame.clientHeight ? [frame.title] : [],
      ),
    );

describe.skipIf(!browserPath)('whole pages in Chromium', () => {
  const screen = useScreen();

  const looking = async (
    width: number,
    path: string,
    wanted: Readonly<Record<string, string>>,
    { language, scheme, person = 'zhao', role = '' }: View,
    look: (looking: Looking) => Promise<void>,
  ): Promise<void> => {
    await screen.show(width, async (opened) => {
      const query = new URLSearchParams({ ...wanted, person, role, locale: language, scheme });
      await opened.page.goto(`${screen.preview.url}/preview/${path}?${query}`);
      await drawn(opened.page);
      await look(opened);
    });
  };
  const customer = (wanted: string): string =>
    screen.preview.choices.records.company.find(({ name }) => name === wanted)?.id ?? 'no such customer';
  const busy = (): string => customer(BUSY_CUSTOMER);

  describe.each(WIDTHS)('the record page at %i px', (width) => {
    it.each(VIEWS)('opens our tab beside Home, the panel first: $language, $scheme', async (view) => {
      await looking(width, 'record', { object: 'company', records: busy() }, view, async ({ page, errors }) => {
        expect((await page.locator('.tabs li').allTextContents()).slice(0, 3)).toEqual(TABS[view.language]);
        expect(await page.locator('.tabs [aria-current]').textContent()).toBe(TABS[view.language][0]);
        const pinned = await page.locator('.pinned').boundingBox();
        const opened = await page.locator('.opened').boundingBox();
        expect(pinned?.width).toBe(PINNED);
        expect(opened?.width).toBeGreaterThan(PINNED);
        expect(opened?.x).toBeGreaterThan(pinned?.x ?? 0);
        const [panel, fields] = await page.locator('.opened article').all();
        expect(await panel?.locator('iframe').count()).toBe(1);
        expect(await fields?.locator('.line').count()).toBeGreaterThan(20);
        expect(await page.locator('.opened h3').allTextContents()).toEqual(
          Object.values(GROUPS.company).map((group) => group[view.language]),
        );
        expect(await cutComponents(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
        expect(await seriousFindings(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });
  });

  describe('the record page', () => {
    it.each(GOVERNED_OBJECTS)('of %s cuts no label of ours', async (object) => {
      await looking(1200, 'record', { object }, ENGLISH, async ({ page }) => {
        expect(await page.locator('.opened .label').count()).toBeGreaterThan(5);
        expect(await cut(page, '.opened .label')).toEqual([]);
      });
    });

    it.each(VIEWS)('shows the term that Other stands for: $language, $scheme', async (view) => {
      const wanted = { object: 'company', records: customer(TERM_CUSTOMER) };
      await looking(1200, 'record', wanted, view, async ({ page, errors }) => {
        const label = tagOf('company', 'tagCustomerTypeTerm').label[view.language];
        const line = page.locator('.line').filter({ hasText: label });
        expect(await line.locator('.value').textContent()).toBe(TERM);
        expect(await seriousFindings(page)).toEqual([]);
        expect(errors).toEqual([]);
      });
    });

    it('shows an assistant no sensitive value', async () => {
      const wanted = { object: 'company', records: busy() };
      await looking(
        1200,
        'record',
        wanted,
        { ...ENGLISH, person: 'lin', role: 'sales-assistant' },
        async ({ page }) => {
          const line = page.locator('.line').filter({ hasText: 'Budget to' });
          expect(await line.locator('.value').textContent()).toBe('Not shared');
        },
      );
    });
  });

  describe('the sidebar', () => {
    it.each(VIEWS)('has our folders below what Twenty has, and cuts no name: $language, $scheme', async (view) => {
      await looking(1200, 'record', { object: 'company' }, view, async ({ page }) => {
        expect((await page.locator('nav').boundingBox())?.width).toBe(SIDEBAR);
        const folders = sidebar.map(({ name }) => name[view.language]);
        expect(await page.locator('nav summary').allTextContents()).toEqual(folders);
        const entries = await page.locator('nav > ul > li').allTextContents();
        expect(entries.slice(0, -folders.length).some((entry) => folders.includes(entry))).toBe(false);
        expect(await cut(page, 'nav .name')).toEqual([]);
      });
    });
  });

  describe.each(dashboards)('dashboard $key', (entry) => {
    it.each(WIDTHS.flatMap((width) => LANGUAGES.map((language) => [width, language] as const)))(
      'shows its tables whole at %i px in %s',
      async (width, language) => {
        const view: View = { language, scheme: width === 1200 ? 'dark' : 'light', person: 'chen' };
        await looking(width, 'dashboard', { name: entry.name.en }, view, async ({ page, errors }) => {
          expect(await page.locator('h1').textContent()).toBe(entry.name[language]);
          expect(await page.locator('article h2').allTextContents()).toEqual(
            widgetsOf(entry).map(({ title }) => title[language]),
          );
          expect(await cut(page, 'article h2')).toEqual([]);
          expect(await cutComponents(page)).toEqual([]);
          expect(await overflow(page)).toEqual([]);
          expect(await seriousFindings(page)).toEqual([]);
          expect(errors).toEqual([]);
        });
      },
    );
  });

  it('can be chosen beside the components', async () => {
    await screen.show(1500, async ({ page }) => {
      await page.goto(screen.preview.url);
      for (const [choice, path] of [
        ['Record page', '/preview/record?'],
        ['Dashboard: Pipeline', '/preview/dashboard?'],
      ] as const) {
        await page.locator('select[name=component]').selectOption(choice);
        await page.waitForFunction(
          (start) => document.querySelector('iframe')?.getAttribute('src')?.startsWith(start),
          path,
        );
        expect(await page.locator('iframe').getAttribute('width')).toBe('1500');
      }
    });
  });
});
