import { findTag, type TagFacts } from '../../objects/taxonomy/facts.ts';
import { NOTICE_KINDS } from '../../objects/taxonomy/notice-kinds.ts';
import {
  GOVERNED_OBJECTS,
  type GovernedObject,
  type NoticeKind,
  type Requirement,
  STAGES,
  type Stage,
} from '../../objects/taxonomy/types.ts';
import type { ProblemCode } from '../rules/problem.ts';

/** An entry of the dictionary, as far as it says something else than the policy. */
export interface RulingRow {
  readonly objectName?: unknown;
  readonly tag?: unknown;
  readonly option?: unknown;
  readonly requiredFrom?: unknown;
  readonly isMajorChange?: unknown;
  readonly status?: unknown;
  /** The word of the entry that replaces it. */
  readonly replacement?: unknown;
}

/** What the dictionary says of tags otherwise than the policy (3.1.10, A29). Keys are `object.tag` of the taxonomy. */
export interface Rulings {
  readonly requirements: ReadonlyMap<string, readonly Requirement[]>;
  /** The kind of change that is reported; null where the company wants none. */
  readonly majorChanges: ReadonlyMap<string, NoticeKind | null>;
  /** Retired tags, and retired options by `object.tag:OPTION`, with the word of what replaces them or an empty one. */
  readonly retired: ReadonlyMap<string, string>;
}

/** The policy as it is written. */
export const POLICY_RULINGS: Rulings = { requirements: new Map(), majorChanges: new Map(), retired: new Map() };

/** A cell of an entry that cannot be used: the policy's own default holds. */
export interface RulingFault {
  readonly code: ProblemCode;
  readonly tag: 'requiredFrom' | 'isMajorChange' | 'status';
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const keyOf = (object: string, tag: string): string => `${object}.${tag}`;

/** `ALWAYS` is from the first stage on: of what has no stage, the only one. */
const stageOf = (requiredFrom: string): Stage | undefined =>
  requiredFrom === 'ALWAYS' ? 'PROSPECT' : STAGES.find((stage) => stage === requiredFrom);

const isGoverned = (object: string): object is GovernedObject => GOVERNED_OBJECTS.some((one) => one === object);

/** The tag of a governed object that an entry rules: what the credit record keeps is asked of its customer. */
const ruledTag = (object: string, name: string): (TagFacts & { readonly object: GovernedObject }) | undefined => {
  const tag = object === 'tagCredit' ? findTag('company', name) : findTag(object, name);
  const isOfCredit = tag?.via?.object === 'tagCredit';
  if (!tag || !isGoverned(tag.object) || isOfCredit !== (object === 'tagCredit')) return undefined;
  return { ...tag, object: tag.object };
};

/** The kind under which a change is reported that the policy itself does not count as major; none of deals. */
const ownMajorKind = (tag: TagFacts & { readonly object: GovernedObject }): NoticeKind | undefined =>
  tag.majorChange ??
  (['OTHER_MAJOR', 'MEMBER'] as const).find((kind) => NOTICE_KINDS[tag.object].some((one) => one === kind));

/** What one entry says otherwise than the policy, and which of its cells cannot be used. */
interface Ruling {
  readonly tag?: TagFacts;
  readonly option: string;
  readonly requirements?: readonly Requirement[];
  readonly majorChange?: NoticeKind | null;
  readonly isRetired: boolean;
  readonly replacement: string;
  readonly faults: readonly RulingFault[];
}

const requirementsOf = (tag: TagFacts & { readonly object: GovernedObject }, from: string) => {
  if (from === 'NEVER') return [];
  const stage = stageOf(from);
  // A team member is at no stage: its tags are asked for always or never.
  if (!stage || (tag.object === 'tagMember' && stage !== 'PROSPECT')) return undefined;
  const { clause, when, or } = tag.required?.at(-1) ?? { clause: '3.2.6' };
  return [{ from: stage, ...(clause ? { clause } : {}), ...(when ? { when } : {}), ...(or ? { or } : {}) }];
};

/** Reads an entry of the dictionary. Pure; a cell that cannot be used is a fault, and the policy's default holds for it. */
export const rulingOf = (row: RulingRow): Ruling => {
  const [object, name, option] = [textOf(row.objectName), textOf(row.tag), textOf(row.option)];
  const [requiredFrom, isMajorChange] = [textOf(row.requiredFrom), textOf(row.isMajorChange)];
  const tag = ruledTag(object, name);
  const isOwnWork = tag !== undefined && tag.writer !== 'APPLICATION' && option === '';
  const faults: RulingFault[] = [];
  const base = {
    option,
    isRetired: row.status === 'RETIRED' && tag !== undefined,
    replacement: textOf(row.replacement),
    faults,
    ...(tag ? { tag } : {}),
  };
  const wantsRequired = requiredFrom !== '' && requiredFrom !== 'POLICY';
  const requirements = wantsRequired && isOwnWork ? requirementsOf(tag, requiredFrom) : undefined;
  if (wantsRequired && !requirements) faults.push({ code: 'RULING_UNUSABLE', tag: 'requiredFrom' });
  const wantsMajor = isMajorChange !== '' && isMajorChange !== 'POLICY';
  const kind = wantsMajor && isOwnWork ? ownMajorKind(tag) : undefined;
  if (wantsMajor && !kind) faults.push({ code: 'RULING_UNUSABLE', tag: 'isMajorChange' });
  return {
    ...base,
    ...(requirements ? { requirements } : {}),
    ...(kind ? { majorChange: isMajorChange === 'YES' ? kind : null } : {}),
  };
};

/** What the dictionary's entries say together. Pure; the order of the rows does not matter: each rules a tag of its own. */
export const rulingsOf = (rows: readonly RulingRow[]): Rulings => {
  const requirements = new Map<string, readonly Requirement[]>();
  const majorChanges = new Map<string, NoticeKind | null>();
  const retired = new Map<string, string>();
  for (const row of rows) {
    const ruling = rulingOf(row);
    const { tag, option } = ruling;
    if (!tag) continue;
    const key = keyOf(tag.object, tag.name);
    if (ruling.requirements) requirements.set(key, ruling.requirements);
    if (ruling.majorChange !== undefined) majorChanges.set(key, ruling.majorChange);
    if (ruling.isRetired) retired.set(option ? `${key}:${option}` : key, ruling.replacement);
  }
  return requirements.size + majorChanges.size + retired.size > 0
    ? { requirements, majorChanges, retired }
    : POLICY_RULINGS;
};

/** What is required of a tag: nothing of one that is retired. */
export const requiredOf = (rulings: Rulings, tag: TagFacts): readonly Requirement[] => {
  const key = keyOf(tag.object, tag.name);
  if (rulings.retired.has(key)) return [];
  return rulings.requirements.get(key) ?? tag.required ?? [];
};

/** A tag with the kind of change that is reported of it in this company. */
export const ruledMajorChange = (rulings: Rulings, tag: TagFacts): TagFacts => {
  const kind = rulings.majorChanges.get(keyOf(tag.object, tag.name));
  if (kind === undefined || kind === (tag.majorChange ?? null)) return tag;
  const { majorChange: _policys, ...rest } = tag;
  return kind === null ? rest : { ...rest, majorChange: kind };
};
