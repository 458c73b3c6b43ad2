import { describe, expect, it } from 'vitest';
import { LANGUAGES, OBJECT_NAMES, tagsOf } from '../../objects/taxonomy/index.ts';

/** Twenty gives a label 90 pixels of a record page, which hold so many characters of its font. */
const LONGEST = 14;

describe.each(OBJECT_NAMES)('labels of %s', (object) => {
  const shown = tagsOf(object).filter((tag) => !tag.hidden);

  it('are short enough to be read whole in English; the long words stand in the description', () => {
    expect(shown.map((tag) => tag.label.en).filter((label) => label.length > LONGEST)).toEqual([]);
  });

  it.each(LANGUAGES)('are distinct in %s', (language) => {
    const labels = shown.map((tag) => tag.label[language]);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });
});
