import { GOVERNED_OBJECTS, type GovernedObject } from '../../objects/taxonomy/types.ts';
import { termsOf } from '../agreements/terms.ts';
import { changedFields, isEmpty } from '../entries/changed-fields.ts';
import { statementFields, wakingFields, watchedFields } from '../entries/changed-tags.ts';
import { enteredByChange } from '../entries/entered-by-change.ts';
import { verdictsOn } from '../review/verdicts.ts';
import type { Acknowledgement } from '../run/acknowledgement.ts';
import { ACTIONS, type Action, type ActionRequest } from '../run/action.ts';
import type { Aside, Entry, Ownership, Verification } from '../run/entry.ts';
import type { Lost } from '../run/merged.ts';
import type { RecordChange, TwentyRecord } from '../run/record-change.ts';
import { type Clearing, linkTo, ownerOf, subjectKey, textOrNull, writtenBy } from '../run/run.ts';
import { GIVEN_BY_OTHERS, givenIn, givenOf, type SelfGift } from '../run/self-gift.ts';
import type { Whereabouts } from '../tasks/whereabouts.ts';

/** Which records a set of changes concerns, by the ways they can be found. */
export interface Scope {
  readonly companyIds: ReadonlySet<string>;
  /** Customers whose key contact is one of these persons. */
  readonly contactIds: ReadonlySet<string>;
  /** Persons that were destroyed: no customer leads to them any more, but it may remember them as its key contact. */
  readonly lostContactIds: ReadonlySet<string>;
  /** Customers that are gone for good, by id: they may have gone up in others. */
  readonly lost: ReadonlyMap<string, Lost>;
  /** Names and codes other customers may share. */
  readonly companyNames: ReadonlySet<string>;
  readonly creditCodes: ReadonlySet<string>;
  readonly opportunityIds: ReadonlySet<string>;
  /** Opportunities whose stage or outcome changed: the products they offer are asked for more, or for less. */
  readonly movedOpportunityIds: ReadonlySet<string>;
  /** Opportunities whose items changed: what their customers have bought is told anew (2.1.21). */
  readonly restockedOpportunityIds: ReadonlySet<string>;
  readonly productIds: ReadonlySet<string>;
  /** Products whose name or features changed: the opportunities that offer them look at those. */
  readonly offeredProductIds: ReadonlySet<string>;
  readonly productNames: ReadonlySet<string>;
  readonly memberIds: ReadonlySet<string>;
  /** Users who left the workspace: whatever remembers them is looked at. */
  readonly leftUserIds: ReadonlySet<string>;
  /** Notices a person made or changed; their subjects are among the others. */
  readonly noticeIds: ReadonlySet<string>;
  /** What was asked of which subject, by `object:id`; the latest counts. */
  readonly actions: ReadonlyMap<string, ActionRequest>;
  /** The last status on which subject, by `object:id`. */
  readonly verifications: ReadonlyMap<string, Verification>;
  /** Who wrote the acknowledgement of which agreement, by its id. */
  readonly acknowledgements: ReadonlyMap<string, readonly Acknowledgement[]>;
  /** What members gave themselves, by `object:id`. */
  readonly selfGifts: ReadonlyMap<string, readonly SelfGift[]>;
  /** What an event emptied, by `object:id`. */
  readonly clearings: ReadonlyMap<string, Clearing>;
  /** Records that were deleted or restored, in whichever order: their tasks go and come with them. */
  readonly whereabouts: readonly Whereabouts[];
  /** Entries by the record that was written: `company:id`, `person:id`, … All of them: four eyes look at each. */
  readonly entries: ReadonlyMap<string, readonly Entry[]>;
  /** Writes of a subject that entered no tag, by `object:id`. */
  readonly asides: ReadonlyMap<string, readonly Aside[]>;
  /** Who handed on a subject, and when, by `object:id`. */
  readonly handovers: ReadonlyMap<string, readonly Ownership[]>;
}

