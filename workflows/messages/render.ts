import { findLabel, findOptionLabel } from '../../objects/taxonomy/labels.ts';
import type { Language, ObjectName } from '../../objects/taxonomy/types.ts';
import { expression } from '../rules/expression.ts';
import type { Problem } from '../rules/problem.ts';
import en from './en.json' with { type: 'json' };
import { type PhraseKey, phrase, phraseCatalogs } from './phrase.ts';
import zhCN from './zh-CN.json' with { type: 'json' };
import zhTW from './zh-TW.json' with { type: 'json' };

/** The words of each problem code, one catalog a language. */
export const messageCatalogs: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en,
  'zh-CN': zhCN,
  'zh-TW': zhTW,
};

interface Style {
  readonly line: (tag: string, text: string, clause: string) => string;
  readonly or: string;
  readonly list: string;
  /** What stands before a remark that a problem may have. */
  readonly remark: string;
}

const STYLES: Readonly<Record<Language, Style>> = {
  en: { line: (tag, text, clause) => `${tag}: ${text} (${clause})`, or: ' or ', list: ', ', remark: '; ' },
  'zh-CN': { line: (tag, text, clause) => `${tag}：${text}（${clause}）`, or: '或', list: '、', remark: '；' },
  'zh-TW': { line: (tag, text, clause) => `${tag}：${text}（${clause}）`, or: '或', list: '、', remark: '；' },
};

const labelOf = (object: string, tag: string, language: Language): string => findLabel(object, tag, language) ?? tag;

const COLON_AT_END = expression('\\s*[:：]\\s*$');
/**
 * `{x}` is a datum, `{x:tag}` an option of that tag in words, `{x:=}` one of the problem's own, `{x:@}` the label of the tag the datum names, `{x:?}` a
 * remark that stands only with its datum.
 */
const PLACEHOLDER = /\{(\w+)(?::(@|\?|=|\w+))?\}/g;

/** Why a value cannot be read, or what might be meant. */
const remarkOf = (name: string, text: string, problem: Problem, language: Language): string => {
  const key = name === 'why' ? `why.${text}` : `hint.${name}`;
  if (text === '' || !(key in phraseCatalogs.en)) return '';
  const data = Object.entries(problem.data).map(([place, datum]) => [place, String(datum)] as const);
  return STYLES[language].remark + phrase(key as PhraseKey, language, { ...Object.fromEntries(data), list: text });
};

const fill = (template: string, object: string, problem: Problem, language: Language): string =>
  template.replace(PLACEHOLDER, (_match, name: string, kind: string | undefined) => {
    const datum = problem.data[name];
    const text = Array.isArray(datum) ? datum.join(STYLES[language].list) : String(datum ?? '');
    if (kind === '?') return remarkOf(name, text, problem, language);
    if (kind === '@') return labelOf(object, text, language);
    if (!kind) return text;
    return findOptionLabel(object, kind === '=' ? problem.tag : kind, text, language) ?? text;
  });

const tagsOf = (problem: Problem): readonly string[] => [
  problem.tag,
  ...(Array.isArray(problem.data.or) ? (problem.data.or as readonly string[]) : []),
];

/** The tag a problem is about, or the tags any of which would do: "Contact phone or Contact e-mail". */
export const problemLabel = (object: ObjectName, problem: Problem, language: Language): string =>
  tagsOf(problem)
    .map((tag) => labelOf(object, tag, language))
    .join(STYLES[language].or);

/** What is wrong, without tag and clause. An unknown code is shown as it is, never thrown away. */
export const problemText = (object: ObjectName, problem: Problem, language: Language): string =>
  fill(messageCatalogs[language][problem.code] ?? problem.code, object, problem, language).replace(COLON_AT_END, '');

/**
 * One problem in words, with its tag and clause: "Contact phone or Contact e-mail: is missing (2.1.5)".
 */
export const renderProblem = (object: ObjectName, problem: Problem, language: Language): string =>
  STYLES[language].line(
    problemLabel(object, problem, language),
    problemText(object, problem, language),
    problem.clause,
  );

/** Problems as the lines of a record's summary, errors first. */
export const renderSummary = (object: ObjectName, problems: readonly Problem[], language: Language): string => {
  const rank = (problem: Problem): number => (problem.severity === 'ERROR' ? 0 : 1);
  return [...problems]
    .sort((left, right) => rank(left) - rank(right))
    .map((problem) => renderProblem(object, problem, language))
    .join('\n');
};
