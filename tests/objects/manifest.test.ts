import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { stringsIn } from '../../locales/catalog.ts';
import en from '../../locales/en.json' with { type: 'json' };
import zhCN from '../../locales/zh-CN.json' with { type: 'json' };
import zhTW from '../../locales/zh-TW.json' with { type: 'json' };
import { fieldIdentifier } from '../../objects/define/field.ts';
import { brokenIdentifiers, identifiersIn } from '../../objects/define/identifiers-in.ts';
import { addedFieldsOf, OBJECT_NAMES, objectEntries, STAGES, tagOf, taxonomy } from '../../objects/taxonomy/index.ts';
import { LANGUAGES } from '../../objects/taxonomy/types.ts';
import lock from '../../objects/universal-identifiers.lock.json' with { type: 'json' };
import { OUTPUT, ROOT } from '../../plugin/cli/build.ts';
import { wakingFields } from '../../workflows/entries/changed-tags.ts';
import waking from '../../workflows/hooks/waking-fields.generated.json' with { type: 'json' };

interface Entity {
  readonly [key: string]: unknown;
  readonly universalIdentifier: string;
  readonly name: string;
  readonly objectUniversalIdentifier: string;
}
type ManifestObject = Entity & { readonly nameSingular: string; readonly fields: readonly Entity[] };

const manifest = JSON.parse(
  readFileSync(fileURLToPath(new URL('../../.twenty/output/manifest.json', import.meta.url)), 'utf8'),
) as Readonly<Record<string, readonly Entity[]>> & {
  application: { requiredServerVersionRange: string; applicationVariables: object };
};
const objects = manifest.objects as unknown as readonly ManifestObject[];
const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])([A-Z])/g, (letter) => `-${letter.toLowerCase()}`);
const STANDARD = ['company', 'opportunity', 'person', 'workspaceMember'] as const;

describe('an entry and its file', () => {
  it.each(STANDARD)('%s: every added field has its file, every file its entry', (object) => {
    const files = readdirSync(`${ROOT}/objects/${kebab(object)}`).sort();
    expect(files).toEqual(
      addedFieldsOf(object)
        .map((tag) => `${kebab(tag.name)}.ts`)
        .sort(),
    );
  });

  it.each(STANDARD.flatMap((object) => addedFieldsOf(object).map((tag) => [object, tag.name] as const)))(
    '%s.%s: the file declares that very field',
    (object, name) => {
      const source = readFileSync(`${ROOT}/objects/${kebab(object)}/${kebab(name)}.ts`, 'utf8');
      expect(source).toContain(`export default defineField(fieldConfig('${object}', '${name}'));`);
    },
  );

  it('every object of ours has its file and stands in the manifest with all its fields', () => {
    const own = objectEntries.filter((entry) => !entry.standard);
    for (const { name } of own) {
      expect(existsSync(`${ROOT}/objects/${kebab(name)}.ts`), name).toBe(true);
      const built = objects.find((object) => object.nameSingular === name);
      expect(built?.fields.map((field) => field.name).sort(), name).toEqual(
        addedFieldsOf(name)
          .map((tag) => tag.name)
          .sort(),
      );
    }
    expect(objects).toHaveLength(own.length);
  });

  it('every field added to a Twenty object, and every object of ours, starts with "tag"', () => {
    for (const field of manifest.fields ?? []) expect(field.name).toMatch(/^tag[A-Z]/);
    for (const object of objects) expect(object.nameSingular).toMatch(/^tag[A-Z]/);
  });
});

describe('a percent', () => {
  it('is a plain number with the sign in its label: Twenty shows its own percentage a hundredfold', () => {
    const percents = taxonomy.filter((tag) => tag.kind === 'PERCENT');
    expect(percents.map((tag) => tag.name)).toContain('satisfactionTarget');
    const fields = [...(manifest.fields ?? []), ...objects.flatMap((object) => object.fields)];
    for (const tag of percents) {
      for (const label of Object.values(tag.label)) expect(label.normalize('NFKC')).toMatch(/\(%\)$/);
      const [field] = fields.filter((one) => one.name === tag.name);
      expect(field, tag.name).toMatchObject({ type: 'NUMBER' });
      expect(JSON.stringify(field), tag.name).not.toContain('percentage');
    }
  });
});

describe('universal identifiers', () => {
  const built = identifiersIn(manifest);
  it('none that has landed changed or went', () => {
    expect(brokenIdentifiers(lock, built)).toEqual([]);
  });
  it('every one is recorded; run "npm run ids" for a new one', () => {
    expect(Object.keys(built).filter((name) => !(name in lock))).toEqual([]);
  });
  it.each([
    ['views/company/Customers', false],
    ['views/company/Customers/filters/tagRegion', true],
    ['roles/Executive/fieldPermissions/company.name', true],
    ['views/company/Customers/fields/tagRegion', true],
    ['views/company/Customers/fieldGroups/Size', true],
    ['navigationMenuItems/Tag policy', true],
    ['pageLayouts/Pipeline/tabs/Pipeline/widgets/Amount by stage', true],
    ['pageLayouts/Pipeline', false],
    ['indexes/tagCredit', true],
  ])('%s may go: %s, and never changes', (name, mayGo) => {
    const broken = [[name, 'landed']];
    expect(brokenIdentifiers({ [name]: 'landed' }, {})).toEqual(mayGo ? [] : broken);
    expect(brokenIdentifiers({ [name]: 'landed' }, { [name]: 'another' })).toEqual(broken);
  });
  it('what is renamed keeps its own', () => {
    expect(brokenIdentifiers({ 'views/company/Old': 'landed' }, { 'views/company/New': 'landed' })).toEqual([]);
  });
  it('no two things share one', () => {
    expect(new Set(Object.values(built)).size).toBe(Object.keys(built).length);
  });
});

