import { createElement, type ReactNode } from 'react';
// @ts-expect-error react-dom comes with the SDK, without types of its own
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '../../../objects/taxonomy/types.ts';
import { showDate } from '../../../plugin/front-components/dates.ts';
import { LookContext, PALETTES, type Palette } from '../../../plugin/front-components/look.ts';
import { PanelView } from '../../../plugin/front-components/panel/panel-view.tsx';
import { timeLeft } from '../../../plugin/front-components/panel/time-left.ts';
import { EMPTY_REPORT, ReportForm } from '../../../plugin/front-components/parts/report-form.tsx';
import { EMPTY_RETURN, ReturnForm } from '../../../plugin/front-components/parts/return-form.tsx';
import { sayIn } from '../../../plugin/front-components/words.ts';
import type { Panel } from '../../../workflows/panel/panel.ts';

const panelIn = (language: Language, changes: Partial<Panel> = {}): Panel => ({
  object: 'company',
  id: 'aaaaaaaa-0000-4000-8000-000000000001',
  language,
  timeZone: 'Asia/Shanghai',
  name: '无锡精控自动化有限公司',
  completeness: 66,
  stage: 'STAGE',
  nextStage: 'NEXT',
  missing: [{ key: 'company.contactName', label: 'CONTACT', clause: '2.1.3', isCustomers: false }],
  missingNext: [{ key: 'company.tagIndustrySegment', label: 'SEGMENT', clause: '2.1.10', isCustomers: true }],
  problems: [
    { key: 'a', severity: 'ERROR', label: 'CODE', clause: '2.1.1', message: 'WRONG', mending: 'MEND' },
    { key: 'b', severity: 'WARNING', label: 'SIZE', clause: '2.1.11', message: 'ODD', mending: 'LOOK' },
  ],
  review: {
    status: 'PENDING',
    label: 'AWAITS',
    enteredBy: '王志强',
    enteredAt: '2026-09-28T01:00:00.000Z',
    returnedAt: null,
    points: [{ value: 'FORM', label: 'POINT', says: ['SAYS', 'MORE'] }],
    confirm: { may: true, reason: '' },
    approve: { may: false, reason: 'REASON' },
    return: { may: false, reason: 'REASON' },
  },
  report: { may: true, reason: '' },
  notices: [
    {
      id: 'n',
      kind: 'KIND',
      description: 'DESCRIPTION',
      dueDate: '2026-09-29',
      isOverdue: false,
      workingDaysLeft: 1,
      isProvisional: true,
    },
  ],
  check: {
    state: 'DUE',
    label: 'CHECK',
    dueDate: '2026-09-30',
    workingDaysLeft: 2,
  },
  points: [],
  agreement: null,
  completion: { state: 'OPEN', dueDate: '2026-09-29', workingDaysLeft: 1 },
  log: [{ id: 'l', label: 'ENTERED', at: '2026-09-28T01:00:00.000Z', by: '王志强', tags: 'TAGS', note: '' }],
  kinds: [{ value: 'NAME', label: 'NAME CHANGED' }],
  causes: [],
  tags: [{ value: 'tagIndustry', label: 'INDUSTRY' }],
  ...changes,
});

const markup = (node: ReactNode, look: Palette = PALETTES.light): string =>
  renderToStaticMarkup(createElement(LookContext.Provider, { value: look }, node));
const view = (panel: Panel, failure: string | null = null): string => {
  const say = sayIn(panel.language);
  return markup(createElement(PanelView, { panel, say, failure, onReload: () => {}, onRefresh: async () => true }));
};
const text = (html: string): string => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const buttons = (html: string): readonly string[] =>
  [...html.matchAll(/<button[^>]*>(.*?)<\/button>/g)].map(([, label]) => label ?? '');

