import { objectEntry } from '../../objects/taxonomy/index.ts';
import { optionMeanings } from '../../objects/taxonomy/option-meanings.ts';
import {
  LANGUAGES,
  type Language,
  type ObjectName,
  type Option,
  type Tag,
  type Words,
} from '../../objects/taxonomy/types.ts';
import { phrase } from '../messages/phrase.ts';
import { definedTags } from './defined-tags.ts';
import { entryId } from './entry-id.ts';
import { usageOfOption, usageOfTag } from './usage-of.ts';

/** What the application writes of an entry. */
export interface DictionaryFields {
  readonly name: string;
  readonly objectName: string;
  readonly tag: string;
  /** Empty for the tag itself. */
  readonly option: string;
  readonly term: string;
  readonly definition: string;
  readonly usage: string;
  readonly status: 'APPROVED';
}

export interface DictionaryRow {
  readonly id: string;
  readonly fields: DictionaryFields;
}

/** The notice language first, then the others; languages that say the same share a line. */
const inEachLanguage = (language: Language, say: (each: Language) => string): string =>
  [...new Set([language, ...LANGUAGES.filter((each) => each !== language)].map(say))].join('\n');

const meaningOf = (tag: Tag, option: Option): Words | undefined =>
  optionMeanings[`${tag.object}.${tag.name}`]?.[option.value];

const definitionOfOption = (tag: Tag, option: Option, language: Language): string => {
  const meaning = meaningOf(tag, option);
  return inEachLanguage(
    language,
    (each) =>
      meaning?.[each] ??
      phrase('dictionary.option', each, {
        option: option.label[each],
        tag: tag.label[each],
        definition: tag.description[each],
      }),
  );
};

/**
 * The dictionary (1.3.3, 3.1.10): a row for each of the policy's tags and for each option of its picklists. The object
 * has one field a text, so the languages share them: the term is in the notice language, the definition has a line a
 * language with that one first, and the usage names the thing in the other languages, so that a search finds it in any.
 */
export const dictionaryRows = (language: Language): readonly DictionaryRow[] =>
  definedTags().flatMap((tag): readonly DictionaryRow[] => {
    const object = objectEntry(tag.object as ObjectName).label[language];
    const place = { objectName: tag.object, tag: tag.name, status: 'APPROVED' as const };
    const label = tag.label[language];
    return [
      {
        id: entryId(tag.object, tag.name),
        fields: {
          ...place,
          name: `${object} / ${label}`,
          option: '',
          term: label,
          definition: inEachLanguage(language, (each) => tag.description[each]),
          usage: usageOfTag(tag, language),
        },
      },
      ...(tag.options ?? []).map((option) => ({
        id: entryId(tag.object, tag.name, option.value),
        fields: {
          ...place,
          name: `${object} / ${label} / ${option.label[language]}`,
          option: option.value,
          term: option.label[language],
          definition: definitionOfOption(tag, option, language),
          usage: usageOfOption(tag, option, language),
        },
      })),
    ];
  });
