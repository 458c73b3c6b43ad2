import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier, standardFieldIdentifier } from '../../objects/define/standard.ts';
import {
  findTag,
  GOVERNED_OBJECTS,
  type ObjectName,
  type Tag,
  tagOf,
  tagsOf,
  taxonomy,
  type Words,
} from '../../objects/taxonomy/index.ts';
import { ROOT } from '../../plugin/cli/build.ts';
import { dashboard, dashboards, widgetsOf } from '../../plugin/dashboards/dashboard-table.ts';
import { FRONT_COMPONENTS } from '../../plugin/front-components/identifiers.ts';
import { type SidebarEntry, sidebar } from '../../plugin/navigation/sidebar-table.ts';
import { registerName } from '../../plugin/views/register-names.ts';
import { workView, workViews } from '../../plugin/views/work-views.ts';

interface Entity {
  readonly [key: string]: unknown;
  readonly universalIdentifier: string;
  readonly name: string;
}
interface Widget {
  readonly title: string;
  readonly type: string;
  readonly position: {
    readonly row: number;
    readonly column: number;
    readonly rowSpan: number;
    readonly columnSpan: number;
  };
  readonly configuration: Readonly<Record<string, unknown>>;
}
type NavigationItem = Entity & {
  readonly type: string;
  readonly position: number;
  readonly folderUniversalIdentifier?: string;
};
/** Positions of Twenty's own tabs. */
const [HOME, TIMELINE] = [10, 20];
const manifest = JSON.parse(readFileSync(`${ROOT}/.twenty/output/manifest.json`, 'utf8')) as {
  readonly views: readonly Entity[];
  readonly frontComponents: readonly Entity[];
  readonly navigationMenuItems: readonly Entity[];
  readonly roles: readonly {
    readonly label: string;
    readonly objectPermissions?: readonly {
      readonly objectUniversalIdentifier: string;
      readonly canReadObjectRecords?: boolean;
    }[];
  }[];
  readonly pageLayoutTabs: readonly (Entity & { readonly position: number; readonly widgets: readonly Widget[] })[];
  readonly pageLayouts: readonly (Entity & { readonly tabs: readonly { readonly widgets: readonly Widget[] }[] })[];
};
const optionsOf = (object: string, field: string): readonly string[] =>
  (tagOf(object, field).options ?? []).map((option) => option.value);
const builtView = (key: string): Entity | undefined => {
  const view = workViews.find((one) => one.key === key);
  return manifest.views.find((one) => one.name === view?.name.en);
};
const entryName = ({ kind, key }: SidebarEntry): Words =>
  kind === 'VIEW' ? workView(key).name : kind === 'REGISTER' ? registerName(key) : dashboard(key).name;
/** The fields of an object's tab from top to bottom. */
const fieldsShownOf = (object: string): readonly Tag[] => {
  const tags = new Map(tagsOf(object as ObjectName).map((tag) => [fieldIdentifier(object, tag.name), tag]));
  const view = manifest.views.find(
    (one) => one.type === 'FIELDS_WIDGET' && one.objectUniversalIdentifier === objectIdentifier(object),
  );
  const groups = new Map(
    ((view?.fieldGroups ?? []) as readonly Entity[]).map((group) => [
      group.universalIdentifier,
      Number(group.position),
    ]),
  );
  return ((view?.fields ?? []) as readonly Entity[])
    .map((field) => ({
      tag: tags.get(String(field.fieldMetadataUniversalIdentifier)),
      group: groups.get(String(field.viewFieldGroupUniversalIdentifier)) ?? -1,
      position: Number(field.position),
    }))
    .sort((left, right) => left.group - right.group || left.position - right.position)
    .flatMap(({ tag }) => tag ?? []);
};
/** Fields that point at workspace members and are no tags. */
const OWNERS = ['company.accountOwner', 'opportunity.owner', 'task.assignee'];
/** Twenty's own fields that are no tags and views ask about. */
const STANDARD: Readonly<Record<string, { readonly kind: string; readonly options?: readonly string[] }>> = {
  'task.status': { kind: 'SELECT', options: ['TODO', 'IN_PROGRESS', 'DONE'] },
  'task.dueAt': { kind: 'DATE_TIME' },
};