describe('the panel', () => {
  it.each(LANGUAGES)('shows in %s what is missing, wrong, due and done', (language) => {
    const shown = text(view(panelIn(language)));
    for (const part of ['CONTACT', 'SEGMENT', 'WRONG', 'MEND', 'ODD', 'AWAITS', 'REASON', 'KIND', 'DESCRIPTION']) {
      expect(shown).toContain(part);
    }
    expect(shown).toContain('2.1.10');
    const time = timeLeft({ dueDate: '2026-09-29', workingDaysLeft: 1, isOverdue: false }, language, sayIn(language));
    expect(shown).toContain(sayIn(language)('complete', { time }));
    expect(shown).not.toMatch(/\{\w+\}|undefined|null|NaN/);
  });

  it('tells the day of gaps that are planned, and that they are overdue', () => {
    const gaps = { dueDate: '2026-09-29', workingDaysLeft: 3 } as const;
    const planned = panelIn('en', { completion: { ...gaps, state: 'PLANNED' } });
    expect(text(view(planned))).toContain('To complete by Sep 29, 2026');
    const late = panelIn('en', { completion: { ...gaps, state: 'OVERDUE', workingDaysLeft: -1 } });
    expect(text(view(late))).toContain('To complete: overdue by 1 working day');
  });

  it('shows what the review looks at to those who may approve or return, and to nobody else', () => {
    const { review } = panelIn('en');
    expect(text(view(panelIn('en')))).not.toContain('POINT');
    const may = { may: true, reason: '' };
    for (const given of [{ approve: may }, { return: may }])
      expect(text(view(panelIn('en', { review: { ...review, ...given } })))).toContain('POINT SAYS · MORE');
    const approved = { ...review, status: 'APPROVED', approve: may };
    expect(text(view(panelIn('en', { review: approved })))).not.toContain('POINT');
  });

  it('says in words what its colours and signs say', () => {
    const html = view(panelIn('en'));
    expect(text(html)).toContain('Error · CODE: WRONG (clause 2.1.1)');
    expect(text(html)).toContain('Warning · SIZE: ODD');
    expect(text(html)).toContain('Completeness 66%');
    const signs = [...html.matchAll(/<svg[^>]*>/g)].map(([tag]) => tag);
    expect(signs.every((tag) => /aria-hidden="true"|role="img"/.test(tag))).toBe(true);
  });

  it('offers what whoever looks may do, and says why they may not approve', () => {
    expect(buttons(view(panelIn('en')))).toEqual(['Confirm tags are current', 'Report a change…', 'Refresh']);
    expect(text(view(panelIn('en')))).toContain('You may not approve: REASON');
    const may = { may: true, reason: '' };
    const { review } = panelIn('en');
    expect(buttons(view(panelIn('en', { review: { ...review, approve: may, return: may } })))).toEqual([
      'Confirm tags are current',
      'Approve',
      'Return…',
      'Report a change…',
      'Refresh',
    ]);
    const approved = { ...review, status: 'APPROVED', confirm: { may: false, reason: '' }, approve: may };
    expect(buttons(view(panelIn('en', { review: approved })))).toEqual(['Report a change…', 'Refresh']);
    const report = { may: false, reason: 'no' };
    expect(buttons(view(panelIn('en', { review: approved, report })))).toEqual(['Refresh']);
  });

  it('has its regions for what is told before anything is told', () => {
    const html = view(panelIn('en'));
    expect(html).toContain('<div role="status" aria-live="polite"></div><div role="alert"></div>');
  });

  it('says that it may be old when it could not be read again', () => {
    expect(text(view(panelIn('en')))).not.toContain('out of date');
    expect(text(view(panelIn('en'), 'WHY'))).toContain('What is shown may be out of date: WHY');
    expect(view(panelIn('en'), 'WHY')).toMatch(/role="alert"><div/);
  });

  it('says in the review that a record was returned, beside what it lacks', () => {
    const review = { ...panelIn('en').review, status: 'INCOMPLETE', returnedAt: '2026-09-28T02:00:00.000Z' };
    const shown = text(view(panelIn('en', { review })));
    expect(shown).toContain('Returned for correction Sep 28, 2026, 10:00 AM; not corrected yet');
  });

  it('speaks of no stage where the record has none of its own', () => {
    const shown = text(view(panelIn('en', { object: 'tagProduct', stage: null, nextStage: null })));
    expect(shown).toContain('Missing now');
    expect(shown).toContain('Needed once its opportunities move on');
    expect(shown).not.toMatch(/stage/);
  });

  it('shows the points of a check: what is confirmed, what is to be looked at, who entered it', () => {
    const at = '2026-09-28T01:00:00.000Z';
    const point = { state: 'OPEN' as const, groups: ['BASIC'], mayConfirm: true, isForOthers: false, entered: [] };
    const points = [
      { ...point, key: 'a', label: 'BUSINESS', question: 'GROWN?', entered: [{ groups: 'SIZE', by: '王志强', at }] },
      { ...point, key: 'b', label: 'PEOPLE', question: 'MOVED?', state: 'CONFIRMED' as const, mayConfirm: false },
      { ...point, key: 'c', label: 'CREDIT', question: 'PAID?', mayConfirm: false, isForOthers: true },
      { ...point, key: 'd', label: 'NEEDS', question: 'NEW?', state: 'NOT_ASKED' as const, mayConfirm: false },
    ];
    const html = view(panelIn('en', { points }));
    expect(text(html)).toContain('BUSINESS GROWN? SIZE: 王志强, Sep 28, 2026, 9:00 AM');
    expect(text(html)).toContain('PEOPLE · confirmed CREDIT · for somebody who may read credit records PAID?');
    expect(text(html)).toContain('NEEDS · nothing to check yet');
    // One button confirms all; each point that is open to whoever looks has its own besides.
    expect(buttons(html)).toEqual(['Confirm tags are current', 'Report a change…', 'Refresh', 'Confirm']);
    expect(html).toContain('aria-label="Confirm: BUSINESS"');
    expect(view(panelIn('en'))).not.toContain('What a check looks at');
  });

  it('says in one line what there is nothing of', () => {
    const nothing = { missing: [], missingNext: [], problems: [], notices: [], check: null, log: [] };
    const shown = text(view(panelIn('en', { ...nothing, stage: null, nextStage: null })));
    expect(shown).toContain(
      'Nothing is missing · No problems · No open change notices · Nothing in the log yet · No periodic check',
    );
    expect(view(panelIn('en', { ...nothing, stage: null, nextStage: null }))).not.toContain('<h3');
  });

  it('labels every field of its forms and keeps what was typed in them', () => {
    const common = { say: sayIn('en'), isBusy: false, onChange: () => {}, onSend: () => {}, onCancel: () => {} };
    const report = { ...EMPTY_REPORT, kind: 'NAME', description: 'typed' };
    const { kinds, tags } = panelIn('en');
    const causes = [{ value: 'UPGRADE', label: 'UPGRADE' }];
    for (const form of [
      createElement(ReportForm, { ...common, kinds, causes: [], draft: report }),
      createElement(ReportForm, { ...common, kinds, causes, draft: report }),
      createElement(ReturnForm, { ...common, tags, draft: { ...EMPTY_RETURN, note: 'typed' } }),
    ]) {
      const html = markup(form);
      const fields = [...html.matchAll(/<(?:select|textarea|input)[^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
      expect(fields.length).toBeGreaterThan(0);
      for (const id of fields) expect(html).toContain(`for="${id}"`);
      expect(html).toContain('>typed</textarea>');
      expect(html).toMatch(/<textarea[^>]*maxLength="2000"/i);
    }
  });
});

it.each([
  ['en', 'Oct 8, 2026'],
  ['zh-CN', '2026年10月8日'],
  ['zh-TW', '2026年10月8日'],
] as const)('a last day is the same day to every reader: %s', (language, expected) => {
  expect(showDate('2026-10-08', language)).toBe(expected);
});

describe('working time left', () => {
  const say = sayIn('en');
  it.each([
    [3, false, '3 working days left, until Sep 29, 2026'],
    [1, false, '1 working day left, until Sep 29, 2026'],
    [0, false, 'due today'],
    [0, true, 'overdue, was due on Sep 29, 2026'],
    [-1, true, 'overdue by 1 working day, was due on Sep 29, 2026'],
    [-2, true, 'overdue by 2 working days, was due on Sep 29, 2026'],
  ])('%i left, overdue %s', (workingDaysLeft, isOverdue, expected) => {
    expect(timeLeft({ dueDate: '2026-09-29', workingDaysLeft, isOverdue }, 'en', say)).toBe(expected);
  });
});

describe('colours', () => {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: string, other: string): number => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
    return (light + 0.05) / (dark + 0.05);
  };

  /** The colour where the page has none of its own. */
  const colour = (value: string): string => value.match(/#[0-9a-f]{6}/)?.[0] ?? '';

  it.each(['light', 'dark'] as const)('can be told apart on a %s page', (scheme) => {
    const look = PALETTES[scheme];
    const pairs = [
      ...(['text', 'muted', 'good', 'warn', 'bad'] as const).map((name) => [name, 'surface'] as const),
      ['onAccent', 'accent'],
      ['good', 'goodTag'],
      ['warn', 'warnTag'],
      ['bad', 'badTag'],
      ['muted', 'mutedTag'],
    ] as const;
    for (const [name, ground] of pairs) {
      expect(contrast(colour(look[name]), colour(look[ground])), `${name} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('are those of the page where it has them', () => {
    for (const { onAccent: _always, ...look } of Object.values(PALETTES)) {
      for (const value of Object.values(look)) expect(value).toMatch(/^var\(--t-[a-z-]+, #[0-9a-f]{6}\)$/);
    }
  });
});
