import { type TagFacts, tagsOf } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { isFilled } from '../judgement/filled.ts';
import type { Address, FullName, Value, Values } from '../judgement/values.ts';
import { canonical } from '../rules/canonical.ts';
import { digest } from '../rules/digest.ts';
import { oncePer } from '../rules/once.ts';
import { sealedMark } from './sealed-mark.ts';

/** How a tag changed since it was last seen. */
export interface TagChange {
  readonly tag: TagFacts;
  readonly kind: 'FILLED' | 'CHANGED' | 'CLEARED';
  /** In words; null where the tag is sensitive or has no words. */
  readonly before: string | null;
  readonly after: string | null;
  /** The digest of the new value; empty when there is none. */
  readonly mark: string;
}

const MOST_CHARACTERS = 120;
const ENTERED_ROLES: ReadonlySet<string> = new Set(['TAG', 'SUPPORT']);

/** The tags whose change is an entry: what people enter of a record, its contact and its credit record (3.2.8). */
export const enteredTags = oncePer((object: GovernedObject): readonly TagFacts[] =>
  tagsOf(object).filter(
    (tag) =>
      ENTERED_ROLES.has(tag.role) &&
      !tag.statement &&
      !tag.intention &&
      tag.writer !== 'APPLICATION' &&
      tag.kind !== 'ONE_TO_MANY' &&
      tag.kind !== 'RAW_JSON',
  ),
);

const hasWords = (tag: TagFacts): boolean =>
  !tag.sensitive && tag.kind !== 'MANY_TO_ONE' && (tag.majorChange !== undefined || tag.reportedAs !== undefined);

/** A value in words. */
export const wordsOf = (tag: TagFacts, value: Value): string => {
  switch (tag.kind) {
    case 'FULL_NAME': {
      const { firstName, lastName } = value as FullName;
      return `${lastName ?? ''}${/[a-z]/i.test(`${firstName}${lastName}`) ? ' ' : ''}${firstName ?? ''}`.trim();
    }
    case 'ADDRESS': {
      const { addressState, addressCity, addressStreet1, addressStreet2 } = value as Address;
      return [addressState, addressCity, addressStreet1, addressStreet2].filter(Boolean).join(' ');
    }
    default:
      return Array.isArray(value) ? value.join(', ') : String(value ?? '');
  }
};

/** White space around a text is nothing, and neither is a part of a composite that is empty. */
const folded = (value: Value): unknown => {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== null && part !== '' && part !== undefined),
  );
};

/** How a record that a tag points at is remembered. */
export const markOfId = (id: string): string => digest(canonical(id));

/**
 * The tags of a record as they are remembered: a digest of each filled one, and its words where a report shows what it
 * was before. Of values of sensitive tags there are marks alone, made with a key (6.1.3).
 */
export const seenOf = (object: GovernedObject, values: Values, key: string): Readonly<Record<string, string>> => {
  const seen: Record<string, string> = {};
  for (const tag of enteredTags(object)) {
    const value = values[tag.name];
    if (!isRemembered(tag, value)) continue;
    const text = canonical(folded(value));
    const mark = tag.sensitive ? sealedMark(`${tag.name}:${text}`, key) : digest(text);
    const words = hasWords(tag) ? wordsOf(tag, value).replace(/\s+/g, ' ').slice(0, MOST_CHARACTERS) : '';
    seen[tag.name] = words ? `${mark} ${words}` : mark;
  }
  return seen;
};

/** "None" and a flag that is off are answers a person gave, though no requirement counts them as filled. */
const isRemembered = (tag: TagFacts, value: Value): boolean => {
  if (tag.kind === 'BOOLEAN') return value === true;
  if (tag.kind === 'TEXT' || tag.kind === 'LONG_TEXT') return typeof value === 'string' && value.trim() !== '';
  return isFilled(tag, value);
};

/** The digest of a remembered tag. */
export const markOf = (seen: string | undefined): string | undefined => seen?.split(' ', 1)[0];
/** The words of a remembered tag; null where it has none. */
export const wordsIn = (seen: string | undefined): string | null => {
  const at = seen?.indexOf(' ') ?? -1;
  return seen && at > 0 ? seen.slice(at + 1) : null;
};

/** What changed between two sights of a record, in the order people read its tags. */
export const changesBetween = (
  object: GovernedObject,
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): readonly TagChange[] =>
  enteredTags(object).flatMap((tag): TagChange[] => {
    const old = before[tag.name];
    const now = after[tag.name];
    if (markOf(old) === markOf(now)) return [];
    const kind = old === undefined ? 'FILLED' : now === undefined ? 'CLEARED' : 'CHANGED';
    return [{ tag, kind, before: wordsIn(old), after: wordsIn(now), mark: markOf(now) ?? '' }];
  });
