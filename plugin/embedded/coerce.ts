import { inspect } from 'node:util';
import { ACTOR_SOURCES, type Composite, compositeOf, type SubField } from './composites.ts';
import { invalidData } from './errors.ts';
import type { FieldModel } from './model.ts';
import { bothForms } from './rich-text.ts';

/** Turns what a request writes into what a record holds, refusing what Twenty refuses. */

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const DATE = /^(\d{4}-\d{2}-\d{2})(?:T.*)?$/;

const shown = (value: unknown): string => (typeof value === 'string' ? `"${value}"` : JSON.stringify(value));

function refuse(kind: string, name: string, value: unknown): never {
  throw invalidData(`Invalid ${kind} value ${shown(value)} for field "${name}"`, `Invalid value for field "${name}"`);
}

/** A valid identifier in lower case, as the database answers it. */
export function coerceUuid(value: unknown, name: string): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !UUID.test(value)) refuse('UUID', name, value);
  return value.toLowerCase();
}

function coerceNumber(value: unknown, name: string): number | null {
  if (value === null) return null;
  if (typeof value !== 'number' || !Number.isFinite(value)) refuse('number', name, value);
  return value;
}

function coerceNumeric(value: unknown, name: string): number | null {
  const parsed = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return coerceNumber(parsed, name);
}

function coerceText(value: unknown, name: string): string {
  if (value === null) return '';
  if (typeof value !== 'string') refuse('string', name, value);
  return value;
}

function coerceInstant(value: unknown, name: string): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' && !(value instanceof Date)) refuse('date-time', name, value);
  const instant = new Date(value);
  if (Number.isNaN(instant.getTime())) refuse('date-time', name, value);
  return instant.toISOString();
}

function coerceDate(value: unknown, name: string): string | null {
  if (value === null) return null;
  const match = typeof value === 'string' ? DATE.exec(value) : null;
  const day = match?.[1];
  // A round trip through Date catches the thirty-first of February.
  if (day === undefined || !new Date(`${day}T00:00:00Z`).toJSON()?.startsWith(day)) refuse('date', name, value);
  return day;
}

function coerceSelect(value: unknown, field: FieldModel): string | null {
  if (value === null) return null;
  if (typeof value !== 'string' || !field.options.includes(value)) {
    throw invalidData(
      `Invalid value ${shown(value)} for field "${field.name}". Valid values are: ${field.options.join(', ')}`,
      `Invalid value for field "${field.name}"`,
    );
  }
  return value;
}

/** A lone option counts as a list of one; whatever is no option is named as the server prints values. */
function coerceMultiSelect(value: unknown, field: FieldModel): string[] {
  if (value === null) return [];
  const items: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (!items.every((item): item is string => typeof item === 'string' && field.options.includes(item))) {
    throw invalidData(
      `Invalid value ${inspect(value)} for multi select field "${field.name}"`,
      `Invalid value for multi-select: "${inspect(value)}"`,
    );
  }
  return [...items];
}

function coerceList(value: unknown, name: string): string[] {
  if (value === null) return [];
  if (!Array.isArray(value) || !value.every((item) => typeof item === 'string')) refuse('array', name, value);
  return [...value];
}

function coerceJson(value: unknown, name: string): unknown {
  if (value === null) return null;
  if (typeof value === 'string') {
    try {
      return coerceJson(JSON.parse(value), name);
    } catch {
      refuse('object', name, value);
    }
  }
  if (typeof value !== 'object') refuse('object', name, value);
  // Twenty stores an empty object as null, and answers null for it.
  return !Array.isArray(value) && Object.keys(value).length === 0 ? null : asJsonb(value);
}

/** Postgres keeps the keys of `jsonb` by length, then by their bytes: what comes back is spelled otherwise than written. */
function asJsonb(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonb);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([left], [right]) => {
        const shorter = Buffer.byteLength(left) - Buffer.byteLength(right);
        return shorter !== 0 ? shorter : Buffer.compare(Buffer.from(left), Buffer.from(right));
      })
      .map(([key, inner]) => [key, asJsonb(inner)]),
  );
}

function coerceSub(sub: SubField, value: unknown, name: string): unknown {
  if (value === null) return structuredClone(sub.empty);
  switch (sub.type) {
    case 'TEXT':
      return sub.name === 'primaryEmail' ? coerceText(value, name).toLowerCase() : coerceText(value, name);
    case 'NUMERIC':
      return coerceNumeric(value, name);
    case 'UUID':
      return coerceUuid(value, name);
    case 'RAW_JSON':
      return coerceJson(value, name) ?? structuredClone(sub.empty);
    case 'ACTOR_SOURCE':
      if (typeof value !== 'string' || !ACTOR_SOURCES.some((source) => source === value))
        refuse('actor source', name, value);
      return value;
  }
}

/** The sub-fields a write gives, so that an update leaves the others alone. */
function coerceComposite(composite: Composite, value: unknown, name: string): Record<string, unknown> {
  const given: Record<string, unknown> = {};
  if (value === null) {
    for (const sub of composite.subFields) given[sub.name] = structuredClone(sub.empty);
    return given;
  }
  if (typeof value !== 'object' || Array.isArray(value)) refuse(composite.typeName, name, value);
  const subFields = new Map(composite.subFields.map((sub) => [sub.name, sub]));
  for (const [key, inner] of Object.entries(value)) {
    const sub = subFields.get(key);
    if (sub === undefined) throw invalidData(`Invalid subfield ${key} for ${composite.typeName} field "${name}"`);
    if (inner !== undefined) given[key] = coerceSub(sub, inner, `${name}.${key}`);
  }
  return given;
}

/** The stored form of one field's value. A composite comes back with the given sub-fields alone. */
export function coerceField(field: FieldModel, value: unknown): unknown {
  const composite = compositeOf(field.type);
  if (composite !== undefined) {
    const given = coerceComposite(composite, value, field.name);
    return field.type === 'RICH_TEXT' ? bothForms(given) : given;
  }
  switch (field.type) {
    case 'TEXT':
      return coerceText(value, field.name);
    case 'NUMBER':
      return coerceNumber(value, field.name);
    case 'NUMERIC':
      return coerceNumeric(value, field.name);
    case 'BOOLEAN':
      if (value !== null && typeof value !== 'boolean') refuse('boolean', field.name, value);
      return value;
    case 'DATE':
      return coerceDate(value, field.name);
    case 'DATE_TIME':
      return coerceInstant(value, field.name);
    case 'SELECT':
    case 'RATING':
      return coerceSelect(value, field);
    case 'MULTI_SELECT':
      return coerceMultiSelect(value, field);
    case 'ARRAY':
      return coerceList(value, field.name);
    case 'RAW_JSON':
      return coerceJson(value, field.name);
    case 'UUID':
      return coerceUuid(value, field.name);
    default:
      throw invalidData(`Field "${field.name}" of type ${field.type} cannot be written`);
  }
}
