import { type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';

/** How a change of a record shows on the subject whose tags it holds. */
export interface ChangeOfTags {
  readonly object: string;
  /** Watched fields that changed. */
  readonly fields: ReadonlySet<string>;
  /** Created, deleted, destroyed or restored. */
  readonly isWhole: boolean;
}

const columnOf = ({ name, kind }: TagFacts): string => (kind === 'MANY_TO_ONE' ? `${name}Id` : name);

/**
 * The tags of a subject that a change enters: of its own fields, or of a record beside it (the key contact, a credit
 * record, an offered product). With another contact, and with a credit record that comes or goes, all tags of it change.
 */
export const enteredByChange = (subject: GovernedObject, change: ChangeOfTags): readonly string[] => {
  const { object, fields, isWhole } = change;
  const tags = tagsOf(subject);
  if (object === 'tagOpportunityItem') return ['tagItems'];
  if (object === subject) {
    const own = tags.filter((tag) => !tag.via && fields.has(columnOf(tag)));
    const ofContact = fields.has('tagKeyContactId') ? tags.filter((tag) => tag.via?.object === 'person') : [];
    return [...own, ...ofContact].map(({ name }) => name);
  }
  // Of several credit records the newest counts: with its date it may be another.
  const isMoved = isWhole || (object === 'tagCredit' && (fields.has('companyId') || fields.has('ratedAt')));
  const ofBeside = tags.filter(({ via }) => via?.object === object && (isMoved || fields.has(via.field)));
  const link = object === 'person' && (isWhole || fields.has('companyId')) ? ['tagKeyContact'] : [];
  return [...ofBeside.map(({ name }) => name), ...link];
};
