import { tagsOf } from '../../objects/taxonomy/index.ts';
import type { Kind, ObjectName, Tag } from '../../objects/taxonomy/types.ts';

/** Sub-selections of composite kinds: only what rules read. */
const COMPOSITES: Partial<Readonly<Record<Kind, string>>> = {
  CURRENCY: '{amountMicros currencyCode}',
  ADDRESS: '{addressStreet1 addressStreet2 addressCity addressState addressPostcode addressCountry}',
  PHONES: '{primaryPhoneNumber primaryPhoneCallingCode primaryPhoneCountryCode}',
  EMAILS: '{primaryEmail}',
  FULL_NAME: '{firstName lastName}',
};

const ACTOR = '{source workspaceMemberId name}';
/** When a record was made and last written, and by whom. */
const STAMPS = `createdAt updatedAt createdBy${ACTOR} updatedBy${ACTOR}`;

const fieldOf = (name: string, kind: Kind): string => `${name}${COMPOSITES[kind] ?? ''}`;

const ownSelection = (tags: readonly Tag[]): string =>
  tags
    .filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY')
    .map((tag) => (tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : fieldOf(tag.name, tag.kind)))
    .join(' ');

const contactSelection = (tags: readonly Tag[]): string => {
  const fields = tags.flatMap((tag) => (tag.via?.object === 'person' ? [fieldOf(tag.via.field, tag.kind)] : []));
  return fields.length > 0 ? `tagKeyContact{id ${STAMPS} ${fields.join(' ')}}` : '';
};

const creditSelection = (): string =>
  `tagCredits(first:1){edges{node{id ${STAMPS} ${ownSelection(tagsOf('tagCredit'))}}}}`;

/** Items of an opportunity; `totalCount` tells when Twenty gave fewer than there are. */
const ITEM_FIELDS = `id name ${STAMPS} ${fieldOf('quantity', 'NUMBER')} ${fieldOf('amount', 'CURRENCY')} productId product{id name model features}`;
const ITEMS = `tagItems(first:60){totalCount edges{node{${ITEM_FIELDS} opportunityId}}}`;

const NOTICE_FIELDS = `id ${STAMPS} ${ownSelection(tagsOf('tagChangeNotice'))}`;
/** Open ones, and those a person has closed that the application has not seen closed. */
const OPEN_NOTICES = `tagChangeNotices(first:60,filter:{or:[{status:{in:[OPEN,OVERDUE]}},{judgedStatus:{in:[OPEN,OVERDUE]}}]}){edges{node{${NOTICE_FIELDS}}}}`;

/** A customer as its opportunities need it for the gate: its tags, not its standing. */
const customerSelection = (): string => {
  const tags = tagsOf('company').filter((tag) => tag.role !== 'GOVERNANCE');
  return `company{id ${ownSelection(tags)} ${contactSelection(tags)} ${creditSelection()}}`;
};

/** Twenty's own fields that no tag names and the pipeline needs, and what is read beside a subject. */
const EXTRA: Partial<Readonly<Record<ObjectName, () => string>>> = {
  company: () => `accountOwnerId ${contactSelection(tagsOf('company'))} ${creditSelection()}`,
  opportunity: () => `stage ${ITEMS} ${customerSelection()}`,
};

const GOVERNED: ReadonlySet<ObjectName> = new Set(['company', 'opportunity', 'tagProduct', 'tagMember']);
const selections = new Map<ObjectName, string>();

/** The fields the pipeline reads of an object, made from the taxonomy, with what its judgement needs beside it. */
export const selectionOf = (object: ObjectName): string => {
  const known = selections.get(object);
  if (known) return known;
  const selection = [
    'id',
    STAMPS,
    ownSelection(tagsOf(object)),
    EXTRA[object]?.() ?? '',
    GOVERNED.has(object) ? OPEN_NOTICES : '',
  ]
    .filter(Boolean)
    .join(' ');
  selections.set(object, selection);
  return selection;
};

/** What a customer's judgement reads of its opportunities. */
export const DEAL_SELECTION = `id companyId tagStage tagOutcome tagStageSince closeDate amount{amountMicros currencyCode} tagBaseline ${ITEMS}`;

/** What a product's judgement reads of where it is offered. */
export const ITEM_SELECTION = `${ITEM_FIELDS} opportunityId opportunity{id companyId tagStage tagOutcome}`;

/** A change notice as it is judged. */
export const NOTICE_SELECTION = NOTICE_FIELDS;

/** The company's own days. */
export const DAY_SELECTION = 'id date isWorkday';
