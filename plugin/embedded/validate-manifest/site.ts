import {
  getSystemRecordPageLayoutUniversalIdentifier,
  STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS,
  STANDARD_PAGE_LAYOUT_UNIVERSAL_IDENTIFIERS,
} from 'twenty-sdk/define';
import { SYSTEM_FIELDS } from '../../../objects/define/system-fields.ts';
import { compositeOf } from '../composites.ts';
import type { Manifest, ManifestField, ManifestPageTab, ManifestView, ManifestWidget } from '../manifest.ts';
import { pascal } from '../names.ts';
import { STANDARD_OBJECTS, standardFieldIdentifier, standardObjectIdentifier } from '../standard-objects.ts';

/** What a workspace has before the application comes, beside what every one has. */
export interface TakenNames {
  readonly roles?: readonly string[];
  readonly objects?: readonly { readonly nameSingular: string; readonly namePlural: string }[];
  /** Fields a team has added to its objects, as `company.industry`. */
  readonly fields?: readonly string[];
}

/** Roles every workspace has. */
const STOCK_ROLES = ['Admin', 'Member', 'Guest', 'Object-restricted'];

export interface KnownField {
  readonly universalIdentifier: string;
  readonly objectIdentifier: string;
  readonly name: string;
  readonly label: string;
  /** Unknown of most of Twenty's own fields. */
  readonly type?: string;
  readonly options?: readonly string[];
  readonly relationType?: string;
  /** As the manifest has it, where it is the application's. */
  readonly manifest?: ManifestField;
}

export interface KnownObject {
  readonly universalIdentifier: string;
  readonly nameSingular: string;
  readonly namePlural: string;
  readonly labelFieldIdentifier?: string;
  readonly isOwn: boolean;
}

/** A field of the application with the object it is for. */
export interface OwnField {
  readonly field: ManifestField;
  readonly objectIdentifier: string;
  /** `company.tagRegion` */
  readonly where: string;
}

export interface PlacedWidget {
  readonly widget: ManifestWidget;
  readonly tab: ManifestPageTab;
  readonly where: string;
}

type StandardTable = Readonly<
  Record<string, { universalIdentifier: string; fields: Readonly<Record<string, { universalIdentifier: string }>> }>
>;

/** A manifest together with what Twenty and the workspace have already: what rules look things up in. */
export class Site {
  readonly manifest: Manifest;
  readonly taken: TakenNames;
  readonly objects = new Map<string, KnownObject>();
  readonly fields = new Map<string, KnownField>();
  readonly ownFields: readonly OwnField[];
  readonly views: readonly ManifestView[];
  readonly tabs: readonly { readonly tab: ManifestPageTab; readonly page: string }[];
  readonly widgets: readonly PlacedWidget[];
  readonly pages: ReadonlySet<string>;
  /** Names on each object that are not the application's, by the object's identifier. */
  readonly #others = new Map<string, Set<string>>();

  constructor(manifest: Manifest, taken: TakenNames = {}) {
    this.manifest = manifest;
    this.taken = taken;
    this.#addStandard();
    this.#addTaken();
    for (const object of manifest.objects) {
      const { universalIdentifier, nameSingular, namePlural } = object;
      const labelFieldIdentifier = object.labelIdentifierFieldMetadataUniversalIdentifier;
      this.objects.set(universalIdentifier, {
        universalIdentifier,
        nameSingular,
        namePlural,
        isOwn: true,
        ...(labelFieldIdentifier ? { labelFieldIdentifier } : {}),
      });
      this.#others.set(universalIdentifier, new Set(SYSTEM_FIELDS));
    }
    this.ownFields = [
      ...manifest.objects.flatMap((object) =>
        object.fields.map((field) => ({ field, objectIdentifier: object.universalIdentifier })),
      ),
      ...manifest.fields.map((field) => ({ field, objectIdentifier: field.objectUniversalIdentifier ?? '' })),
    ].map((own) => ({ ...own, where: `${this.objectName(own.objectIdentifier)}.${own.field.name}` }));
    for (const { field, objectIdentifier } of this.ownFields) this.#addOwn(field, objectIdentifier);
    this.views = manifest.views ?? [];
    const pages = manifest.pageLayouts ?? [];
    this.tabs = [
      ...pages.flatMap((page) => (page.tabs ?? []).map((tab) => ({ tab, page: page.name }))),
      ...(manifest.pageLayoutTabs ?? []).map((tab) => ({ tab, page: 'record page' })),
    ];
    this.widgets = this.tabs.flatMap(({ tab, page }) =>
      (tab.widgets ?? []).map((widget) => ({ widget, tab, where: `${page} / ${tab.title} / ${widget.title}` })),
    );
    this.pages = new Set([
      ...pages.map((page) => page.universalIdentifier),
      ...Object.values(STANDARD_PAGE_LAYOUT_UNIVERSAL_IDENTIFIERS).map((page) => page.universalIdentifier),
      ...manifest.objects.map((object) =>
        getSystemRecordPageLayoutUniversalIdentifier({
          objectMetadataApplicationUniversalIdentifier: manifest.application.universalIdentifier,
          objectUniversalIdentifier: object.universalIdentifier,
        }),
      ),
    ]);
  }

