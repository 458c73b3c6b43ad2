import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../objects/taxonomy/types.ts';
import { sayIn } from '../../plugin/front-components/words.ts';
import { BUSY_CUSTOMER } from '../../plugin/preview/story.ts';
import type { DuplicatesAnswer, MergeAnswer } from '../../workflows/panel/duplicates.ts';
import type { Panel } from '../../workflows/panel/panel.ts';
import { browserPath } from './chromium.ts';
import { overflow, seriousFindings, settled } from './look.ts';
import { addressOf, ENGLISH, scenes, VIEWS } from './scenes.ts';
import { useScreen } from './screen.ts';

const USUAL = 380;
const NARROW = 320;
const OTHER = 'aaaaaaaa-0000-4000-8000-000000000009';
const [panel] = scenes.filter(({ component }) => component === 'tag-panel');
const scene = { ...(panel as NonNullable<typeof panel>), records: BUSY_CUSTOMER };

const answerFor = (id: string, language: Language, mayMerge: boolean): DuplicatesAnswer => ({
  object: 'company',
  id,
  name: BUSY_CUSTOMER,
  enteredOn: '2026-09-01',
  language,
  mayMerge,
  duplicates: [
    {
      id: OTHER,
      name: `${BUSY_CUSTOMER}（昆明）`,
      enteredOn: '2026-09-14',
      tags: [
        {
          name: 'tagBusinessScope',
          label: 'Business scope',
          own: '茶叶种植、加工与销售',
          other: 'Pu’er tea',
          isConflict: true,
        },
        { name: 'tagRegion', label: 'Region', own: '', other: '云南', isConflict: false },
        { name: 'tagBudgetMax', label: 'Budget, upper', own: null, other: null, isConflict: true },
      ],
    },
  ],
});
const MERGED: MergeAnswer = {
  survivor: BUSY_CUSTOMER,
  loser: `${BUSY_CUSTOMER}（昆明）`,
  moved: [
    { key: 'person', label: 'people', count: 2 },
    { key: 'opportunity', label: 'opportunities', count: 1 },
  ],
  filled: ['Region'],
  joined: [],
  kept: ['Budget, upper'],
  taken: ['Business scope'],
  isDone: false,
};

/** What was asked of the merge, and whether it is done. */
interface Asked {
  readonly merges: Record<string, unknown>[];
}

/** A panel that tells of a duplicate until it is merged. */
const withDuplicate = async (page: Page, language: Language, mayMerge = true): Promise<Asked> => {
  const asked: Asked = { merges: [] };
  const isMerged = () => asked.merges.some(({ isPreview }) => isPreview === false);
  await page.route(/\/s\/tag-policy\/panel$/, async (route) => {
    // A page that was closed meanwhile waits for no answer.
    const response = await route.fetch().catch(() => null);
    if (!response) return;
    // A page that is left takes its answers with it.
    const told: Panel | null = await response.json().catch(() => null);
    if (!told) return;
    const problem = {
      key: 'NAME_DUPLICATE.name',
      severity: 'ERROR' as const,
      label: 'Name',
      clause: '5.2.7',
      message: 'another record bears the same name',
      mending: 'Merge the two records, or tell them apart by name',
    };
    await route.fulfill({ response, json: isMerged() ? told : { ...told, problems: [...told.problems, problem] } });
  });
  await page.route(/\/s\/tag-policy\/duplicates$/, (route) => {
    const { id } = route.request().postDataJSON() as { id: string };
    return route.fulfill({ json: answerFor(id, language, mayMerge) });
  });
  await page.route(/\/s\/tag-policy\/merge$/, (route) => {
    const body = route.request().postDataJSON() as Record<string, unknown>;
    asked.merges.push(body);
    return route.fulfill({ json: { ...MERGED, isDone: body.isPreview === false } });
  });
  return asked;
};

describe.skipIf(!browserPath)('the records that are probably the same, in Chromium', () => {
  const screen = useScreen();

  it.each(VIEWS)('stand side by side in $language, $scheme', async (view) => {
    await screen.show(USUAL, async ({ page, errors }) => {
      const say = sayIn(view.language);
      await withDuplicate(page, view.language);
      await page.goto(addressOf(screen.preview, scene, view));
      await settled(page);
      await page.getByRole('button', { name: say('mergePreview') }).click();
      await page.getByRole('button', { name: say('merge'), exact: true }).waitFor();
      expect(await page.textContent('main')).toContain(say('duplicates'));
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      expect(errors).toEqual([]);
    });
  });

  it.each(LANGUAGES)('fit the narrowest panel in %s', async (language) => {
    await screen.show(NARROW, async ({ page }) => {
      await withDuplicate(page, language);
      await page.goto(addressOf(screen.preview, scene, { language, scheme: 'light' }));
      await settled(page);
      await page.getByRole('button', { name: sayIn(language)('mergePreview') }).click();
      await page.getByRole('button', { name: sayIn(language)('merge'), exact: true }).waitFor();
      expect(await overflow(page)).toEqual([]);
    });
  });

  it('are merged by keyboard, after a look at what that does, and the focus stays where it is told', async () => {
    const say = sayIn('en');
    await screen.show(USUAL, async ({ page, errors }) => {
      const { merges } = await withDuplicate(page, 'en');
      await page.goto(addressOf(screen.preview, scene, ENGLISH));
      await settled(page);
      const other = page.getByRole('radio', { name: /^Business scope: The other/ });
      await other.focus();
      await page.keyboard.press('Space');
      const open = page.getByRole('button', { name: say('mergePreview') });
      await open.focus();
      await page.keyboard.press('Enter');
      const send = page.getByRole('button', { name: say('merge'), exact: true });
      await send.waitFor();
      expect(await page.textContent('main')).toContain('people 2, opportunities 1');
      await send.focus();
      await page.keyboard.press('Enter');
      const told = say('merged', { name: `${BUSY_CUSTOMER}（昆明）` });
      await page.getByText(told).waitFor();
      await open.waitFor({ state: 'detached' });
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(told);
      expect(merges).toMatchObject([
        { object: 'company', loseId: OTHER, take: ['tagBusinessScope'], isPreview: true },
        { object: 'company', loseId: OTHER, take: ['tagBusinessScope'], isPreview: false },
      ]);
      expect(errors).toEqual([]);
    });
  });

  it('go up in the other, when that is kept, with whose values were chosen since', async () => {
    const say = sayIn('en');
    await screen.show(USUAL, async ({ page }) => {
      const { merges } = await withDuplicate(page, 'en');
      await page.goto(addressOf(screen.preview, scene, ENGLISH));
      await settled(page);
      await page.getByRole('radio', { name: say('keepOne', { which: say('theOther') }) }).check();
      await page.getByRole('button', { name: say('mergePreview') }).click();
      await page.getByRole('button', { name: say('cancel'), exact: true }).click();
      expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(say('mergePreview'));
      expect(merges).toMatchObject([{ keepId: OTHER, take: [], isPreview: true }]);
    });
  });

  it('are not merged by whoever may not, who is told why', async () => {
    const say = sayIn('en');
    await screen.show(USUAL, async ({ page }) => {
      await withDuplicate(page, 'en', false);
      await page.goto(addressOf(screen.preview, scene, ENGLISH));
      await settled(page);
      await page.getByText(say('mayNotMerge')).waitFor();
      expect(await page.getByRole('button', { name: say('mergePreview') }).count()).toBe(0);
      expect(await page.getByRole('radio').count()).toBe(0);
    });
  });
});
