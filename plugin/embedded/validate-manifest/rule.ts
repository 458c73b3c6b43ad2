import type { Site } from './site.ts';

/** Twenty's names of what a manifest is made of, as they stand in its refusals. */
export type Kind =
  | 'objectMetadata'
  | 'fieldMetadata'
  | 'index'
  | 'view'
  | 'viewField'
  | 'viewFieldGroup'
  | 'viewFilter'
  | 'viewFilterGroup'
  | 'viewGroup'
  | 'viewSort'
  | 'pageLayout'
  | 'pageLayoutTab'
  | 'pageLayoutWidget'
  | 'role'
  | 'objectPermission'
  | 'fieldPermission'
  | 'rolePermissionFlag'
  | 'navigationMenuItem'
  | 'commandMenuItem'
  | 'settingsMenuItem'
  | 'frontComponent'
  | 'logicFunction'
  | 'skill';

/** What Twenty says of the thing it refuses, beside its kind: at least the universal identifier. */
export interface Subject {
  readonly universalIdentifier: string;
  readonly [detail: string]: unknown;
}

/** One thing of a manifest that breaks a rule. */
export interface Finding {
  readonly subject: Subject;
  /** Where it stands, in names a developer knows: `company.tagRegion`. */
  readonly where: string;
  /** What is wrong. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;
}

/**
 * A rule of Twenty's about manifests. REFUSED: its validators refuse the whole installation, with this code. HIDDEN: it
 * is installed, and nobody ever sees it.
 */
export interface Rule {
  readonly name: string;
  readonly kind: Kind;
  readonly code: string;
  readonly effect: 'REFUSED' | 'HIDDEN';
  readonly check: (site: Site) => readonly Finding[];
}

/** A finding with the rule it breaks. */
export interface Fault extends Finding {
  readonly rule: string;
  readonly kind: Kind;
  readonly code: string;
  readonly effect: Rule['effect'];
}

/** A rule that refuses. */
export const refused = (kind: Kind, code: string, name: string, check: Rule['check']): Rule => ({
  kind,
  code,
  name,
  effect: 'REFUSED',
  check,
});

/** The things that come after another one with the same key: it is the later one that Twenty refuses. */
export const repeated = <Thing>(things: readonly Thing[], keyOf: (thing: Thing) => string): readonly Thing[] => {
  const seen = new Set<string>();
  return things.filter((thing) => {
    const key = keyOf(thing);
    const isRepeated = seen.has(key);
    seen.add(key);
    return isRepeated;
  });
};

/** What a name of an object or field looks like in the API. */
export const isApiName = (name: string): boolean => /^[a-z][a-zA-Z0-9]*$/.test(name);

/** Names and labels are as long as an identifier of the database may be. */
export const MOST_CHARACTERS = 63;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && UUID.test(value);

/** Names that Twenty keeps for itself, for objects and fields alike; each with its plural. */
const RESERVED = [
  'appToken appTokens approvedAccessDomain approvedAccessDomains billingCustomer billingCustomers billingEntitlement',
  'billingEntitlements billingMeter billingMeters billingProduct billingProducts billingSubscription',
  'billingSubscriptions billingSubscriptionItem billingSubscriptionItems featureFlag featureFlags keyValuePair',
  'keyValuePairs twoFactorMethod twoFactorMethods userWorkspace userWorkspaces userWorkspaceRole userWorkspaceRoles',
  'pageLayout pageLayouts pageLayoutTab pageLayoutTabs pageLayoutWidget pageLayoutWidgets workspace workspaces user',
  'users role roles plan plans job jobs event events object objects field fields type types relation relations index',
  'link links address addresses currency currencies fullNames aggregate search searches',
];
const reserved: ReadonlySet<string> = new Set(RESERVED.flatMap((line) => line.split(' ')));

export const isReserved = (name: string): boolean => reserved.has(name);