describe.each(workViews)('view $key', (view) => {
  it('has its file, and is in the manifest under its own name', () => {
    expect(existsSync(`${ROOT}/plugin/views/${view.key}.ts`)).toBe(true);
    expect(manifest.views.filter((one) => one.name === view.name.en)).toHaveLength(1);
  });
  it('shows no sensitive tag', () => {
    expect(view.columns.filter((column) => findTag(view.object, column)?.sensitive)).toEqual([]);
  });
  it('filters by options there are, and as Twenty filters each kind of field', () => {
    for (const condition of [...(view.where ?? []), ...(view.whereAny ?? [])]) {
      if ('is' in condition) {
        const standard = STANDARD[`${view.object}.${condition.field}`];
        expect(standard?.options ?? optionsOf(view.object, condition.field)).toEqual(
          expect.arrayContaining([...condition.is]),
        );
      } else if ('holds' in condition) {
        expect(tagOf(view.object, condition.field).kind).toBe('MULTI_SELECT');
        expect(optionsOf(view.object, condition.field)).toEqual(expect.arrayContaining([...condition.holds]));
      } else if ('isTrue' in condition) {
        expect(tagOf(view.object, condition.field).kind).toBe('BOOLEAN');
      } else if ('isMe' in condition) {
        const target = findTag(view.object, condition.field)?.relation?.target;
        expect(target === 'workspaceMember' || OWNERS.includes(`${view.object}.${condition.field}`)).toBe(true);
      } else {
        const { kind } = STANDARD[`${view.object}.${condition.field}`] ?? tagOf(view.object, condition.field);
        expect('within' in condition ? ['DATE', 'DATE_TIME'] : ['ARRAY', 'SELECT', 'MULTI_SELECT']).toContain(kind);
      }
    }
  });
  it('has a group for every option of what it is grouped by, and one for none', () => {
    const groups = builtView(view.key)?.groups as readonly { fieldValue: string }[] | undefined;
    expect(groups?.map((group) => group.fieldValue)).toEqual(
      view.groupBy ? [...optionsOf(view.object, view.groupBy), ''] : undefined,
    );
  });
});