describe('what wakes a hook', () => {
  it('is what the taxonomy says; "npm run triggers" writes it', () => {
    for (const object of OBJECT_NAMES) expect(waking[object], object).toEqual(wakingFields(object));
  });
});

describe('the package', () => {
  it('gives a server nothing to install: the bundles import nothing', () => {
    const built = JSON.parse(readFileSync(`${OUTPUT}/package.json`, 'utf8')) as Readonly<Record<string, unknown>>;
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies'])
      expect(built).not.toHaveProperty(kind);
    const bundles = readdirSync(OUTPUT, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.mjs'));
    expect(bundles.length).toBeGreaterThan(20);
    const imported = bundles.flatMap((file) => {
      const source = readFileSync(`${OUTPUT}/${file}`, 'utf8');
      return [...source.matchAll(/(?:^|[;}\s])(?:import|export)[^;'"]*?from\s*["']([^"'.][^"']*)["']/g)].map(
        ([, name]) => name,
      );
    });
    expect(
      [...new Set(imported)].filter((name) => !builtinModules.includes(String(name).replace(/^node:/, ''))),
    ).toEqual([]);
  });
});

describe('unique indexes', () => {
  const names = new Map(
    objects.flatMap((object) =>
      object.fields.map((field) => [field.universalIdentifier, `${object.nameSingular}.${field.name}`]),
    ),
  );
  const indexes = (manifest.indexes ?? []).map((index) => ({
    isUnique: index.isUnique,
    fields: (index.fields as readonly { fieldUniversalIdentifier: string }[]).map((field) =>
      names.get(field.fieldUniversalIdentifier),
    ),
  }));
  it('only over keys the application gives: whatever people merge, delete and enter again may be there twice', () => {
    const keys = indexes.map(({ isUnique, fields }) => `${isUnique} ${fields}`).sort();
    expect(keys).toEqual([
      'true tagAssessment.key',
      'true tagChangeNotice.key',
      'true tagInspection.key',
      'true tagLog.key',
      'true tagRectification.number',
      'true tagSweep.key',
      'true tagTarget.key',
    ]);
  });
});

describe('what people cannot write', () => {
  it('is writable by the application alone', () => {
    const fields = [...(manifest.fields ?? []), ...objects.flatMap((object) => object.fields)];
    for (const tag of taxonomy.filter((one) => one.writer === 'APPLICATION')) {
      const identifier = fieldIdentifier(tag.object, tag.name);
      const found = fields.filter((field) => field.universalIdentifier === identifier);
      expect(found.length, tag.name).toBeGreaterThan(0);
      for (const field of found)
        expect(field, `${tag.object}.${tag.name}`).toMatchObject({ writability: 'APPLICATION' });
    }
    expect(objects.find((object) => object.nameSingular === 'tagLog')).toMatchObject({ writability: 'APPLICATION' });
  });

  it('is not what the policy has people enter', () => {
    for (const tag of taxonomy.filter((one) => one.role === 'TAG'))
      expect(tag.writer ?? 'PERSON', tag.name).toBe('PERSON');
  });
});

describe('relations', () => {
  const fields = new Map(
    [...(manifest.fields ?? []), ...objects.flatMap((object) => object.fields)].map((field) => [
      field.universalIdentifier,
      field,
    ]),
  );
  it('each of ours is declared on both sides', () => {
    for (const field of fields.values()) {
      const target = field.relationTargetFieldMetadataUniversalIdentifier;
      if (typeof target !== 'string') continue;
      expect(fields.get(target)?.relationTargetFieldMetadataUniversalIdentifier, field.name).toBe(
        field.universalIdentifier,
      );
    }
  });
  it.each([
    ['tagLog', 'company', 'SET_NULL'],
    ['tagLog', 'by', 'SET_NULL'],
    ['tagChangeNotice', 'opportunity', 'SET_NULL'],
    ['tagCredit', 'company', 'CASCADE'],
    ['tagOpportunityItem', 'opportunity', 'CASCADE'],
    ['tagOpportunityMember', 'opportunity', 'CASCADE'],
    ['tagOpportunityMember', 'member', 'SET_NULL'],
  ])('%s.%s: %s when its parent is destroyed', (object, name, onDelete) => {
    const field = objects.find((one) => one.nameSingular === object)?.fields.find((one) => one.name === name);
    expect(field?.universalSettings).toMatchObject({ onDelete });
  });
});

describe('picklists', () => {
  const values = (object: string, name: string) => tagOf(object, name).options?.map((option) => option.value) ?? [];
  it.each([
    ['company', 'tagIndustry', 20, 'A', 'T'],
    ['company', 'tagIndustrySegment', 97, 'A01', 'T97'],
    ['company', 'tagRegion', 34, 'BEIJING', 'MACAO'],
    ['tagCredit', 'rating', 10, 'AAA', 'D'],
    ['opportunity', 'tagSource', 5, 'MARKETING_EVENT', 'TRADE_FAIR'],
  ])('%s.%s has %i options from %s to %s', (object, name, count, first, last) => {
    const list = values(object, name);
    expect(list).toHaveLength(count);
    expect([list.at(0), list.at(-1)]).toEqual([first, last]);
    expect(new Set(list).size).toBe(count);
  });
  it.each(
    taxonomy.filter((tag) => tag.options).map((tag) => [`${tag.object}.${tag.name}`, tag.options ?? []] as const),
  )('%s has values and labels that Twenty takes, different ones in every language', (_name, options) => {
    for (const { value } of options) expect(value).toMatch(/^[A-Z][A-Z0-9]*(_[A-Z0-9]+)*$/);
    for (const language of LANGUAGES) {
      const labels = options.map((option) => option.label[language]);
      for (const label of labels) expect(label).toMatch(/^[^,，]{1,63}$/u);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
  it('the stages are the eight of the policy, in order', () =>
    expect(values('opportunity', 'tagStage')).toEqual([...STAGES]));
  it('every division belongs to a section', () => {
    const sections = new Set(values('company', 'tagIndustry'));
    for (const segment of values('company', 'tagIndustrySegment'))
      expect(sections.has(segment.charAt(0)), segment).toBe(true);
  });
  it('values fit what Twenty takes', () => {
    for (const tag of taxonomy)
      for (const option of tag.options ?? []) expect(option.value).toMatch(/^[A-Za-z_][A-Za-z0-9_]*$/);
  });
});

describe('translations', () => {
  const strings = stringsIn(manifest);
  it.each([
    ['en', en],
    ['zh-CN', zhCN],
    ['zh-TW', zhTW],
  ])(
    '%s: every string of the manifest is there and none is empty; "npm run locales" writes them',
    (_language, catalog) => {
      const entries = catalog as unknown as Record<string, Record<string, string>>;
      for (const [kind, texts] of Object.entries(strings)) {
        expect(Object.keys(entries[kind] ?? {}).sort(), kind).toEqual([...texts].sort());
        for (const text of texts) expect(entries[kind]?.[text]?.trim(), text).toBeTruthy();
      }
      expect(Object.keys(entries).sort()).toEqual(Object.keys(strings).sort());
    },
  );

  it('zh-TW is proper Traditional: no Simplified character, no wrong pair of a machine conversion', () => {
    const text = JSON.stringify(Object.values(zhTW).map((kind) => Object.values(kind)));
    for (const wrong of ['制造', '聯系', '售后', '于', '范圍', '標簽', '注冊', '后', '采購', '系統里'])
      expect(text).not.toContain(wrong);
    for (const right of ['製造業', '聯繫人', '註冊地址', '經營範圍', '售後', '標籤']) expect(text).toContain(right);
    expect(text).not.toContain('聯絡人');
    expect(text).not.toMatch(/[们这来时对发业产经营销务员级类别际标签认审购买询职称岗]/);
  });
});

describe('the application', () => {
  it('asks for the first server that knows health checks and settings pages', () => {
    expect(manifest.application.requiredServerVersionRange).toBe('>=2.43.0');
  });
  it('has its settings', () => {
    expect(Object.keys(manifest.application.applicationVariables)).toEqual(
      expect.arrayContaining([
        'TIME_ZONE',
        'DAY_ENDS_AT',
        'ENFORCEMENT',
        'NOTICE_LANGUAGE',
        'CUSTOMER_CHANGE_DAYS',
        'PRODUCT_CHANGE_DAYS',
        'CUSTOMER_CHECK',
        'OPPORTUNITY_CHECK',
        'MEMBER_CHECK',
      ]),
    );
  });
  it('has no role with a right over all objects, its own included', () => {
    for (const role of manifest.roles ?? []) {
      for (const right of [
        'canReadAllObjectRecords',
        'canUpdateAllObjectRecords',
        'canSoftDeleteAllObjectRecords',
        'canDestroyAllObjectRecords',
        'canUpdateAllSettings',
        'canAccessAllTools',
      ]) {
        expect(role[right] ?? false, `${role.label} ${right}`).toBe(false);
      }
    }
  });
  it('shows a "Tags" tab on every page where tags live, one for decisions on that of a deal, one for assessments on a member’s', () => {
    const titles = (manifest.pageLayoutTabs ?? []).map((tab) => tab.title);
    expect(titles.filter((title) => title === 'Tags')).toHaveLength(19);
    expect(titles.filter((title) => title !== 'Tags').sort()).toEqual(['Assessment', 'Decision', 'Inspection']);
  });
});
