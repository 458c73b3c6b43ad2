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

const viaSelection = (tags: readonly Tag[], object: 'person' | 'tagCredit'): string =>
  tags
    .flatMap((tag) => (tag.via?.object === object ? [`${tag.via.field}${COMPOSITES[tag.kind] ?? ''}`] : []))
    .join(' ');

const ownSelection = (tags: readonly Tag[]): string =>
  tags
    .filter((tag) => !tag.via && tag.kind !== 'ONE_TO_MANY')
    .map((tag) => (tag.kind === 'MANY_TO_ONE' ? `${tag.name}Id` : `${tag.name}${COMPOSITES[tag.kind] ?? ''}`))
    .join(' ');

/** Twenty's own fields that no tag names and the pipeline needs. */
const EXTRA: Partial<Readonly<Record<ObjectName, string>>> = { company: 'accountOwnerId' };

const selections = new Map<ObjectName, string>();

/** The fields the pipeline reads of an object, made from the taxonomy: the record's tags and those kept beside it. */
export const selectionOf = (object: ObjectName): string => {
  const known = selections.get(object);
  if (known) return known;
  const tags = tagsOf(object);
  const contact = viaSelection(tags, 'person');
  const credit = viaSelection(tags, 'tagCredit');
  const selection = [
    'id createdAt updatedAt',
    EXTRA[object] ?? '',
    ownSelection(tags),
    contact ? `tagKeyContact{id ${contact}}` : '',
    credit ? `tagCredits(first:1){edges{node{id name ${credit}}}}` : '',
  ]
    .filter(Boolean)
    .join(' ');
  selections.set(object, selection);
  return selection;
};