describe('the sidebar', () => {
  const items = manifest.navigationMenuItems as readonly NavigationItem[];
  const nameOf = (item: NavigationItem): string => {
    const view = manifest.views.find((one) => one.universalIdentifier === item.viewUniversalIdentifier);
    return view?.name ?? item.name;
  };
  /** Twenty's own entries count up from 0. */
  const STOCK = 6;
  /** Characters of 13 pixels that a sidebar of Twenty's usual width shows. */
  const LONGEST = { folder: 20, entry: 19 };
  const byPosition = (left: NavigationItem, right: NavigationItem): number => left.position - right.position;
  const folders = items.filter((item) => item.type === 'FOLDER').sort(byPosition);

  it("has a folder for each kind of work, below Twenty's own entries", () => {
    expect(folders.map((folder) => folder.name)).toEqual([
      'My tag work',
      'Review & supervision',
      'Supervision',
      'Analysis',
      'Tag policy',
      'Confidentiality',
    ]);
    for (const folder of folders) expect(folder.position).toBeGreaterThan(STOCK);
  });
  /** Twenty leaves these out for whoever may not read the object; they are what supervisors and executives work with. */
  const FOR_SUPERVISION: ReadonlySet<string> = new Set(['Inspections', 'Assessments']);
  it('leads nobody to an object their role may not read, but for what only supervision sees', () => {
    const views = items.flatMap((item) =>
      manifest.views.filter((view) => view.universalIdentifier === item.viewUniversalIdentifier),
    );
    for (const role of manifest.roles.filter(({ objectPermissions = [] }) => objectPermissions.length > 0)) {
      const readable = (role.objectPermissions ?? [])
        .filter((one) => one.canReadObjectRecords)
        .map((one) => one.objectUniversalIdentifier);
      for (const view of views.filter(({ name }) => !FOR_SUPERVISION.has(name)))
        expect(readable, `${role.label}: ${view.name}`).toContain(view.objectUniversalIdentifier);
    }
  });
  it('has nothing beside its folders', () => {
    const inFolders = new Set(folders.map((folder) => folder.universalIdentifier));
    for (const item of items.filter((one) => one.type !== 'FOLDER'))
      expect(inFolders.has(item.folderUniversalIdentifier ?? ''), item.name).toBe(true);
  });
  it.each(sidebar)('$key: at most eight entries, in the order of the table, with names that show whole', (folder) => {
    const built = folders.find((one) => one.name === folder.name.en);
    const entries = items
      .filter((item) => item.folderUniversalIdentifier === built?.universalIdentifier)
      .sort(byPosition);
    expect(entries.length).toBeLessThanOrEqual(8);
    expect(entries).toHaveLength(folder.entries.length);
    expect(entries.map((entry) => entry.name)).toEqual(entries.map(nameOf));
    expect(folder.name.en.length).toBeLessThanOrEqual(LONGEST.folder);
    for (const entry of entries) expect(entry.name.length, entry.name).toBeLessThanOrEqual(LONGEST.entry);
  });
  it.each(sidebar)('$key: entries begin with different words; in Chinese they are short and differ', (folder) => {
    const names = folder.entries.map(entryName);
    const repeated = (words: readonly string[]): readonly string[] =>
      words.filter((word, at) => words.indexOf(word) !== at);
    expect(repeated(names.map(({ en }) => en.split(' ')[0] ?? ''))).toEqual([]);
    for (const language of ['zh-CN', 'zh-TW'] as const) {
      expect(repeated(names.map((name) => name[language]))).toEqual([]);
      expect(names.map((name) => name[language]).filter((name) => name.length > 8)).toEqual([]);
    }
  });
});

