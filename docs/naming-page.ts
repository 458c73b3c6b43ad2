import type { Language } from '../objects/taxonomy/types.ts';
import { nameShown } from '../plugin/front-components/naming/name-shown.ts';
import { NAMING_WORDS } from '../plugin/front-components/naming/naming-words.ts';
import { type GuideTag, namingRules, tagGuide } from '../workflows/dictionary/naming-guide.ts';
import { otherNamesLines } from '../workflows/dictionary/usage-of.ts';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const tagLines = ({ label, definition, usage, aliases, options }: GuideTag, language: Language): readonly string[] => [
  `#### ${label}`,
  '',
  definition,
  '',
  ...[...usage, ...otherNamesLines(aliases, language)].map((line) => `- ${line}`),
  ...options.map((option) => {
    const beside = [option.meaning, ...otherNamesLines(option.aliases, language)].filter(Boolean).join(' · ');
    return `  - **${option.label}**${beside && ` ${beside}`}`;
  }),
  '',
];

/** The page "How to name and use tags" (1.3.3, 3.1.8–3.1.10) in one language, as Markdown. */
export const namingPage = (language: Language): string => {
  const say = (key: keyof typeof NAMING_WORDS): string => NAMING_WORDS[key][language];
  const lines = [
    `# ${say('title')}`,
    '',
    '<!-- npm run naming -->',
    '',
    say('intro'),
    '',
    `## ${say('rules')}`,
    '',
    row(say('name'), say('problem'), say('mending'), say('effect')),
    '| --- | --- | --- | --- |',
    ...namingRules(language).map((rule) =>
      row(nameShown(rule, language), rule.problem, rule.mending, say(rule.isRefused ? 'refused' : 'warned')),
    ),
    '',
    `## ${say('tags')}`,
    '',
    ...tagGuide(language).flatMap((object) =>
      object.groups.flatMap((group) => [
        `### ${object.label} · ${group.label}`,
        '',
        ...group.tags.flatMap((tag) => tagLines(tag, language)),
      ]),
    ),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
};

/** The file a language's page is kept in, beside this one. */
export const namingFile = (language: Language): string => (language === 'en' ? 'naming.md' : `naming.${language}.md`);
