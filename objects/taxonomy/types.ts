/**
 * The shape of the taxonomy. Plain data: nothing of Twenty, no clock, no environment.
 * What a person reads is written here once, in the three languages; Twenty's fields, the locale catalogs, the
 * validators, the dictionary and the docs are made from it.
 */

/** The languages the product speaks. English is the source language of Twenty's catalogs. */
export const LANGUAGES = ['en', 'zh-CN', 'zh-TW'] as const;
export type Language = (typeof LANGUAGES)[number];
export type Words = Readonly<Record<Language, string>>;

/** Objects the policy speaks of: three of Twenty's own, the rest ours. */
export const OBJECT_NAMES = [
  'company',
  'opportunity',
  'person',
  'tagCredit',
  'tagProduct',
  'tagOpportunityItem',
  'tagOpportunityMember',
  'tagMember',
  'tagTarget',
  'tagChangeNotice',
  'tagLog',
  'tagDefinition',
  'tagCalendarDay',
  'tagSweep',
  'tagBackup',
  'tagInspection',
  'tagRectification',
  'tagAssessment',
  'tagAgreement',
  'tagIncident',
] as const;
export type ObjectName = (typeof OBJECT_NAMES)[number];

/** Objects of Twenty's own that the policy adds fields to and does not speak of: its users and its tasks. */
export type WorkObject = 'workspaceMember' | 'task';

/** Objects that carry the governance set: status, completeness, problems, who entered, checks. */
export const GOVERNED_OBJECTS = ['company', 'opportunity', 'tagProduct', 'tagMember'] as const;
export type GovernedObject = (typeof GOVERNED_OBJECTS)[number];

/** One thing for each governed object. */
export const perGovernedObject = <Thing>(make: (object: GovernedObject) => Thing): Record<GovernedObject, Thing> => ({
  company: make('company'),
  opportunity: make('opportunity'),
  tagProduct: make('tagProduct'),
  tagMember: make('tagMember'),
});

/** Sales stages in order (2.2.6–2.2.13). A requirement names the stage whose entry needs it. */
export const STAGES = [
  'PROSPECT',
  'INTERESTED',
  'NEEDS_CONFIRMED',
  'SOLUTION',
  'NEGOTIATION',
  'SIGNED',
  'DELIVERY',
  'AFTER_SALES',
] as const;
export type Stage = (typeof STAGES)[number];

/** Colours Twenty draws an option in. */
export type Color =
  | 'red'
  | 'ruby'
  | 'crimson'
  | 'tomato'
  | 'orange'
  | 'amber'
  | 'yellow'
  | 'lime'
  | 'grass'
  | 'green'
  | 'jade'
  | 'mint'
  | 'turquoise'
  | 'cyan'
  | 'sky'
  | 'blue'
  | 'iris'
  | 'violet'
  | 'purple'
  | 'plum'
  | 'pink'
  | 'bronze'
  | 'gold'
  | 'brown'
  | 'gray';

export interface Option {
  /** Stored value, UPPER_SNAKE; never changes once landed. */
  readonly value: string;
  /** At most 63 characters and no comma, in any language: Twenty takes no other. */
  readonly label: Words;
  readonly color: Color;
  /** Other spellings accepted when a file is read, the policy's own conversion of Traditional among them. */
  readonly aliases?: readonly string[];
}

export type Kind =
  | 'TEXT'
  | 'LONG_TEXT'
  | 'SELECT'
  | 'MULTI_SELECT'
  | 'INTEGER'
  | 'NUMBER'
  | 'PERCENT'
  | 'CURRENCY'
  | 'DATE'
  | 'DATE_TIME'
  | 'BOOLEAN'
  | 'ADDRESS'
  | 'ARRAY'
  | 'RAW_JSON'
  | 'PHONES'
  | 'EMAILS'
  | 'FULL_NAME'
  | 'MANY_TO_ONE'
  | 'ONE_TO_MANY';

/** Conditions a requirement may hang on; the rules know how to judge each. */
export type Condition = 'NOT_GOVERNMENT' | 'COMPETITOR_NAMED' | 'JOINING_QUARTER_OVER';

/** When a tag must be on record: from the entry of a stage on, under a condition, or another tag in its stead. */
export interface Requirement {
  readonly from: Stage;
  readonly when?: Condition;
  /** Tags of the same record, any of which meets the requirement too. */
  readonly or?: readonly string[];
  /** The clause that asks for it; the tag's first clause when absent. */
  readonly clause?: string;
}

/** Kinds of change notice; see 4.1.3, 4.1.9, 4.2.1–4.2.3. */
export type NoticeKind =
  | 'NAME'
  | 'BUSINESS_SCOPE'
  | 'KEY_CONTACT'
  | 'OTHER_MAJOR'
  | 'SPECIAL_NEED'
  | 'NEED'
  | 'COMPETITION'
  | 'PROGRESS'
  | 'FUNCTION_UPGRADE'
  | 'PERFORMANCE'
  | 'APPLICATION_FIELD'
  | 'MEMBER'
  | 'ACHIEVEMENT';

