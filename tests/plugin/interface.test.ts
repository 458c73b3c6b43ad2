import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { standardFieldIdentifier } from '../../objects/define/standard.ts';
import { findTag, tagOf, taxonomy } from '../../objects/taxonomy/index.ts';
import { ROOT } from '../../plugin/cli/build.ts';
import { dashboards } from '../../plugin/dashboards/dashboard-table.ts';
import { workViews } from '../../plugin/views/work-views.ts';

interface Entity {
  readonly [key: string]: unknown;
  readonly universalIdentifier: string;
  readonly name: string;
}
interface Widget {
  readonly title: string;
  readonly position: { readonly row: number; readonly rowSpan: number };
  readonly configuration: Readonly<Record<string, unknown>>;
}
const manifest = JSON.parse(readFileSync(`${ROOT}/.twenty/output/manifest.json`, 'utf8')) as {
  readonly views: readonly Entity[];
  readonly navigationMenuItems: readonly Entity[];
  readonly pageLayouts: readonly (Entity & { readonly tabs: readonly { readonly widgets: readonly Widget[] }[] })[];
};
const optionsOf = (object: string, field: string): readonly string[] =>
  (tagOf(object, field).options ?? []).map((option) => option.value);
const builtView = (key: string): Entity | undefined => {
  const view = workViews.find((one) => one.key === key);
  return manifest.views.find((one) => one.name === view?.name.en);
};
/** Fields that point at workspace members and are no tags. */
const OWNERS = ['company.accountOwner', 'opportunity.owner'];

describe.each(workViews)('view $key', (view) => {
  it('has its file, and its place in the folder under its own name', () => {
    expect(existsSync(`${ROOT}/plugin/views/${view.key}.ts`)).toBe(true);
    const built = builtView(view.key);
    const items = manifest.navigationMenuItems.filter(
      (item) => item.viewUniversalIdentifier === built?.universalIdentifier,
    );
    expect(items.map((item) => item.name)).toEqual([view.name.en]);
  });
  it('shows no sensitive tag', () => {
    expect(view.columns.filter((column) => findTag(view.object, column)?.sensitive)).toEqual([]);
  });
  it('filters by options there are, and as Twenty filters each kind of field', () => {
    for (const condition of [...(view.where ?? []), ...(view.whereAny ?? [])]) {
      if ('is' in condition) {
        expect(optionsOf(view.object, condition.field)).toEqual(expect.arrayContaining([...condition.is]));
      } else if ('isMe' in condition) {
        const target = findTag(view.object, condition.field)?.relation?.target;
        expect(target === 'workspaceMember' || OWNERS.includes(`${view.object}.${condition.field}`)).toBe(true);
      } else expect(tagOf(view.object, condition.field).kind).toBe('DATE_TIME');
    }
  });
  it('has a group for every option of what it is grouped by, and one for none', () => {
    const groups = builtView(view.key)?.groups as readonly { fieldValue: string }[] | undefined;
    expect(groups?.map((group) => group.fieldValue)).toEqual(
      view.groupBy ? [...optionsOf(view.object, view.groupBy), ''] : undefined,
    );
  });
});

describe('what a view asks of Twenty', () => {
  const filtersOf = (key: string) => (builtView(key)?.filters ?? []) as readonly Entity[];
  it("finds the reader's own records the way Twenty stores it", () => {
    expect(filtersOf('my-customers-to-complete')[0]).toMatchObject({
      fieldMetadataUniversalIdentifier: standardFieldIdentifier('company', 'accountOwner'),
      operand: 'IS',
      value: { isCurrentWorkspaceMemberSelected: true, selectedRecordIds: [] },
    });
  });
  it('joins alternatives by OR beside what must hold', () => {
    const [group] = (builtView('notices-due-soon')?.filterGroups ?? []) as readonly Entity[];
    expect(group?.logicalOperator).toBe('OR');
    expect(
      filtersOf('notices-due-soon').map((one) => [one.operand, one.value, one.viewFilterGroupUniversalIdentifier]),
    ).toEqual([
      ['IS', ['OPEN'], undefined],
      ['IS_RELATIVE', 'NEXT_3_DAY;;Asia/Shanghai;;MONDAY;;', group?.universalIdentifier],
      ['IS_TODAY', '', group?.universalIdentifier],
    ]);
  });
  it('has the checks of the whole week, not only those whose end is near', () => {
    expect(filtersOf('opportunities-to-check').map((one) => one.value)).toEqual([
      'THIS_1_WEEK;;Asia/Shanghai;;MONDAY;;',
      ['DUE', 'OVERDUE'],
    ]);
  });
});

describe.each(dashboards)('dashboard $key', ({ name, charts }) => {
  const widgets = manifest.pageLayouts.find((page) => page.name === name.en)?.tabs[0]?.widgets ?? [];
  it('has each chart once, one below the other', () => {
    expect(new Set(charts.map((chart) => chart.key)).size).toBe(charts.length);
    expect(widgets.map((widget) => widget.title)).toEqual(charts.map((chart) => chart.title.en));
    let free = 0;
    for (const { position } of widgets) {
      expect(position).toMatchObject({ row: free, column: 0, columnSpan: 12 });
      free += position.rowSpan;
    }
  });
  it('computes nothing of a sensitive tag, which would tell it to every reader', () => {
    const sensitive = new Set(
      taxonomy.filter((tag) => tag.sensitive && !tag.via).map((tag) => fieldIdentifier(tag.object, tag.name)),
    );
    for (const { title, configuration } of widgets)
      for (const value of Object.values(configuration)) expect(sensitive.has(String(value)), title).toBe(false);
  });
  it('names options there are, and groups by a field of a related record, as the stock dashboards do', () => {
    for (const chart of charts) {
      if (chart.where)
        expect(optionsOf(chart.object, chart.where.field)).toEqual(expect.arrayContaining([...chart.where.is]));
      if (chart.kind === 'SHARE') expect(optionsOf(chart.object, chart.of.field)).toContain(chart.of.option);
      if (chart.kind !== 'BAR' && chart.kind !== 'PIE') continue;
      const isRelation = findTag(chart.object, chart.by)?.relation !== undefined || chart.by === 'accountOwner';
      expect(chart.byIts !== undefined, chart.key).toBe(isRelation);
    }
  });
});
