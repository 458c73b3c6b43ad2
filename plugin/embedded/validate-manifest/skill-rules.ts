import type { ManifestSkill } from '../manifest.ts';
import { type Finding, type Rule, refused, repeated } from './rule.ts';
import type { Site } from './site.ts';

const skillsOf = (site: Site): readonly ManifestSkill[] => site.manifest.skills ?? [];

const fault = ({ universalIdentifier, name }: ManifestSkill, what: string, remedy: string): Finding => ({
  subject: { universalIdentifier, name },
  where: `skill ${name}`,
  what,
  remedy,
});

export const skillRules: readonly Rule[] = [
  refused('skill', 'INVALID_SKILL_INPUT', 'what a skill says', (site) =>
    skillsOf(site)
      .filter(({ label, content }) => !label || !content)
      .map((skill) => fault(skill, 'its label or its content is empty', 'write both')),
  ),
  refused('skill', 'SKILL_ALREADY_EXISTS', 'names of skills', (site) =>
    repeated(skillsOf(site), ({ name }) => name).map((skill) =>
      fault(skill, 'another skill has its name', 'give each a name of its own'),
    ),
  ),
];
