import { ROOT } from '../../plugin/cli/build.ts';
import { BUSY_CUSTOMER } from '../../plugin/preview/story.ts';
import { browserPath, launch } from './chromium.ts';
import { openPage, settled } from './look.ts';
import { startPreview } from './preview.ts';
import { addressOf, type Scene, scenes, type View } from './scenes.ts';

interface Shot extends View {
  readonly file: string;
  readonly scene: string;
  /** Name of the record; the scene's own without it. */
  readonly record?: string;
  readonly width: number;
}

const SHOTS: readonly Shot[] = [
  {
    file: 'panel',
    scene: 'panel of company',
    record: BUSY_CUSTOMER,
    person: 'zhao',
    language: 'en',
    scheme: 'light',
    width: 460,
  },
  {
    file: 'panel-dark',
    scene: 'panel of company',
    record: '山西晋源煤业有限公司',
    language: 'zh-TW',
    scheme: 'dark',
    width: 460,
  },
  { file: 'conversion', scene: 'conversion', language: 'en', scheme: 'light', width: 640 },
  { file: 'industry-products', scene: 'industry by product', language: 'zh-CN', scheme: 'light', width: 860 },
  {
    file: 'decision-card',
    scene: 'decision card',
    record: '福建闽南设备智能工厂整体方案项目',
    language: 'en',
    scheme: 'light',
    width: 860,
  },
  { file: 'status', scene: 'status', language: 'en', scheme: 'light', width: 560 },
];

const sceneOf = (name: string): Scene => {
  const scene = scenes.find((candidate) => candidate.name === name);
  if (!scene) throw new Error(`There is no scene "${name}"`);
  return scene;
};

/** Draws the pictures of docs/ anew. */
const draw = async (executablePath: string): Promise<void> => {
  const preview = await startPreview();
  const browser = await launch(executablePath);
  try {
    for (const { file, scene, record, width, ...view } of SHOTS) {
      const shown = sceneOf(scene);
      const { page } = await openPage(browser, preview.url, width);
      await page.goto(addressOf(preview, { ...shown, records: record ?? shown.records }, view));
      await settled(page);
      await page.locator('main').screenshot({ path: `${ROOT}/docs/${file}.png` });
      await page.context().close();
    }
  } finally {
    await browser.close();
    await preview.close();
  }
};

if (browserPath) await draw(browserPath);
else {
  console.error('No Chromium is installed; on Debian: apt-get install chromium');
  process.exitCode = 2;
}