/**
 * TAG: the policy's own tag, entered by people. SUPPORT: what a sentence of the policy needs beside the tags.
 * DERIVED: computed by the application. GOVERNANCE: the record's standing. RECORD: a field of one of our registers.
 * LINK: the other end of a relation.
 */
export type Role = 'TAG' | 'SUPPORT' | 'DERIVED' | 'GOVERNANCE' | 'RECORD' | 'LINK';

/** Who may write the field: people (and the application), or the application alone. */
export type Writer = 'PERSON' | 'APPLICATION';

/** The value that stands for a tag where the options of a picklist are tags: `tagRegion` → `TAG_REGION`. */
export const tagValue = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();

/** Where the value lives when it is not a field of the object itself. */
export type Via =
  | { readonly object: 'person'; readonly field: string }
  | { readonly object: 'tagCredit'; readonly field: string };

export interface RelationEnd {
  /** The object at the other end; `workspaceMember` is Twenty's. */
  readonly target: ObjectName | 'workspaceMember';
  /** The field at the other end. */
  readonly inverse: string;
  /** What becomes of this record when the one it points at is destroyed. Only the side with the key says it. */
  readonly onDelete?: 'SET_NULL' | 'CASCADE' | 'RESTRICT';
}

export interface Tag {
  readonly object: ObjectName | WorkObject;
  /** API name. */
  readonly name: string;
  readonly kind: Kind;
  readonly role: Role;
  readonly label: Words;
  readonly description: Words;
  /** The policy's sentences behind it. */
  readonly clauses: readonly string[];
  /** Section of the record page. */
  readonly group: string;
  readonly options?: readonly Option[];
  /** An open list's (等): the tag of the same record that names what OTHER is. */
  readonly otherIn?: string;
  /** An open list's: the tag of the same record that names the dictionary's term for it. */
  readonly termIn?: string;
  readonly required?: readonly Requirement[];
  readonly sensitive?: boolean;
  /** A date that cannot lie after today. */
  readonly past?: boolean;
  /** A number that must be above zero; every number must not be below it. */
  readonly positive?: boolean;
  /** A required text or list in which "none" is an answer, not a gap. */
  readonly noneCounts?: boolean;
  /** Changing it is a major change of this kind (4.1.3, 4.1.9). */
  readonly majorChange?: NoticeKind;
  /** Records are found by it in Twenty's search, beside their name. */
  readonly searchable?: true;
  /** Changing it is reported as this kind, though it is no major change (4.2.2, 4.2.3). */
  readonly reportedAs?: NoticeKind;
  readonly writer?: Writer;
  readonly relation?: RelationEnd;
  /** What a person says of the tags (verified, returned …): setting it wakes the rules but is no entry of tags. */
  readonly statement?: boolean;
  /** What people mean to do (strategy, next follow-up): setting it wakes the rules but is no entry of tags. */
  readonly intention?: true;
  /** Twenty's own field: the application reads it and adds nothing. */
  readonly standard?: boolean;
  /** Not a field of this object; its value lives on a related record. */
  readonly via?: Via;
  /** Other column names accepted when a file is read. */
  readonly aliases?: readonly string[];
  /** Twenty's icon. */
  readonly icon?: string;
  readonly defaultValue?: string | number | boolean;
  /** Machine-facing: kept off record pages. */
  readonly hidden?: boolean;
}

/** What only people, files and Twenty's own fields need of a tag. */
export const WORDS_OF_A_TAG = ['label', 'description', 'aliases', 'icon', 'defaultValue', 'searchable'] as const;

/** A tag without its words: what rules, steps and the gateway need to know. Every {@link Tag} is one. */
export type TagFacts = Omit<Tag, (typeof WORDS_OF_A_TAG)[number] | 'options'> & {
  readonly options?: readonly Pick<Option, 'value'>[];
};

/** How the generated file keeps a tag: its object is the key its text stands under, an option its value alone. */
export type StoredFacts = Omit<TagFacts, 'object' | 'options'> & { readonly options?: readonly string[] };

/** What an entry may say beyond its words; see {@link Tag}. */
export type TagExtra = Omit<Tag, 'object' | 'name' | 'kind' | 'role' | 'group' | 'label' | 'description' | 'clauses'>;

/** A builder of one object's entries, so that an entry reads as a line of the policy. */
export const entriesOf =
  (object: Tag['object']) =>
  (
    name: string,
    kind: Kind,
    role: Role,
    group: string,
    label: Words,
    description: Words,
    clauses: readonly string[],
    extra: TagExtra = {},
  ): Tag => ({ object, name, kind, role, group, label, description, clauses, ...extra });

/** Shorthand for the three languages, English first. */
export const words = (en: string, zhCN: string, zhTW: string): Words => ({ en, 'zh-CN': zhCN, 'zh-TW': zhTW });
