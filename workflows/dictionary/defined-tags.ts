import { taxonomy } from '../../objects/taxonomy/index.ts';
import type { Tag } from '../../objects/taxonomy/types.ts';

const DEFINED_ROLES: ReadonlySet<string> = new Set(['TAG', 'SUPPORT', 'DERIVED']);

/** The policy's own tags, each once: the credit record's stand under that record, not a second time under the customer. */
export const definedTags = (): readonly Tag[] =>
  taxonomy.filter((tag) => DEFINED_ROLES.has(tag.role) && !tag.hidden && tag.via?.object !== 'tagCredit');
