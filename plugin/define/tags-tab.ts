import type { definePageLayoutTab } from 'twenty-sdk/define';
import {
  getSystemRecordPageLayoutUniversalIdentifier,
  PageLayoutTabLayoutMode,
  STANDARD_PAGE_LAYOUT_UNIVERSAL_IDENTIFIERS as STANDARD_PAGES,
} from 'twenty-sdk/define';
import { objectIdentifier } from '../../objects/define/standard.ts';
import { universalIdentifier } from '../../objects/define/universal-identifier.ts';
import { GOVERNED_OBJECTS, type ObjectName } from '../../objects/taxonomy/index.ts';
import { APPLICATION_IDENTIFIER } from '../application-identifier.ts';
import { FRONT_COMPONENTS } from '../front-components/identifiers.ts';
import { fieldsViewIdentifier } from './fields-view.ts';

export type TabConfig = Parameters<typeof definePageLayoutTab>[0];

/** Twenty gives each object of an application a record page of its own, under an identifier derived from the two. */
const recordPageIdentifier = (object: ObjectName): string => {
  if (object === 'company') return STANDARD_PAGES.companyRecordPage.universalIdentifier;
  if (object === 'opportunity') return STANDARD_PAGES.opportunityRecordPage.universalIdentifier;
  return getSystemRecordPageLayoutUniversalIdentifier({
    objectMetadataApplicationUniversalIdentifier: APPLICATION_IDENTIFIER,
    objectUniversalIdentifier: objectIdentifier(object),
  });
};

const GOVERNED: ReadonlySet<ObjectName> = new Set(GOVERNED_OBJECTS);

/** The tag panel, below the fields of the objects that the policy governs. */
const panelWidgets = (object: ObjectName) =>
  GOVERNED.has(object)
    ? [
        {
          universalIdentifier: universalIdentifier('pageLayoutWidget', `${object}.tags.panel`),
          title: 'Tag policy',
          type: 'FRONT_COMPONENT' as const,
          objectUniversalIdentifier: objectIdentifier(object),
          configuration: {
            configurationType: 'FRONT_COMPONENT' as const,
            frontComponentUniversalIdentifier: FRONT_COMPONENTS.panel,
          },
        },
      ]
    : [];

/** The "Tags" tab, first on the record page of an object. */
export const tagsTabConfig = (object: ObjectName): TabConfig => ({
  universalIdentifier: universalIdentifier('pageLayoutTab', `${object}.tags`),
  pageLayoutUniversalIdentifier: recordPageIdentifier(object),
  title: 'Tags',
  icon: 'IconTags',
  // Below every built-in tab's position, so that it comes first.
  position: -10,
  layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST,
  widgets: [
    {
      universalIdentifier: universalIdentifier('pageLayoutWidget', `${object}.tags.fields`),
      title: 'Tags',
      type: 'FIELDS',
      objectUniversalIdentifier: objectIdentifier(object),
      configuration: {
        configurationType: 'FIELDS',
        viewUniversalIdentifier: fieldsViewIdentifier(object),
        newFieldDefaultVisibility: false,
        shouldAllowUserToSeeHiddenFields: false,
      },
    },
    ...panelWidgets(object),
  ],
});
