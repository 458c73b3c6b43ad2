import type { defineView } from 'twenty-sdk/define';
import { ViewType, ViewVisibility } from 'twenty-sdk/define';
import { fieldIdentifier } from '../../objects/define/field.ts';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { GROUPS, type ObjectName, objectEntry, type Tag, tagsOf } from '../../objects/taxonomy/index.ts';

export type ViewConfig = Parameters<typeof defineView>[0];

/** Identifier of the view behind an object's "Tags" tab. */
export const fieldsViewIdentifier = (object: ObjectName): string => universalIdentifier('view', `${object}.tags`);

const groupIdentifier = (object: ObjectName, group: string): string =>
  universalIdentifier('viewFieldGroup', `${object}.tags.${group}`);

const isKept = (tag: Tag): boolean => tag.writer === 'APPLICATION';

/** Twenty has its own fields on the home tab, which stands beside. */
const isShown = (tag: Tag): boolean => !tag.standard && !tag.via && !tag.hidden;

/** The fields of a section, those people fill in before those the application keeps. */
const fieldsOf = (object: ObjectName, group: string): readonly Tag[] => {
  const shown = tagsOf(object).filter((tag) => tag.group === group && isShown(tag));
  return [...shown.filter((tag) => !isKept(tag)), ...shown.filter(isKept)];
};

/**
 * The fields of an object's "Tags" tab, grouped and ordered as the policy has them. Twenty shows fields that an
 * application adds to its own objects nowhere else on the record page.
 */
export const fieldsViewConfig = (object: ObjectName): ViewConfig => {
  const groups = Object.entries(GROUPS[object]);
  return {
    universalIdentifier: fieldsViewIdentifier(object),
    name: `${objectEntry(object).label.en} tags`,
    objectUniversalIdentifier: objectIdentifier(object),
    type: ViewType.FIELDS_WIDGET,
    visibility: ViewVisibility.WORKSPACE,
    icon: 'IconTags',
    fieldGroups: groups.map(([group, label], position) => ({
      universalIdentifier: groupIdentifier(object, group),
      name: label.en,
      position,
      isVisible: true,
    })),
    fields: groups.flatMap(([group]) =>
      fieldsOf(object, group).map((tag, position) => ({
        universalIdentifier: universalIdentifier('viewField', `${object}.tags.${tag.name}`),
        fieldMetadataUniversalIdentifier: fieldIdentifier(object, tag.name),
        viewFieldGroupUniversalIdentifier: groupIdentifier(object, group),
        position,
        isVisible: true,
        size: 150,
      })),
    ),
  };
};