interface ScopeDraft {
  readonly companyIds: Set<string>;
  readonly contactIds: Set<string>;
  readonly lostContactIds: Set<string>;
  readonly lost: Map<string, Lost>;
  readonly companyNames: Set<string>;
  readonly creditCodes: Set<string>;
  readonly opportunityIds: Set<string>;
  readonly movedOpportunityIds: Set<string>;
  readonly restockedOpportunityIds: Set<string>;
  readonly productIds: Set<string>;
  readonly offeredProductIds: Set<string>;
  readonly productNames: Set<string>;
  readonly memberIds: Set<string>;
  readonly leftUserIds: Set<string>;
  readonly noticeIds: Set<string>;
  readonly actions: Map<string, ActionRequest>;
  readonly verifications: Map<string, Verification>;
  readonly acknowledgements: Map<string, Acknowledgement[]>;
  readonly selfGifts: Map<string, SelfGift[]>;
  readonly clearings: Map<string, Clearing>;
  readonly whereabouts: Whereabouts[];
  readonly entries: Map<string, Entry[]>;
  readonly asides: Map<string, Aside[]>;
  readonly handovers: Map<string, Ownership[]>;
}

/** A scope that concerns nothing; fill in what it should. */
export const emptyScope = (): ScopeDraft => ({
  companyIds: new Set(),
  contactIds: new Set(),
  lostContactIds: new Set(),
  lost: new Map(),
  companyNames: new Set(),
  creditCodes: new Set(),
  opportunityIds: new Set(),
  movedOpportunityIds: new Set(),
  restockedOpportunityIds: new Set(),
  productIds: new Set(),
  offeredProductIds: new Set(),
  productNames: new Set(),
  memberIds: new Set(),
  leftUserIds: new Set(),
  noticeIds: new Set(),
  actions: new Map(),
  verifications: new Map(),
  acknowledgements: new Map(),
  selfGifts: new Map(),
  clearings: new Map(),
  whereabouts: [],
  entries: new Map(),
  asides: new Map(),
  handovers: new Map(),
});

const texts = (change: RecordChange, field: string): readonly string[] =>
  [change.before, change.after].flatMap((record: TwentyRecord | null) => {
    const value = record?.[field];
    return typeof value === 'string' && value.trim() !== '' ? [value] : [];
  });

const add = (target: Set<string>, values: readonly string[]): void => {
  for (const value of values) target.add(value);
};

const isAction = (value: unknown): value is Action => ACTIONS.includes(value as Action);

/** Something of a record changed, and what of it. */
interface Touch {
  readonly change: RecordChange;
  /** Watched fields that changed. */
  readonly fields: ReadonlySet<string>;
  readonly isGone: boolean;
  /** Created, deleted, destroyed or restored: everything of it counts as changed. */
  readonly isWhole: boolean;
  /** A person, or a program in a person's stead, entered tags. */
  readonly isEntry: boolean;
}

const touches = ({ fields, isWhole }: Touch, ...names: readonly string[]): boolean =>
  isWhole || names.some((name) => fields.has(name));

const enter = (scope: ScopeDraft, object: GovernedObject, key: string, touch: Touch): void => {
  const { change, isEntry, fields, isWhole } = touch;
  if (!isEntry) return;
  const before = change.action === 'updated' ? writtenBy(change.before) : null;
  const entry: Entry = {
    at: change.at,
    by: change.memberId,
    tags: enteredByChange(object, { object: change.object, fields, isWhole }),
    of: change.object,
    ...(before ? { before } : {}),
    ...(change.action === 'destroyed' ? { isUndated: true } : {}),
  };
  scope.entries.set(key, [...(scope.entries.get(key) ?? []), entry]);
};

/** Whoever wrote a statement or an owner alone entered nothing, though the record names them as its last writer. */
const passBy = (scope: ScopeDraft, key: string, { change, isEntry }: Touch): void => {
  if (isEntry || change.byApplication || change.action !== 'updated') return;
  const aside: Aside = { at: change.at, by: change.memberId, before: writtenBy(change.before) };
  scope.asides.set(key, [...(scope.asides.get(key) ?? []), aside]);
};

