import { tagsOf } from '../../objects/taxonomy/facts.ts';
import type { GovernedObject, NoticeKind } from '../../objects/taxonomy/types.ts';

/** Upgrades of a product are told by the same tags, whichever of the three they are called (4.1.9). */
const PRODUCT_FAMILY: ReadonlySet<unknown> = new Set<NoticeKind>([
  'FUNCTION_UPGRADE',
  'PERFORMANCE',
  'APPLICATION_FIELD',
]);

/**
 * Whether a change of one kind is what a notice asks for. Teamwork tags tell of a member too, whose outstanding result
 * they alone tell of.
 */
export const isFamily = (notice: unknown, change: unknown): boolean =>
  notice === change ||
  (PRODUCT_FAMILY.has(notice) && PRODUCT_FAMILY.has(change)) ||
  (notice === 'MEMBER' && change === 'ACHIEVEMENT');

/** The tags a notice of the kind is about. */
export const tagsOfKind = (object: GovernedObject, kind: NoticeKind): readonly string[] =>
  tagsOf(object)
    .filter(({ majorChange, reportedAs }) => {
      const told = majorChange ?? reportedAs;
      return told !== undefined && isFamily(kind, told);
    })
    .map(({ name }) => name);

const CLAUSES: Readonly<Record<NoticeKind, string>> = {
  NAME: '4.1.3',
  BUSINESS_SCOPE: '4.1.3',
  KEY_CONTACT: '4.1.3',
  OTHER_MAJOR: '4.1.3',
  SPECIAL_NEED: '4.2.3',
  NEED: '4.2.1',
  COMPETITION: '4.1.6',
  PROGRESS: '4.1.5',
  FUNCTION_UPGRADE: '4.1.9',
  PERFORMANCE: '4.1.9',
  APPLICATION_FIELD: '4.1.9',
  MEMBER: '4.1.11',
  ACHIEVEMENT: '4.1.12',
};

const KINDS: ReadonlySet<unknown> = new Set(Object.keys(CLAUSES));
/** The kind a field holds. */
export const kindOf = (value: unknown): NoticeKind => (KINDS.has(value) ? (value as NoticeKind) : 'OTHER_MAJOR');

/** The clause a notice is owed under. */
export const clauseOf = (object: GovernedObject, kind: NoticeKind): string =>
  object === 'tagProduct' ? '4.1.9' : CLAUSES[kind];
