import { backupTags } from './backup.ts';
import { companyTags } from './company.ts';
import { governanceTags } from './governance.ts';
import { linkTags } from './links.ts';
import { opportunityTags } from './opportunity.ts';
import { calendarDayTags, changeNoticeTags, definitionTags, logTags, sweepTags } from './registers.ts';
import { agreementTags } from './tag-agreement.ts';
import { assessmentTags } from './tag-assessment.ts';
import { creditTags } from './tag-credit.ts';
import { incidentTags } from './tag-incident.ts';
import { inspectionTags } from './tag-inspection.ts';
import { memberTags } from './tag-member.ts';
import { opportunityItemTags } from './tag-opportunity-item.ts';
import { opportunityMemberTags } from './tag-opportunity-member.ts';
import { productTags } from './tag-product.ts';
import { rectificationTags } from './tag-rectification.ts';
import { targetTags } from './tag-target.ts';
import { taskTags } from './task.ts';
import type { Tag } from './types.ts';

export { GROUPS } from './groups.ts';
export { type ObjectEntry, objectEntries, objectEntry } from './objects.ts';
export * from './types.ts';

/** Every entry of the taxonomy, in the order people read them. */
export const taxonomy: readonly Tag[] = [
  ...companyTags,
  ...opportunityTags,
  ...productTags,
  ...opportunityItemTags,
  ...opportunityMemberTags,
  ...memberTags,
  ...targetTags,
  ...creditTags,
  ...changeNoticeTags,
  ...logTags,
  ...definitionTags,
  ...calendarDayTags,
  ...sweepTags,
  ...backupTags,
  ...inspectionTags,
  ...rectificationTags,
  ...assessmentTags,
  ...agreementTags,
  ...incidentTags,
  ...taskTags,
  ...governanceTags,
  ...linkTags,
];

const byObject = new Map(
  [...Map.groupBy(taxonomy, (tag): string => tag.object)].map(([object, tags]) => [
    object,
    new Map(tags.map((tag) => [tag.name, tag])),
  ]),
);

/** The entries of one object, in reading order. */
export const tagsOf = (object: Tag['object']): readonly Tag[] => taxonomy.filter((tag) => tag.object === object);

/** The entry `object.name`; undefined when there is none. */
export const findTag = (object: string, name: string): Tag | undefined => byObject.get(object)?.get(name);

/** The entry `object.name`; throws when there is none. */
export const tagOf = (object: string, name: string): Tag => {
  const tag = findTag(object, name);
  if (!tag) throw new Error(`There is no tag "${object}.${name}" in the taxonomy; see objects/taxonomy`);
  return tag;
};

/** The entries of an object that are fields we add to Twenty: not its own ones, not values kept on another record. */
export const addedFieldsOf = (object: Tag['object']): readonly Tag[] =>
  tagsOf(object).filter((tag) => !tag.standard && !tag.via);
