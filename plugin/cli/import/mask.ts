import type { Language, Tag } from '../../../objects/taxonomy/index.ts';
import { isEmpty } from '../../../workflows/entries/changed-fields.ts';

/** Who looks at what an import shows. */
export interface Viewer {
  readonly language: Language;
  /** They ask for sensitive values, and the key they use may read them. */
  readonly seesSensitive: boolean;
}

const MASK = '•••';
const LONGEST = 60;

const textOf = (tag: Tag, value: unknown, language: Language): string => {
  if (Array.isArray(value)) return value.map((item) => textOf(tag, item, language)).join(', ');
  if (typeof value === 'object' && value !== null) {
    if ('amountMicros' in value && 'currencyCode' in value) {
      return `${(Number(value.amountMicros) / 1_000_000).toLocaleString('en')} ${String(value.currencyCode ?? '')}`.trim();
    }
    return Object.values(value)
      .filter((part) => !isEmpty(part) && typeof part !== 'object')
      .join(' ');
  }
  return tag.options?.find((option) => option.value === value)?.label[language] ?? String(value);
};

/** A value as it is shown: of a sensitive tag (6.1.3) whether there is one, and nothing more, unless the viewer may see it. */
export const shown = (tag: Tag, value: unknown, { language, seesSensitive }: Viewer): string => {
  if (isEmpty(value)) return '—';
  if (tag.sensitive && !seesSensitive) return MASK;
  const text = textOf(tag, value, language);
  return [...text].length > LONGEST ? `${[...text].slice(0, LONGEST).join('')}…` : text;
};
