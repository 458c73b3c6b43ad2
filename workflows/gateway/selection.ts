import { type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import type { Kind, ObjectName } from '../../objects/taxonomy/types.ts';
import type { Belongings, Named } from './belongings.ts';

/** Sub-selections of composite kinds: only what rules read. */
const COMPOSITES: Partial<Readonly<Record<Kind, string>>> = {
  CURRENCY: '{amountMicros currencyCode}',
  ADDRESS: '{addressStreet1 addressStreet2 addressCity addressState addressPostcode addressCountry}',
  PHONES: '{primaryPhoneNumber primaryPhoneCallingCode primaryPhoneCountryCode}',
  EMAILS: '{primaryEmail}',
  FULL_NAME: '{firstName lastName}',
};

/** Who made or wrote a record, as a selection. */
export const ACTOR = '{source workspaceMemberId name}';
/** When a record was made and last written, and by whom. */
const STAMPS = `createdAt updatedAt createdBy${ACTOR} updatedBy${ACTOR}`;

const fieldOf = (name: string, kind: Kind): string => `${name}${COMPOSITES[kind] ?? ''}`;

/** Some fields of an object as a selection. */
export const fieldsOf = (tags: readonly TagFacts[]): string =>
  tags.map(({ name, kind }) => fieldOf(name, kind)).join(' ');

const ownSelection = (tags: readonly TagFacts[]): string =>
  tags
    .filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY')
    .map((tag) => (tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : fieldOf(tag.name, tag.kind)))
    .join(' ');

const contactFields = tagsOf('company').flatMap((tag) =>
  tag.via?.object === 'person' ? [fieldOf(tag.via.field, tag.kind)] : [],
);

/** The key contact of a customer. */
export const CONTACT: Named = {
  field: 'tagKeyContact',
  object: 'person',
  selection: `id companyId ${STAMPS} ${contactFields.join(' ')}`,
};

/** The credit records of a customer. */
export const CREDITS: Belongings = {
  field: 'tagCredits',
  object: 'tagCredit',
  link: 'companyId',
  selection: `id companyId ${STAMPS} ${ownSelection(tagsOf('tagCredit'))}`,
};

const ITEM_FIELDS = `id name ${STAMPS} ${fieldOf('quantity', 'NUMBER')} ${fieldOf('amount', 'CURRENCY')} soldOn industry opportunityId productId product{id name model features}`;

/** What an opportunity offers. */
export const ITEMS: Belongings = {
  field: 'tagItems',
  object: 'tagOpportunityItem',
  link: 'opportunityId',
  selection: ITEM_FIELDS,
};

/** Who works on an opportunity. */
export const TEAM: Belongings = {
  field: 'tagTeam',
  object: 'tagOpportunityMember',
  link: 'opportunityId',
  selection: 'id name opportunityId memberId dealRole',
};

/** How a related record, or several, stand in the selection of the record they are related to. */
type Nesting = (related: Named | Belongings) => string;

/** Twenty nests sixty at most, whatever is asked for; `totalCount` tells when there are more. */
const within: Nesting = (related) =>
  'link' in related
    ? `${related.field}{totalCount edges{node{${related.selection}}}}`
    : `${related.field}{${related.selection}}`;
const beside: Nesting = () => '';

/** The other opportunities of an opportunity's customer: what tells whether two are the same (5.2.7). */
export const SIBLINGS: Belongings = {
  field: 'opportunities',
  object: 'opportunity',
  link: 'companyId',
  selection: 'id companyId name createdAt closeDate tagStage tagOutcome',
};

const customerTags = tagsOf('company').filter((tag) => tag.role !== 'GOVERNANCE');

/**
 * A customer as its opportunities need it for the gate: its tags, not its standing. Twenty leaves what is nested in a
 * nested record empty unless `deletedAt` of that record is asked for.
 */
export const CUSTOMER: Named = {
  field: 'company',
  object: 'company',
  selection: `id deletedAt ${ownSelection(customerTags)} ${within(CONTACT)} ${within(CREDITS)} ${within(SIBLINGS)}`,
};

/** Twenty's own fields that no tag names and the pipeline needs, and what is read with a subject. */
const EXTRA: Partial<Readonly<Record<ObjectName, (nest: Nesting) => string>>> = {
  company: (nest) => `accountOwnerId ${nest(CONTACT)} ${nest(CREDITS)}`,
  opportunity: (nest) => `stage ${nest(ITEMS)} ${nest(TEAM)} ${nest(CUSTOMER)}`,
};

const selectionBy = (nest: Nesting): ((object: ObjectName) => string) => {
  const selections = new Map<ObjectName, string>();
  return (object) => {
    const known = selections.get(object);
    if (known) return known;
    const parts = ['id', STAMPS, ownSelection(tagsOf(object)), EXTRA[object]?.(nest) ?? ''];
    const selection = parts.filter(Boolean).join(' ');
    selections.set(object, selection);
    return selection;
  };
};

/** The fields the pipeline reads of an object, made from the taxonomy, with what belongs to its records. */
export const selectionOf = selectionBy(within);

/**
 * The same of a page of records, without what is related to them. Where anything is nested, Twenty fetches every row that
 * the list's filter finds besides those of the page: it may be nested in lists of named records alone.
 */
export const pageSelectionOf = selectionBy(beside);

/** The opportunities of a customer, as its judgement reads them. */
export const DEALS: Belongings = {
  field: 'opportunities',
  object: 'opportunity',
  link: 'companyId',
  selection:
    'id companyId tagStage tagOutcome tagStageSince tagSignedOn closeDate amount{amountMicros currencyCode} tagRisks tagFeasibility tagBaseline',
};

/** The same with what they offer. */
export const DEAL_SELECTION = `${DEALS.selection} ${within(ITEMS)}`;

/** What a product's judgement reads of where it is offered. */
export const ITEM_SELECTION = `${ITEM_FIELDS} opportunity{id companyId tagStage tagOutcome}`;

/** A change notice as it is judged. */
export const NOTICE_SELECTION = `id ${STAMPS} ${ownSelection(tagsOf('tagChangeNotice'))}`;

/** An assessment as it is judged. */
export const ASSESSMENT_SELECTION = `id ${STAMPS} ${ownSelection(tagsOf('tagAssessment'))}`;
/** A confidentiality agreement, and a breach, as they are judged; and whether they were deleted. */
export const AGREEMENT_SELECTION = `id deletedAt ${STAMPS} ${ownSelection(tagsOf('tagAgreement'))}`;
export const INCIDENT_SELECTION = `id deletedAt ${STAMPS} memberId status measure result`;

/** An inspection as it is judged. */
export const INSPECTION_SELECTION = `id ${STAMPS} ${ownSelection(tagsOf('tagInspection'))}`;

/** A rectification notice as it is judged. */
export const RECTIFICATION_SELECTION = `id ${STAMPS} ${ownSelection(tagsOf('tagRectification'))}`;

/** The company's own days. */
export const DAY_SELECTION = 'id updatedAt date isWorkday';
