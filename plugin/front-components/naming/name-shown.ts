import type { Language } from '../../../objects/taxonomy/types.ts';
import type { GuideRule } from '../../../workflows/dictionary/naming-guide.ts';
import { fill } from '../fill.ts';
import { NAMING_WORDS } from './naming-words.ts';

/** Characters that cannot be seen, by their numbers. */
const visible = (text: string): string =>
  text.replace(/\p{Cc}|\p{Cf}/gu, (character) => {
    const number = character.codePointAt(0) ?? 0;
    return `[U+${number.toString(16).toUpperCase().padStart(4, '0')}]`;
  });

/** The example of a rule: the name with what stands beside it. */
export const nameShown = (rule: GuideRule, language: Language): string => {
  const { beside, definition } = rule;
  const name = visible(rule.name);
  if (beside) return fill(NAMING_WORDS.beside[language], { name, beside });
  if (definition === undefined) return name;
  return definition
    ? fill(NAMING_WORDS.defined[language], { name, definition })
    : fill(NAMING_WORDS.noDefinition[language], { name });
};
