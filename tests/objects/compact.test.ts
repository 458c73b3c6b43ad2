import { describe, expect, it } from 'vitest';
import { compactFacts, compactLabels } from '../../objects/taxonomy/compact.ts';
import storedFacts from '../../objects/taxonomy/facts.generated.json' with { type: 'json' };
import * as facts from '../../objects/taxonomy/facts.ts';
import { findTag, taxonomy } from '../../objects/taxonomy/index.ts';
import storedLabels from '../../objects/taxonomy/labels.generated.json' with { type: 'json' };
import { findLabel, findOptionLabel } from '../../objects/taxonomy/labels.ts';
import { LANGUAGES } from '../../objects/taxonomy/types.ts';

describe('the taxonomy as hooks read it', () => {
  it('is what the taxonomy says; "npm run triggers" writes it', () => {
    expect(storedFacts).toEqual(compactFacts());
    expect(storedLabels).toEqual(compactLabels());
  });

  it.each(taxonomy.map((tag) => [`${tag.object}.${tag.name}`, tag] as const))(
    '%s has its facts and its labels',
    (_name, tag) => {
      const { label, description, aliases, icon, defaultValue, searchable, options, ...rest } = tag;
      const kept = facts.tagOf(tag.object, tag.name);
      expect({ ...kept, options: kept.options?.map(({ value }) => value) }).toEqual({
        ...rest,
        options: options?.map(({ value }) => value),
      });
      for (const language of LANGUAGES) {
        expect(findLabel(tag.object, tag.name, language)).toBe(label[language]);
        for (const option of options ?? [])
          expect(findOptionLabel(tag.object, tag.name, option.value, language)).toBe(option.label[language]);
      }
    },
  );

  it('has the tags of an object in reading order', () => {
    expect(facts.tagsOf('company').map(({ name }) => name)).toEqual(
      taxonomy.filter(({ object }) => object === 'company').map(({ name }) => name),
    );
  });

  it.each([
    ['company', 'tagNothing'],
    ['nothing', 'name'],
    ['constructor', 'name'],
    ['company', 'constructor'],
  ])('knows no %s.%s', (object, name) => {
    expect(findTag(object, name)).toBeUndefined();
    expect(facts.findTag(object, name)).toBeUndefined();
    expect(findLabel(object, name, 'en')).toBeUndefined();
    expect(() => facts.tagOf(object, name)).toThrow('npm run triggers');
  });

  it('knows no option that a list does not hold', () => {
    expect(findOptionLabel('company', 'tagRegion', 'constructor', 'en')).toBeUndefined();
    expect(findOptionLabel('company', 'name', 'OTHER', 'en')).toBeUndefined();
  });
});