  /** Labels of roles the application finds in the workspace. */
  get takenRoles(): ReadonlySet<string> {
    return new Set([...STOCK_ROLES, ...(this.taken.roles ?? [])]);
  }

  objectName(identifier: string): string {
    return this.objects.get(identifier)?.nameSingular ?? `(no object ${identifier})`;
  }

  fieldName(identifier: string): string {
    const field = this.fields.get(identifier);
    return field ? `${this.objectName(field.objectIdentifier)}.${field.name}` : `(no field ${identifier})`;
  }

  /** The names on an object that the application did not bring. */
  otherNames(objectIdentifier: string): ReadonlySet<string> {
    return this.#others.get(objectIdentifier) ?? new Set();
  }

  viewOf(identifier: string | undefined): ManifestView | undefined {
    return this.views.find((view) => view.universalIdentifier === identifier);
  }

  hasFrontComponent(identifier: string | undefined): boolean {
    return (this.manifest.frontComponents ?? []).some((one) => one.universalIdentifier === identifier);
  }

  #addStandard(): void {
    const details = new Map(STANDARD_OBJECTS.map((object) => [object.nameSingular, object]));
    for (const [nameSingular, standard] of Object.entries(
      STANDARD_OBJECT_UNIVERSAL_IDENTIFIERS as unknown as StandardTable,
    )) {
      const known = details.get(nameSingular);
      const objectIdentifier = standardObjectIdentifier(nameSingular);
      const labelFieldIdentifier = known && standardFieldIdentifier(nameSingular, known.labelField);
      this.objects.set(objectIdentifier, {
        universalIdentifier: objectIdentifier,
        nameSingular,
        namePlural: known?.namePlural ?? '',
        isOwn: false,
        ...(labelFieldIdentifier ? { labelFieldIdentifier } : {}),
      });
      const names = new Set(SYSTEM_FIELDS);
      for (const [name, { universalIdentifier }] of Object.entries(standard.fields)) {
        const field = known?.fields.find((one) => one.name === name);
        names.add(name);
        if (field?.to) names.add(`${name}Id`);
        for (const sub of (field && compositeOf(field.type)?.subFields) ?? []) names.add(`${name}${pascal(sub.name)}`);
        this.fields.set(universalIdentifier, {
          universalIdentifier,
          objectIdentifier,
          name,
          label: field?.label ?? name,
          ...(field ? { type: field.type } : {}),
          ...(field?.options ? { options: field.options } : {}),
          ...(field?.to ? { relationType: 'MANY_TO_ONE' } : {}),
        });
      }
      this.#others.set(objectIdentifier, names);
    }
  }

  #addTaken(): void {
    for (const path of this.taken.fields ?? []) {
      const [object = '', name = ''] = path.split('.');
      this.#others.get(standardObjectIdentifier(object))?.add(name);
    }
  }

  #addOwn(field: ManifestField, objectIdentifier: string): void {
    if (this.fields.has(field.universalIdentifier)) return;
    this.fields.set(field.universalIdentifier, {
      universalIdentifier: field.universalIdentifier,
      objectIdentifier,
      name: field.name,
      label: field.label ?? field.name,
      type: field.type,
      manifest: field,
      ...(field.options ? { options: field.options.map((option) => option.value) } : {}),
      ...(field.universalSettings?.relationType ? { relationType: field.universalSettings.relationType } : {}),
    });
  }
}
