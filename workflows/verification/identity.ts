import type { GovernedObject } from '../../objects/taxonomy/types.ts';
import { coreMemory, remembered } from '../memory/core.ts';
import { changesBetween, seenOf } from '../memory/seen.ts';
import type { Entry } from '../run/entry.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { valuesOf } from '../run/values-of.ts';

/** What a verified customer is above all: with another name or code it is somebody else. */
const IDENTITY: Partial<Readonly<Record<GovernedObject, readonly string[]>>> = { company: ['name', 'tagCreditCode'] };

export const isIdentity = (object: GovernedObject, name: string): boolean => IDENTITY[object]?.includes(name) ?? false;

/** The entries of the name or the code among those that events tell of. */
export const namingsAmong = (object: GovernedObject, entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ tags = [] }) => tags.some((name) => isIdentity(object, name)));

/**
 * Whether a verified customer may be verified no more: its name or code is another than when it was last judged, or an
 * event tells that it was entered. Whether it was verified in the same write, or later, is for the judgement to say.
 */
export const mayBeOutdated = (customer: TwentyRecord, entries: readonly Entry[]): boolean => {
  const core = remembered(coreMemory, customer);
  if (customer.tagVerification !== 'VERIFIED' || core === null) return false;
  if (namingsAmong('company', entries).length > 0) return true;
  // Neither is sensitive: no key is needed to remember them.
  const seen = seenOf('company', valuesOf('company', customer), '');
  return changesBetween('company', core.seen, seen).some(({ tag }) => isIdentity('company', tag.name));
};
