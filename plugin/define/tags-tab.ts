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

/** The tag panel of the objects that the policy governs. */
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

/**
 * Twenty's tabs stand ten apart, the home tab at 10 and the timeline at 20. The first tab of a record page is drawn as a
 * narrow column that stays; the second is what opens beside it.
 */
const BETWEEN_HOME_AND_TIMELINE = 15;
const AFTER_TAGS = 16;

/** A tab after the tags with one component of ours, which has it to itself. */
const componentTab = (
  object: ObjectName,
  tab: { readonly key: string; readonly title: string; readonly icon: string },
  widget: { readonly key: string; readonly title: string; readonly component: string },
): TabConfig => ({
  universalIdentifier: universalIdentifier('pageLayoutTab', `${object}.${tab.key}`),
  pageLayoutUniversalIdentifier: recordPageIdentifier(object),
  title: tab.title,
  icon: tab.icon,
  position: AFTER_TAGS,
  layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST,
  widgets: [
    {
      universalIdentifier: universalIdentifier('pageLayoutWidget', `${object}.${tab.key}.${widget.key}`),
      title: widget.title,
      type: 'FRONT_COMPONENT',
      objectUniversalIdentifier: objectIdentifier(object),
      configuration: { configurationType: 'FRONT_COMPONENT', frontComponentUniversalIdentifier: widget.component },
    },
  ],
});

/** The tab of an opportunity's record page by which a manager decides on a quote or a contract (5.1.5, 5.1.6). */
export const decisionTabConfig = (): TabConfig =>
  componentTab(
    'opportunity',
    { key: 'decision', title: 'Decision', icon: 'IconGavel' },
    { key: 'card', title: 'Decision card', component: FRONT_COMPONENTS.card },
  );

/** The tab of a member's record page with their assessments, for that member and whoever assesses (I3). */
export const assessmentTabConfig = (): TabConfig =>
  componentTab(
    'tagMember',
    { key: 'assessment', title: 'Assessment', icon: 'IconReportAnalytics' },
    { key: 'sheet', title: 'Assessment', component: FRONT_COMPONENTS.assessment },
  );

/** The tab of an inspection with its figures, its sample, and the notices it leads to (7.1.2–7.1.4). */
export const inspectionTabConfig = (): TabConfig =>
  componentTab(
    'tagInspection',
    { key: 'inspection', title: 'Inspection', icon: 'IconZoomCheck' },
    { key: 'sheet', title: 'Inspection', component: FRONT_COMPONENTS.inspection },
  );

/** The "Tags" tab of an object's record page: what is to be done, then the fields to do it in, in the order given. */
export const tagsTabConfig = (object: ObjectName): TabConfig => ({
  universalIdentifier: universalIdentifier('pageLayoutTab', `${object}.tags`),
  pageLayoutUniversalIdentifier: recordPageIdentifier(object),
  title: 'Tags',
  icon: 'IconTags',
  position: BETWEEN_HOME_AND_TIMELINE,
  layoutMode: PageLayoutTabLayoutMode.VERTICAL_LIST,
  widgets: [
    ...panelWidgets(object),
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
  ],
});
