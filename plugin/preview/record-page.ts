import type { FieldModel, ObjectModel } from '../embedded/model.ts';
import type { Row } from '../embedded/row.ts';
import type { Workspace } from '../embedded/workspace.ts';
import { type FieldValue, fieldValue } from './field-value.ts';
import { componentOf } from './frame-setup.ts';
import { layoutOf, type ManifestTab, type ManifestView, type ManifestWidget } from './layout.ts';
import { type SidebarEntry, sidebarOf } from './sidebar.ts';
import { STOCK_OBJECTS, stockFields, stockTabs } from './stock.ts';
import { translate } from './translate.ts';
import { type Viewer, viewerOf } from './viewer.ts';

export interface FieldLine {
  readonly label: string;
  readonly value: FieldValue;
}

export interface FieldSection {
  /** Empty for fields without a heading. */
  readonly title: string;
  readonly lines: readonly FieldLine[];
}

export type RecordWidget =
  | { readonly kind: 'COMPONENT'; readonly title: string; readonly component: string }
  | { readonly kind: 'FIELDS'; readonly title: string; readonly sections: readonly FieldSection[] }
  /** What Twenty draws and the preview does not. */
  | { readonly kind: 'STOCK'; readonly title: string };

export interface RecordTab {
  readonly title: string;
  readonly widgets: readonly RecordWidget[];
}

/** A record page as Twenty lays it out from the built manifest. */
export interface RecordPage {
  readonly language: string;
  readonly scheme: string;
  readonly sidebar: readonly SidebarEntry[];
  readonly object: string;
  readonly name: string;
  /** From left to right: the first is drawn as a narrow column that stays, the second is open beside it. */
  readonly tabs: readonly RecordTab[];
}

interface Subject {
  readonly workspace: Workspace;
  readonly viewer: Viewer;
  readonly object: ObjectModel;
  readonly row: Row;
}

const shownValue = ({ workspace, viewer, object, row }: Subject, field: FieldModel): FieldValue =>
  viewer.accessTo(object).unreadable.has(field.name)
    ? { kind: 'HIDDEN' }
    : fieldValue(workspace, field, row, viewer.language);

const lineOf = (subject: Subject, identifier: string): readonly FieldLine[] => {
  const field = subject.object.fields.find((one) => one.universalIdentifier === identifier);
  if (!field) return [];
  const label = translate('fieldMetadata.label', field.label, subject.viewer.language);
  return [{ label, value: shownValue(subject, field) }];
};

const sectionsOf = (subject: Subject, { fieldGroups = [], fields = [] }: ManifestView): readonly FieldSection[] =>
  fieldGroups
    .toSorted((left, right) => left.position - right.position)
    .map((group) => ({
      title: translate('viewFieldGroup.name', group.name, subject.viewer.language),
      lines: fields
        .filter((field) => field.viewFieldGroupUniversalIdentifier === group.universalIdentifier)
        .toSorted((left, right) => left.position - right.position)
        .flatMap((field) => lineOf(subject, field.fieldMetadataUniversalIdentifier)),
    }));

const widgetOf = (subject: Subject, { title, configuration }: ManifestWidget): RecordWidget => {
  const { manifest } = subject.workspace;
  const translated = translate('pageLayoutWidget.title', title, subject.viewer.language);
  if (configuration.frontComponentUniversalIdentifier !== undefined) {
    const component = componentOf(manifest, configuration.frontComponentUniversalIdentifier);
    return { kind: 'COMPONENT', title: translated, component: component?.name ?? '' };
  }
  const view = layoutOf(manifest).views.find(
    ({ universalIdentifier }) => universalIdentifier === configuration.viewUniversalIdentifier,
  );
  return view
    ? { kind: 'FIELDS', title: translated, sections: sectionsOf(subject, view) }
    : { kind: 'STOCK', title: translated };
};

/** Whether a tab is one of the record page of an object: its widgets are of that object. */
const isTabOf = ({ object }: Subject, { widgets = [] }: ManifestTab): boolean =>
  widgets.some(({ objectUniversalIdentifier }) => objectUniversalIdentifier === object.universalIdentifier);

const homeOf = (subject: Subject): RecordWidget => ({
  kind: 'FIELDS',
  title: '',
  sections: [
    {
      title: '',
      lines: stockFields(subject.object.nameSingular).flatMap(({ name, label }) => {
        const field = subject.object.byName.get(name);
        return field ? [{ label: label[subject.viewer.language], value: shownValue(subject, field) }] : [];
      }),
    },
  ],
});

const tabsOf = (subject: Subject): readonly RecordTab[] => {
  const { workspace, viewer, object } = subject;
  const stock = stockTabs(object.nameSingular).map(({ name, position }, at) => ({
    title: name[viewer.language],
    position,
    widgets: at === 0 ? [homeOf(subject)] : [{ kind: 'STOCK' as const, title: name[viewer.language] }],
  }));
  const ours = layoutOf(workspace.manifest)
    .pageLayoutTabs.filter((tab) => isTabOf(subject, tab))
    .map(({ title, position, widgets = [] }) => ({
      title: translate('pageLayoutTab.title', title, viewer.language),
      position,
      widgets: widgets.map((widget) => widgetOf(subject, widget)),
    }));
  return [...stock, ...ours]
    .toSorted((left, right) => left.position - right.position)
    .map(({ title, widgets }) => ({ title, widgets }));
};

/** Reads from an address whose page of which record to show: `object`, `records`, `person`, `role`, `locale`, `scheme`. */
export const recordPage = async (workspace: Workspace, wanted: URLSearchParams): Promise<RecordPage | null> => {
  const object = workspace.model.byName.get(wanted.get('object') ?? 'company');
  if (!object) return null;
  const rows = workspace.records(object.nameSingular);
  const row = rows.find(({ id }) => id === wanted.get('records')) ?? rows[0];
  if (!row) return null;
  const viewer = await viewerOf(workspace, wanted);
  const subject: Subject = { workspace, viewer, object, row };
  const { language } = viewer;
  return {
    language,
    scheme: viewer.scheme,
    sidebar: sidebarOf(workspace, viewer),
    object:
      STOCK_OBJECTS[object.nameSingular]?.[language] ??
      translate('objectMetadata.labelSingular', object.label, language),
    name: String(row[object.labelField] ?? ''),
    tabs: tabsOf(subject),
  };
};
