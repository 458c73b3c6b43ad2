import type { Language, Words } from '../objects/taxonomy/index.ts';

/** A catalog as Twenty reads it: strings by the kind of thing they name. */
export type Catalog = Readonly<Record<string, Readonly<Record<string, string>>>>;

type Entity = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): readonly Entity[] => (Array.isArray(value) ? (value as readonly Entity[]) : []);

/** The translatable strings of a manifest by kind, in English. Options and groups stand inside their fields and views. */
export const stringsIn = (manifest: unknown): Readonly<Record<string, readonly string[]>> => {
  const root = manifest as Readonly<Record<string, unknown>>;
  const found: Record<string, Set<string>> = {};
  const take = (kind: string, entities: readonly Entity[], ...properties: readonly string[]): void => {
    for (const property of properties) {
      for (const entity of entities) {
        const text = entity[property];
        const name = `${kind}.${property}`;
        found[name] ??= new Set();
        if (typeof text === 'string' && text !== '') found[name].add(text);
      }
    }
  };
  const objects = listOf(root.objects);
  const fields = [...listOf(root.fields), ...objects.flatMap((object) => listOf(object.fields))];
  const views = listOf(root.views);
  const tabs = [...listOf(root.pageLayoutTabs), ...listOf(root.pageLayouts).flatMap((layout) => listOf(layout.tabs))];
  take('objectMetadata', objects, 'labelSingular', 'labelPlural', 'description');
  take('fieldMetadata', fields, 'label', 'description');
  take('fieldMetadata.option', fields.flatMap((field) => listOf(field.options)), 'label');
  take('view', views, 'name');
  take('viewFieldGroup', views.flatMap((view) => listOf(view.fieldGroups)), 'name');
  take('pageLayout', listOf(root.pageLayouts), 'name');
  take('pageLayoutTab', tabs, 'title');
  take('pageLayoutWidget', [...listOf(root.pageLayoutWidgets), ...tabs.flatMap((tab) => listOf(tab.widgets))], 'title');
  take('navigationMenuItem', listOf(root.navigationMenuItems), 'name');
  take('commandMenuItem', listOf(root.commandMenuItems), 'label', 'shortLabel');
  take('settingsMenuItem', listOf(root.settingsMenuItems), 'title');
  return Object.fromEntries(
    Object.entries(found)
      .filter(([, strings]) => strings.size > 0)
      .map(([kind, strings]) => [kind, [...strings].sort()]),
  );
};

/**
 * The catalog of one language. @throws Error for a string that no words translate, or that two words translate
 * differently: one English phrase must not mean two things.
 */
export const catalogOf = (
  manifest: unknown,
  wordsByKind: Readonly<Record<string, readonly Words[]>>,
  language: Language,
): Catalog =>
  Object.fromEntries(
    Object.entries(stringsIn(manifest)).map(([name, strings]) => {
      const kind = name.slice(0, name.lastIndexOf('.'));
      const translations = translationsOf(wordsByKind[kind] ?? [], language);
      const pairs = strings.map((text) => {
        const translation = translations.get(text);
        if (!translation) throw new Error(`"${text}" (${name}) has no words in ${language}; see plugin/words.ts`);
        return [text, translation];
      });
      return [name, Object.fromEntries(pairs)];
    }),
  );

const translationsOf = (words: readonly Words[], language: Language): ReadonlyMap<string, string> => {
  const translations = new Map<string, string>();
  for (const phrase of words) {
    const known = translations.get(phrase.en);
    if (known !== undefined && known !== phrase[language]) {
      throw new Error(`"${phrase.en}" is both "${known}" and "${phrase[language]}" in ${language}`);
    }
    translations.set(phrase.en, phrase[language]);
  }
  return translations;
};