const listIn = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Whoever owned a subject until this very event. */
const handOver = (scope: ScopeDraft, { object, action, recordId, before, after, at }: RecordChange): void => {
  if (action !== 'updated' || !before || !after) return;
  const by = ownerOf(object as GovernedObject, before);
  if (by === null || by === ownerOf(object as GovernedObject, after)) return;
  const key = subjectKey(object, recordId);
  scope.handovers.set(key, [...(scope.handovers.get(key) ?? []), { by, at }]);
};

/** An action that this very event set: who set it is known. */
const ask = (scope: ScopeDraft, change: RecordChange): void => {
  const action = change.after?.tagAction;
  if (change.byApplication || !isAction(action) || change.before?.tagAction === action) return;
  const key = subjectKey(change.object, change.recordId);
  const known = scope.actions.get(key);
  if (known && Date.parse(known.at) > Date.parse(change.at)) return;
  const object = change.object as GovernedObject;
  scope.actions.set(key, {
    action,
    at: change.at,
    by: change.memberId,
    note: textOrNull(change.after?.tagActionNote) ?? '',
    verdicts: verdictsOn(change.after ?? {}),
    groups: listIn(change.after?.tagCheckedGroups),
    ownerBefore: change.before ? ownerOf(object, change.before) : null,
  });
};

/** What this very event says of whether the tags are true (3.1.5). */
const verify = (scope: ScopeDraft, change: RecordChange): void => {
  const before = textOrNull(change.before?.tagVerification);
  const status = textOrNull(change.after?.tagVerification);
  if (change.byApplication || status === null || status === before) return;
  const key = subjectKey(change.object, change.recordId);
  const known = scope.verifications.get(key);
  if (known && Date.parse(known.at) > Date.parse(change.at)) return;
  scope.verifications.set(key, { at: change.at, by: change.memberId, status, before });
};

/** What a member gave themselves by this very event; on a profile they made their own, all that it holds (A27). */
const giveSelf = (scope: ScopeDraft, { action, recordId, before, after, memberId, at }: RecordChange): void => {
  const isOwn = memberId !== null && after?.workspaceMemberId === memberId;
  if (!isOwn || (action !== 'created' && action !== 'updated')) return;
  const held = before?.workspaceMemberId === memberId ? before : null;
  const gained = givenOf((field) => {
    const known = givenIn(held?.[field]);
    return givenIn(after[field]).filter((one) => !known.includes(one));
  });
  const gift: SelfGift = { at, ...gained, replaced: givenIn(held?.reviewerSkills) };
  if (GIVEN_BY_OTHERS.every((field) => gift[field].length === 0)) return;
  const key = subjectKey('tagMember', recordId);
  scope.selfGifts.set(key, [...(scope.selfGifts.get(key) ?? []), gift]);
};

/** What an update emptied, so that it can be put back. */
const clear = (scope: ScopeDraft, { change, fields }: Touch): void => {
  const { before, after } = change;
  if (change.action !== 'updated' || change.byApplication || !before || !after) return;
  const emptied = [...fields].filter((field) => isEmpty(after[field]) && !isEmpty(before[field]));
  if (emptied.length === 0) return;
  const key = subjectKey(change.object, change.recordId);
  const known = scope.clearings.get(key) ?? { at: {}, before: {} };
  const later = emptied.filter((field) => !(Date.parse(known.at[field] ?? '') >= Date.parse(change.at)));
  scope.clearings.set(key, {
    at: { ...known.at, ...Object.fromEntries(later.map((field) => [field, change.at])) },
    before: { ...known.before, ...Object.fromEntries(later.map((field) => [field, before[field]])) },
  });
};

const takeCompany = (scope: ScopeDraft, touch: Touch): void => {
  const { change } = touch;
  scope.companyIds.add(change.recordId);
  if (change.action === 'destroyed') {
    scope.lost.set(change.recordId, { record: change.before ?? {}, by: change.memberId });
  }
  if (touches(touch, 'name')) add(scope.companyNames, texts(change, 'name'));
  if (touches(touch, 'tagCreditCode')) add(scope.creditCodes, texts(change, 'tagCreditCode'));
};

