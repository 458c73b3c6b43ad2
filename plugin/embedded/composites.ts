/** The composite field types of Twenty: a field of several columns that reads and writes as one object. */

export type SubFieldType = 'TEXT' | 'NUMERIC' | 'RAW_JSON' | 'UUID' | 'ACTOR_SOURCE';

export interface SubField {
  readonly name: string;
  readonly type: SubFieldType;
  /** What an unset column reads as. Twenty answers "" for most texts, but null for a currency code. */
  readonly empty: unknown;
}

export interface Composite {
  readonly typeName: string;
  readonly subFields: readonly SubField[];
}

const text = (name: string, empty: '' | null = ''): SubField => ({ name, type: 'TEXT', empty });
const numeric = (name: string): SubField => ({ name, type: 'NUMERIC', empty: null });
const list = (name: string): SubField => ({ name, type: 'RAW_JSON', empty: [] });

export const ACTOR_SOURCES = [
  'EMAIL',
  'CALENDAR',
  'WORKFLOW',
  'AGENT',
  'API',
  'IMPORT',
  'MANUAL',
  'SYSTEM',
  'WEBHOOK',
  'APPLICATION',
] as const;

const composites: Readonly<Record<string, Composite>> = {
  CURRENCY: { typeName: 'Currency', subFields: [numeric('amountMicros'), text('currencyCode', null)] },
  ADDRESS: {
    typeName: 'Address',
    subFields: [
      ...['Street1', 'Street2', 'City', 'Postcode', 'State', 'Country'].map((part) => text(`address${part}`)),
      numeric('addressLat'),
      numeric('addressLng'),
    ],
  },
  LINKS: {
    typeName: 'Links',
    subFields: [text('primaryLinkLabel'), text('primaryLinkUrl'), list('secondaryLinks')],
  },
  EMAILS: { typeName: 'Emails', subFields: [text('primaryEmail'), list('additionalEmails')] },
  PHONES: {
    typeName: 'Phones',
    subFields: [
      text('primaryPhoneNumber'),
      text('primaryPhoneCountryCode'),
      text('primaryPhoneCallingCode'),
      list('additionalPhones'),
    ],
  },
  FULL_NAME: { typeName: 'FullName', subFields: [text('firstName'), text('lastName')] },
  RICH_TEXT: { typeName: 'RichText', subFields: [text('blocknote', null), text('markdown', null)] },
  ACTOR: {
    typeName: 'Actor',
    subFields: [
      { name: 'source', type: 'ACTOR_SOURCE', empty: null },
      { name: 'workspaceMemberId', type: 'UUID', empty: null },
      text('name'),
      { name: 'context', type: 'RAW_JSON', empty: {} },
    ],
  },
};

/** The composite behind a field type, or undefined when the type is a single column. */
export function compositeOf(type: string): Composite | undefined {
  return composites[type];
}

/** Every composite, for the schema. */
export function allComposites(): readonly Composite[] {
  return Object.values(composites);
}

/** The value of a composite field nobody has filled. */
export function emptyComposite(composite: Composite): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const sub of composite.subFields) value[sub.name] = structuredClone(sub.empty);
  return value;
}
