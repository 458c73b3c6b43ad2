import type { Manifest } from '../manifest.ts';
import { componentRules } from './component-rules.ts';
import { fieldRules } from './field-rules.ts';
import { filterRules } from './filter-rules.ts';
import { identifierRules } from './identifier-rules.ts';
import { indexRules } from './index-rules.ts';
import { menuRules } from './menu-rules.ts';
import { objectRules } from './object-rules.ts';
import { optionRules } from './option-rules.ts';
import { pageRules } from './page-rules.ts';
import { relationRules } from './relation-rules.ts';
import { roleRules } from './role-rules.ts';
import type { Fault, Rule } from './rule.ts';
import { Site, type TakenNames } from './site.ts';
import { skillRules } from './skill-rules.ts';
import { viewRules } from './view-rules.ts';

/** What every Twenty server asks of a manifest, as read on 2.21 and 2.38 to 2.47. */
export const MANIFEST_RULES: readonly Rule[] = [
  ...identifierRules,
  ...objectRules,
  ...fieldRules,
  ...optionRules,
  ...relationRules,
  ...indexRules,
  ...viewRules,
  ...filterRules,
  ...pageRules,
  ...roleRules,
  ...menuRules,
  ...componentRules,
  ...skillRules,
];

/**
 * What is wrong with a manifest, for a workspace that has these names already: everything for which a server would
 * refuse to install it, or would install and hide it.
 */
export const validateManifest = (manifest: Manifest, taken: TakenNames = {}): readonly Fault[] => {
  const site = new Site(manifest, taken);
  return MANIFEST_RULES.flatMap(({ name, kind, code, effect, check }) =>
    check(site).map((finding): Fault => ({ ...finding, rule: name, kind, code, effect })),
  );
};

/** A fault in a line a developer can act upon. */
export const describeFault = ({ where, what, remedy, code, effect }: Fault): string =>
  `${where}: ${what}; ${remedy} (${effect === 'REFUSED' ? code : 'installed, but nobody sees it'})`;