const takeOpportunity = (scope: ScopeDraft, touch: Touch): void => {
  const { change } = touch;
  scope.opportunityIds.add(change.recordId);
  if (touches(touch, 'tagStage', 'tagOutcome')) scope.movedOpportunityIds.add(change.recordId);
  add(scope.companyIds, texts(change, 'companyId'));
};

const takeItem = (scope: ScopeDraft, touch: Touch): void => {
  const { change } = touch;
  const deals = texts(change, 'opportunityId');
  add(scope.opportunityIds, deals);
  add(scope.restockedOpportunityIds, deals);
  add(scope.productIds, texts(change, 'productId'));
  for (const deal of deals) enter(scope, 'opportunity', subjectKey('opportunity', deal), touch);
};

const takeProduct = (scope: ScopeDraft, touch: Touch): void => {
  const { change } = touch;
  scope.productIds.add(change.recordId);
  if (touches(touch, 'name', 'model')) add(scope.productNames, texts(change, 'name'));
  if (touches(touch, 'name', 'model', 'features')) scope.offeredProductIds.add(change.recordId);
};

const takeCredit = (scope: ScopeDraft, touch: Touch): void => {
  const owners = texts(touch.change, 'companyId');
  add(scope.companyIds, owners);
  for (const owner of owners) enter(scope, 'company', subjectKey('company', owner), touch);
};

const takePerson = (scope: ScopeDraft, touch: Touch): void => {
  const { action, recordId } = touch.change;
  scope.contactIds.add(recordId);
  if (action === 'destroyed' && touch.isEntry) scope.lostContactIds.add(recordId);
  if (action !== 'created') enter(scope, 'company', subjectKey('person', recordId), touch);
};

/** The record a notice was about before a change, where it is deleted, restored or about another now. */
const leave = (scope: ScopeDraft, { action, before, after }: RecordChange): void => {
  for (const object of GOVERNED_OBJECTS) {
    const link = linkTo(object);
    const id = textOrNull(before?.[link]);
    const isLeft = action !== 'updated' || (after !== null && link in after && textOrNull(after[link]) !== id);
    if (id && before && isLeft) scope.whereabouts.push({ object, id, record: {}, notice: before });
  }
};

/** Who wrote what of a notice: a correction, or a status, is told in their name. */
const writeNotice = (scope: ScopeDraft, { change, fields }: Touch): void => {
  if (fields.size === 0) return;
  const key = subjectKey('tagChangeNotice', change.recordId);
  const entry: Entry = { at: change.at, by: change.memberId, tags: [...fields] };
  scope.entries.set(key, [...(scope.entries.get(key) ?? []), entry]);
};

const takeNotice = (scope: ScopeDraft, touch: Touch): void => {
  const { change, isGone } = touch;
  if (change.byApplication) return;
  scope.noticeIds.add(change.recordId);
  writeNotice(scope, touch);
  leave(scope, change);
  if (isGone) return;
  add(scope.companyIds, texts(change, 'companyId'));
  add(scope.opportunityIds, texts(change, 'opportunityId'));
  add(scope.productIds, texts(change, 'productId'));
  add(scope.memberIds, texts(change, 'memberId'));
};

/** Members whose agreement or breach it is, or was; and who wrote the acknowledgement of an agreement (6.3.5). */
const takeOfMember = (scope: ScopeDraft, { change, fields, isGone, isWhole }: Touch): void => {
  add(scope.memberIds, texts(change, 'memberId'));
  const { object, recordId, after, at, memberId } = change;
  const isWritten = fields.has('acknowledgedAt') || (isWhole && change.action === 'created');
  if (object !== 'tagAgreement' || isGone || !after || !isWritten || change.byApplication) return;
  const known = scope.acknowledgements.get(recordId) ?? [];
  const value = textOrNull(after.acknowledgedAt);
  scope.acknowledgements.set(recordId, [...known, { at, by: memberId, value, terms: termsOf(after) }]);
};

