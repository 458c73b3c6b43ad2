import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { browserPath, launch } from './chromium.ts';
import { type Looking, openPage } from './look.ts';
import { type Preview, startPreview } from './preview.ts';

/** What a test file looks at. */
export interface Screen {
  readonly preview: Preview;
  /** Opens a page of a width for as long as it is looked at. */
  readonly show: (width: number, look: (looking: Looking) => Promise<void>) => Promise<void>;
}

/** Starts the browser and the preview once for a test file. */
export const useScreen = (): Screen => {
  let browser: Browser;
  let preview: Preview;
  beforeAll(async () => {
    [browser, preview] = await Promise.all([launch(browserPath ?? ''), startPreview()]);
  });
  afterAll(async () => {
    await browser?.close();
    await preview?.close();
  });
  return {
    get preview() {
      return preview;
    },
    show: async (width, look) => {
      const opened = await openPage(browser, preview.url, width);
      try {
        await look(opened);
      } finally {
        await opened.page.context().close();
      }
    },
  };
};
