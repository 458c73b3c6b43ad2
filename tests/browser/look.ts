import { createRequire } from 'node:module';
import type { Browser, Page, Route } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Shift {
  readonly value: number;
  readonly hadRecentInput: boolean;
}

/** A page that notes what went wrong in it and how far its content jumped. */
export interface Looking {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly shift: () => Promise<number>;
}

/** Opens a page of a width, the rest of the world shut out. */
export const openPage = async (browser: Browser, origin: string, width: number): Promise<Looking> => {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  await context.route(
    (url) => url.origin !== origin,
    (route) => {
      errors.push(`asked for ${route.request().url()}`);
      return route.abort();
    },
  );
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as Shift[]) if (!entry.hadRecentInput) shifts.push(entry.value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shift = (): Promise<number> =>
    page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((sum, value) => sum + value, 0));
  return { page, errors, shift };
};

const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));

/** Waits until the component has drawn all it asked for. */
export const settled = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => {
    const main = document.querySelector('main');
    return main !== null && main.childElementCount > 0 && main.querySelector('[aria-busy="true"]') === null;
  });
  await painted(page);
};

const DATA = /\/(?:graphql|s\/tag-policy\/\w+)$/;

/** Opens an address while its data is held back; hands on what lets it come. */
export const openHeldBack = async (page: Page, address: string): Promise<() => Promise<void>> => {
  const held: Route[] = [];
  let isHeld = true;
  await page.route(DATA, (route) => (isHeld ? void held.push(route) : route.continue()));
  await page.goto(address);
  await page.waitForFunction(() => (document.querySelector('main')?.childElementCount ?? 0) > 0);
  await painted(page);
  return async () => {
    isHeld = false;
    await Promise.all(held.map((route) => route.continue()));
    await settled(page);
  };
};

/** Answers all data requests in Twenty's stead. */
export const answerWith = async (page: Page, answer: (route: Route) => Promise<void>): Promise<void> => {
  await page.route(DATA, answer);
};

interface Finding {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** What axe-core finds serious or critical on the page, a line each. */
export const seriousFindings = async (page: Page): Promise<readonly string[]> => {
  await page.addScriptTag({ path: AXE });
  const violations = await page.evaluate(async (): Promise<readonly Finding[]> => {
    const { axe } = globalThis as unknown as { axe: { run: () => Promise<{ violations: Finding[] }> } };
    return (await axe.run()).violations;
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`));
};

/** How many pixels the page is wider than its window, and which elements stick out of it. */
export const overflow = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    return [...document.querySelectorAll('main *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth)
      .map((element) => element.outerHTML.slice(0, 120));
  });

/** The controls that Tab does not come to, and those whose focus cannot be seen. */
export const unreachable = async (page: Page): Promise<readonly string[]> => {
  const count = await page.evaluate(() => {
    const controls = document.querySelectorAll('main :is(button, a[href], input, select, textarea, [tabindex="0"])');
    controls.forEach((control, at) => {
      control.setAttribute('data-control', String(at));
    });
    return controls.length;
  });
  const left = new Set(Array.from({ length: count }, (_unused, at) => String(at)));
  const unseen: string[] = [];
  // A field of date and time has a stop for each of its parts.
  for (let press = 0; press <= count * 10 && left.size > 0; press += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const { activeElement } = document;
      const { outlineStyle, outlineWidth } = getComputedStyle(activeElement ?? document.body);
      const isSeen = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
      return { control: activeElement?.getAttribute('data-control') ?? null, isSeen };
    });
    if (focus.control !== null && left.delete(focus.control) && !focus.isSeen) unseen.push(`unseen: ${focus.control}`);
  }
  return [...left, ...unseen];
};