describe('a record page', () => {
  const tabs = manifest.pageLayoutTabs;
  it.each(tabs.map((tab) => [tab.widgets.map((widget) => widget.type).join(), tab] as const))(
    'has the tab beside Home: %s',
    (_types, tab) => {
      expect(tab.position).toBeGreaterThan(HOME);
      expect(tab.position).toBeLessThan(TIMELINE);
      for (const widget of tab.widgets) expect(widget).not.toHaveProperty('position');
    },
  );
  it('of what the policy governs has the panel first, then the fields; of a register the fields alone', () => {
    const types = tabs.map((tab) => tab.widgets.map((widget) => widget.type).join());
    expect(types.filter((one) => one === 'FRONT_COMPONENT,FIELDS')).toHaveLength(GOVERNED_OBJECTS.length);
    expect(types.filter((one) => one === 'FIELDS')).toHaveLength(types.length - GOVERNED_OBJECTS.length - 3);
    // The decision card, the assessments and an inspection have a tab of their own.
    expect(types.filter((one) => one === 'FRONT_COMPONENT')).toHaveLength(3);
  });
  it.each(GOVERNED_OBJECTS)('%s: what the panel says is no field again, what people fill in stands first', (object) => {
    const shown = fieldsShownOf(object);
    expect(shown.map((tag) => tag.name)).not.toEqual(
      expect.arrayContaining(['tagReviewStatus', 'tagCompleteness', 'tagProblemSummary', 'tagCheckState']),
    );
    const isOpening = (name: string): boolean => name.startsWith('tagOpening');
    const parts = shown
      .filter((tag) => tag.kind !== 'ONE_TO_MANY')
      .map((tag) => (isOpening(tag.name) ? 2 : tag.writer === 'APPLICATION' ? 1 : 0));
    expect(parts).toEqual([...parts].sort());
    expect(shown.filter((tag) => tag.standard)).toEqual([]);
    expect(shown.filter((tag) => tag.hidden)).toEqual([]);
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
  /** Field, operand and value of each alternative of a view. */
  const alternativesOf = (key: string): readonly unknown[] => {
    const object = workViews.find((view) => view.key === key)?.object ?? '';
    const names = new Map(
      taxonomy.filter((tag) => !tag.via).map((tag) => [fieldIdentifier(tag.object, tag.name), tag]),
    );
    const [group, ...others] = (builtView(key)?.filterGroups ?? []) as readonly Entity[];
    expect([group?.logicalOperator, ...others]).toEqual(['OR']);
    return filtersOf(key)
      .filter((one) => one.viewFilterGroupUniversalIdentifier === group?.universalIdentifier)
      .map((one) => {
        const tag = names.get(String(one.fieldMetadataUniversalIdentifier));
        expect(tag?.object).toBe(object);
        return [tag?.name, one.operand, one.value];
      });
  };
  const span = (name: string): string => `${name};;Asia/Shanghai;;MONDAY;;`;
  it('joins alternatives by OR beside what must hold', () => {
    expect(filtersOf('notices-due-soon')[0]).toMatchObject({ operand: 'IS', value: ['OPEN'] });
    expect(filtersOf('notices-due-soon')[0]).not.toHaveProperty('viewFilterGroupUniversalIdentifier');
  });
  it('finds what is due soon by its last day: today and the three days after, which Twenty counts from tomorrow', () => {
    expect(alternativesOf('notices-due-soon')).toEqual([
      ['dueOn', 'IS_RELATIVE', span('THIS_1_DAY')],
      ['dueOn', 'IS_RELATIVE', span('NEXT_3_DAY')],
    ]);
  });
  it.each([
    ['opportunities-to-check', 'THIS_1_WEEK'],
    ['customers-to-check', 'THIS_1_MONTH'],
    ['my-customers-to-check', 'THIS_1_MONTH'],
    ['my-opportunities-to-check', 'THIS_1_WEEK'],
    ['members-to-check', 'THIS_1_QUARTER'],
  ])('%s has the checks of the whole span %s, and those the state alone finds', (key, within) => {
    expect(alternativesOf(key)).toEqual([
      ['tagNextCheckOn', 'IS_RELATIVE', span(within)],
      ['tagCheckState', 'IS', ['DUE', 'OVERDUE']],
    ]);
  });
  it("shows of the customers to check only the reader's own where the view says mine", () => {
    expect(filtersOf('my-customers-to-check')[0]).toMatchObject({
      fieldMetadataUniversalIdentifier: standardFieldIdentifier('company', 'accountOwner'),
      value: { isCurrentWorkspaceMemberSelected: true },
    });
  });
  it.each(['customers-returned', 'opportunities-returned', 'products-returned', 'members-returned'])(
    '%s has what was sent back while incomplete, by its returned tags',
    (key) => {
      expect(alternativesOf(key)).toEqual([
        ['tagReviewStatus', 'IS', ['RETURNED']],
        ['tagReturnedTags', 'IS_NOT_EMPTY', ''],
      ]);
    },
  );
  it('shows and sorts change notices by their last day; those told of, whatever became of them, by the newest', () => {
    const all = workViews.filter((view) => view.object === 'tagChangeNotice' && !view.calendarBy);
    const told = all.filter(({ sort }) => sort?.descending);
    expect(told.map(({ key, sort }) => [key, sort?.field])).toEqual([
      ['notices-reported', 'detectedAt'],
      ['outstanding-results', 'occurredAt'],
    ]);
    const tables = all.filter((view) => !told.includes(view));
    for (const { key, columns, sort } of tables) {
      expect(columns, key).toContain('dueOn');
      expect(sort?.field, key).toBe('dueOn');
    }
  });
});

describe('registers', () => {
  const names = new Map(
    taxonomy.filter((tag) => !tag.via).map((tag) => [fieldIdentifier(tag.object, tag.name), tag.name]),
  );
  const named = (entities: unknown) =>
    (entities as readonly Entity[]).map((one) => names.get(String(one.fieldMetadataUniversalIdentifier)));
  it.each([
    ['Policy log', [['at', 'DESC']]],
    ['Company calendar', [['date', 'DESC']]],
    ['All change notices', [['dueOn', 'DESC']]],
    ['All credit records', [['ratedAt', 'DESC']]],
    [
      'Tag dictionary',
      [
        ['objectName', 'ASC'],
        ['term', 'ASC'],
      ],
    ],
    ['Sales team', [['name', 'ASC']]],
    [
      'All products',
      [
        ['name', 'ASC'],
        ['model', 'ASC'],
      ],
    ],
  ])('%s is in the order people look things up in: %j', (name, order) => {
    const view = manifest.views.find((one) => one.name === name);
    const sorts = view?.sorts as readonly Entity[];
    expect(named(sorts).map((field, at) => [field, sorts[at]?.direction])).toEqual(order);
  });
  it('the log tells what each line is about, and how the deadline was met', () => {
    const view = manifest.views.find((one) => one.name === 'Policy log');
    expect(named(view?.fields)).toEqual(
      expect.arrayContaining(['company', 'opportunity', 'product', 'member', 'byName', 'dueOn', 'onTime', 'note']),
    );
  });
});

describe.each(dashboards)('dashboard $key', (entry) => {
  const { name, charts } = entry;
  const widgets = manifest.pageLayouts.find((page) => page.name === name.en)?.tabs[0]?.widgets ?? [];
  const shown = widgetsOf(entry);
  it('has each chart once, in its order', () => {
    expect(new Set(shown.map((widget) => widget.key)).size).toBe(shown.length);
    expect(widgets.map((widget) => widget.title)).toEqual(shown.map((widget) => widget.title.en));
  });
  it('fills the twelve columns of each row, none over another, nothing beyond row 100', () => {
    const rows = [...Map.groupBy(widgets, ({ position }) => position.row).entries()];
    let free = 0;
    for (const [row, own] of rows) {
      expect(row).toBe(free);
      let column = 0;
      for (const { position } of own) {
        expect(position).toMatchObject({ layoutMode: 'GRID', column });
        column += position.columnSpan;
      }
      expect(column).toBe(12);
      free += Math.max(...own.map(({ position }) => position.rowSpan));
    }
    expect(free).toBeLessThanOrEqual(100);
  });
  it('shows up to four figures or two charts in a row, and tables over the whole width', () => {
    for (const { title, type, position, configuration } of widgets) {
      const isFigure = configuration.configurationType === 'AGGREGATE_CHART';
      if (type === 'FRONT_COMPONENT') expect(position.columnSpan, title).toBe(12);
      else expect(position.columnSpan, title).toBeGreaterThanOrEqual(isFigure ? 3 : 6);
    }
  });
  it('draws no empty categories', () => {
    for (const { title, configuration } of widgets) {
      // An amount without a currency is in no sum of yuan, and shows where amounts are told by currency.
      const isByCurrency = configuration.primaryAxisGroupBySubFieldName === 'currencyCode';
      if (configuration.configurationType === 'BAR_CHART')
        expect(configuration.omitNullValues, title).toBe(!isByCurrency);
      if (configuration.configurationType === 'PIE_CHART') expect(configuration.hideEmptyCategory, title).toBe(true);
    }
  });
  it('shows front components that there are', () => {
    const there = manifest.frontComponents.map((component) => component.universalIdentifier);
    const used = widgets.flatMap(({ configuration }) => configuration.frontComponentUniversalIdentifier ?? []);
    expect(used).toEqual(shown.flatMap((one) => ('component' in one ? FRONT_COMPONENTS[one.component] : [])));
    expect(there).toEqual(expect.arrayContaining(used));
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
      if (chart.where && 'is' in chart.where) {
        const { field, its, is } = chart.where;
        const target = its ? (tagOf(chart.object, field).relation?.target ?? '') : chart.object;
        expect(optionsOf(target, its ?? field)).toEqual(expect.arrayContaining([...is]));
      }
      if (chart.kind !== 'BAR' && chart.kind !== 'PIE') continue;
      const isRelation =
        findTag(chart.object, chart.by)?.relation !== undefined || OWNERS.includes(`${chart.object}.${chart.by}`);
      expect(chart.byIts !== undefined, chart.key).toBe(isRelation);
    }
  });
});

describe('what a chart asks of Twenty', () => {
  const widgetOf = (page: string, title: string): Widget | undefined =>
    manifest.pageLayouts.find(({ name }) => name === page)?.tabs[0]?.widgets.find((one) => one.title === title);
  const inYuan = (fieldMetadataUniversalIdentifier: string) => ({
    fieldMetadataUniversalIdentifier,
    subFieldName: 'currencyCode',
    type: 'CURRENCY',
    operand: 'IS',
    value: '["CNY"]',
  });
  const offered = inYuan(fieldIdentifier('tagOpportunityItem', 'amount'));
  it.each([
    ['Amount offered by product (CNY)', [offered]],
    ['Quantity offered by product', []],
    ['Amount offered by category (CNY)', [offered]],
    ['Amount offered by currency', []],
  ])('%s: of opportunities that are open or won', (title, more) => {
    expect(widgetOf('Product sales', title)?.configuration.filter).toEqual({
      recordFilters: [
        {
          fieldMetadataUniversalIdentifier: fieldIdentifier('tagOpportunityItem', 'opportunity'),
          relationTargetFieldMetadataUniversalIdentifier: fieldIdentifier('opportunity', 'tagOutcome'),
          type: 'SELECT',
          operand: 'IS',
          value: '["OPEN","WON"]',
        },
        ...more,
      ],
    });
  });
  it('adds up yuan alone and says so, and beside it what each currency adds up to', () => {
    const money = dashboards.flatMap((entry) =>
      entry.charts.filter(
        ({ object, shows }) => shows.operation !== 'COUNT' && findTag(object, shows.field)?.kind === 'CURRENCY',
      ),
    );
    expect(money.length).toBeGreaterThan(5);
    for (const { key, title } of money) {
      const isByCurrency = key.endsWith('by-currency');
      expect(
        Object.values(title).map((words) => /CNY|人民/.test(words)),
        key,
      ).toEqual(Array(3).fill(!isByCurrency));
    }
    expect(widgetOf('Pipeline', 'Open amount (CNY)')?.configuration.filter).toMatchObject({
      recordFilters: [{ type: 'SELECT' }, inYuan(fieldIdentifier('opportunity', 'amount'))],
    });
    for (const [page, title, object] of [
      ['Pipeline', 'Amount by currency', 'opportunity'],
      ['Product sales', 'Amount offered by currency', 'tagOpportunityItem'],
    ] as const)
      expect(widgetOf(page, title)?.configuration).toMatchObject({
        primaryAxisGroupByFieldMetadataUniversalIdentifier: fieldIdentifier(object, 'amount'),
        primaryAxisGroupBySubFieldName: 'currencyCode',
      });
  });
  it('counts changes updated in time and late in the month of their last day, as the on-time rate does', () => {
    expect(widgetOf('Data quality', 'Changes updated on time and late by month')?.configuration).toMatchObject({
      primaryAxisGroupByFieldMetadataUniversalIdentifier: fieldIdentifier('tagChangeNotice', 'dueOn'),
      primaryAxisDateGranularity: 'MONTH',
    });
  });
  it('tells the checks of all that is checked, and the completeness of all that has an owner', () => {
    const byField = (title: string) =>
      widgetOf('Data quality', title)?.configuration.primaryAxisGroupByFieldMetadataUniversalIdentifier;
    for (const [title, object] of [
      ['Customer checks by state', 'company'],
      ['Opportunity checks by state', 'opportunity'],
      ['Team member checks by state', 'tagMember'],
    ] as const)
      expect(byField(title), title).toBe(fieldIdentifier(object, 'tagCheckState'));
    expect(byField('Completeness by owner')).toBe(standardFieldIdentifier('company', 'accountOwner'));
    expect(byField('Opportunity completeness by owner')).toBe(standardFieldIdentifier('opportunity', 'owner'));
  });
});