const TAKE: Readonly<Record<string, (scope: ScopeDraft, touch: Touch) => void>> = {
  company: takeCompany,
  opportunity: takeOpportunity,
  tagProduct: takeProduct,
  tagMember: (scope, { change }) => {
    scope.memberIds.add(change.recordId);
    giveSelf(scope, change);
  },
  workspaceMember: (scope, { change, isGone }) => {
    if (isGone) scope.leftUserIds.add(change.recordId);
  },
  tagOpportunityItem: takeItem,
  tagOpportunityMember: (scope, { change }) => {
    add(scope.opportunityIds, texts(change, 'opportunityId'));
  },
  tagCredit: takeCredit,
  person: takePerson,
  tagChangeNotice: takeNotice,
  tagAgreement: takeOfMember,
  tagIncident: takeOfMember,
};
const GOVERNED: ReadonlySet<string> = new Set(['company', 'opportunity', 'tagProduct', 'tagMember']);

/**
 * Whether a change enters tags. Records beside a subject are tags of it, so that their coming and going is an entry too;
 * one that lies in the trash holds none any more. A subject that is deleted or restored keeps its tags as they are.
 */
const isEntryOf = ({ object, action, before, byApplication }: RecordChange, fields: ReadonlySet<string>): boolean => {
  if (action === 'created' || action === 'updated') return !byApplication && fields.size > 0;
  return !GOVERNED.has(object) && (action !== 'destroyed' || textOrNull(before?.deletedAt) === null);
};

/**
 * What a set of changes may have made untrue. Order and repetition play no part: the result is a set of records to
 * look at again, and the latest entry and request of each. Changes that touch no tag concern nothing.
 */
export const scopeOf = (changes: readonly RecordChange[]): Scope => {
  const scope = emptyScope();
  for (const change of changes) {
    const take = TAKE[change.object];
    if (!take) continue;
    const isGone = change.action === 'deleted' || change.action === 'destroyed';
    const isWhole = isGone || change.action === 'created' || change.action === 'restored';
    const object = change.object as never;
    const woken = isGone ? [] : changedFields(change, wakingFields(object));
    if (!isWhole && woken.length === 0) continue;
    const fields = new Set(isGone ? [] : changedFields(change, watchedFields(object)));
    // The application clears an action it has carried out: nothing to look at again.
    if (change.byApplication && !isWhole && fields.size === 0) continue;
    const touch: Touch = { change, fields, isGone, isWhole, isEntry: isEntryOf(change, fields) };
    take(scope, touch);
    if (!GOVERNED.has(change.object)) continue;
    enter(scope, object, subjectKey(change.object, change.recordId), touch);
    passBy(scope, subjectKey(change.object, change.recordId), touch);
    handOver(scope, change);
    if (isGone || change.action === 'restored') {
      // A deletion told of late, or a restoration, may be of a record that is the other by now: it is looked for.
      const record = change.before ?? change.after ?? {};
      const isDestroyed = change.action === 'destroyed' ? ({ isDestroyed: true } as const) : {};
      scope.whereabouts.push({ object, id: change.recordId, record, ...isDestroyed });
    }
    if (!isGone && statementFields(object).length > 0) ask(scope, change);
    if (!isGone) verify(scope, change);
    clear(scope, touch);
  }
  return scope;
};

/** Whether a scope concerns nothing at all. */
export const concernsNothing = (scope: Scope): boolean =>
  scope.whereabouts.length === 0 &&
  [
    scope.companyIds,
    scope.contactIds,
    scope.companyNames,
    scope.creditCodes,
    scope.opportunityIds,
    scope.movedOpportunityIds,
    scope.productIds,
    scope.productNames,
    scope.memberIds,
    scope.leftUserIds,
    scope.noticeIds,
  ].every((set) => set.size === 0);
