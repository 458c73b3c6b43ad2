import type { TagFacts } from '../../objects/taxonomy/facts.ts';
import type { CardFacts } from '../panel/card-of.ts';
import { CARD_TAGS } from '../panel/card-tags.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import type { TwentyClient } from './client.ts';
import { TwentyError } from './errors.ts';
import { readLists } from './read.ts';
import { CONTACT, fieldsOf, ITEMS } from './selection.ts';

const isRefused = (error: unknown): boolean => error instanceof TwentyError && error.code === 'FORBIDDEN';

const ofObject = (object: string, isSensitive: boolean): readonly TagFacts[] =>
  Object.values(CARD_TAGS)
    .flat()
    .filter((tag) => tag.object === object && !tag.via && (tag.sensitive === true) === isSensitive);

/** With each open list the key of the term it may name. */
const selectedOf = (object: string, isSensitive: boolean): string => {
  const tags = ofObject(object, isSensitive);
  return [fieldsOf(tags), ...tags.flatMap(({ termIn }) => (termIn ? [`${termIn}Id`] : []))].join(' ');
};

/** What of the card is asked for at once: each part is refused as a whole, and no part takes another along. */
const PARTS = {
  deal: `name owner{name{firstName lastName}} amount{amountMicros currencyCode} closeDate ${selectedOf('opportunity', false)}`,
  // Without `deletedAt` Twenty leaves what is nested in a nested record empty.
  customer: `company{id deletedAt name ${selectedOf('company', false)} ${CONTACT.field}{${CONTACT.selection}}}`,
  offers: `${ITEMS.field}{edges{node{id name quantity amount{amountMicros currencyCode}}}}`,
  sensitiveDeal: selectedOf('opportunity', true),
  sensitiveCustomer: `company{id ${selectedOf('company', true)}}`,
  credits: `company{id deletedAt tagCredits{edges{node{id ${selectedOf('tagCredit', true)}}}}}`,
} as const satisfies Readonly<Record<keyof CardFacts, string>>;

const load = async (client: TwentyClient, id: string, selection: string): Promise<TwentyRecord | null> => {
  try {
    const query = { object: 'opportunity', filter: { id: { eq: id } }, selection: `id ${selection}` };
    const [[deal] = []] = await readLists(client, [query]);
    return deal ?? null;
  } catch (error) {
    if (isRefused(error)) return null;
    throw error;
  }
};

/**
 * Reads what the decision card of an opportunity shows, by a token that may what whoever looks may: a part they may not
 * see is null. @throws TwentyError when Twenty cannot be reached
 */
export const loadCardFacts = async (client: TwentyClient, id: string): Promise<CardFacts> => {
  const parts = Object.entries(PARTS).map(
    async ([name, selection]) => [name, await load(client, id, selection)] as const,
  );
  return Object.fromEntries(await Promise.all(parts)) as unknown as CardFacts;
};
