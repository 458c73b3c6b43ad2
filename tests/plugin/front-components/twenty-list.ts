import type { FieldModel } from '../../../plugin/embedded/model.ts';
import type { Workspace } from '../../../plugin/embedded/workspace.ts';
import { dayStart, policyDay } from '../../../plugin/front-components/charts/policy-day.ts';
import type { ConditionGroup, Records } from '../../../plugin/front-components/charts/records.ts';
import { quarterAfter, quarterOf, quarterStart } from '../../../workflows/rules/quarter.ts';

type Filter = Readonly<Record<string, unknown>>;

const DAY = 86_400_000;
const LISTS: ReadonlySet<string> = new Set(['MULTI_SELECT', 'ARRAY']);

/** The days of a span such as `PAST_10_DAY`, from the first to the one after the last. */
const spanOf = (value: string): readonly [string, string] => {
  const [span = ''] = value.split(';;');
  const today = policyDay(Date.now());
  if (span === 'THIS_1_QUARTER') return [quarterStart(quarterOf(today)), quarterStart(quarterAfter(quarterOf(today)))];
  const days = /^PAST_(\d+)_DAY$/.exec(span)?.[1];
  if (!days) throw new Error(`no span ${value}`);
  return [new Date(Date.parse(today) - Number(days) * DAY).toISOString().slice(0, 10), today];
};

const emptyOf = ({ name, type, relation }: FieldModel): Filter => {
  if (relation) return { [relation.joinColumn]: { is: 'NULL' } };
  const none = { [name]: { is: 'NULL' } };
  return LISTS.has(type) ? { or: [none, { [name]: { isEmptyArray: true } }] } : none;
};

const dateOf = (name: string, isDay: boolean, op: string, value: string): Filter | null => {
  if (op === 'IS_AFTER') return { [name]: { gte: value } };
  if (op === 'IS_BEFORE') return { [name]: { lt: value } };
  if (op !== 'IS_RELATIVE') return null;
  const [from, before] = spanOf(value).map((day) => (isDay ? day : dayStart(day)));
  return { and: [{ [name]: { gte: from } }, { [name]: { lt: before } }] };
};

const isOneOf = (name: string, values: readonly string[]): Filter => {
  const named = values.filter((value) => value !== '');
  return {
    or: [
      ...(named.length > 0 ? [{ [name]: { in: named } }] : []),
      ...(values.includes('') ? [{ [name]: { is: 'NULL' } }] : []),
    ],
  };
};

/** One condition of an address in the API's words, as Twenty's list turns it; one it could not read is an error. */
const conditionOf = (field: FieldModel, part: string | undefined, op: string, value: string): Filter => {
  if (op === 'IS_EMPTY') return emptyOf(field);
  if (op === 'IS_NOT_EMPTY') return { not: emptyOf(field) };
  const { name, type, relation } = field;
  const ids = (): readonly string[] => JSON.parse(value);
  switch (relation ? 'RELATION' : type) {
    case 'RELATION':
      if (op === 'IS' && relation) return { [relation.joinColumn]: { in: JSON.parse(value).selectedRecordIds } };
      break;
    case 'SELECT':
      if (op === 'IS') return isOneOf(name, ids());
      break;
    case 'UUID':
      if (op === 'IS') return { [name]: { in: ids() } };
      break;
    case 'BOOLEAN':
      return { [name]: { eq: value === 'true' } };
    case 'TEXT':
      if (op === 'CONTAINS') return { [name]: { ilike: `%${value}%` } };
      if (op === 'DOES_NOT_CONTAIN') return { not: { [name]: { ilike: `%${value}%` } } };
      break;
    case 'ARRAY':
      if (op === 'CONTAINS') return { [name]: { containsIlike: `%${value}%` } };
      break;
    case 'DATE':
    case 'DATE_TIME': {
      const filter = dateOf(name, type === 'DATE', op, value);
      if (filter) return filter;
      break;
    }
    case 'CURRENCY':
      if (op === 'IS' && part === 'currencyCode') return { [name]: { currencyCode: { in: ids() } } };
  }
  throw new Error(`Twenty has no condition ${name}${part ? `.${part}` : ''} ${op} ${value}`);
};

/** How many records Twenty's own list shows of an object under the conditions of an address. */
export const listedIn = async (
  workspace: Workspace,
  token: string,
  { plural, filter = {}, filterGroup }: Records,
): Promise<number> => {
  const object = workspace.model.objects.find(({ namePlural }) => namePlural === plural);
  if (!object) throw new Error(`no object ${plural}`);
  const read = (path: string, op: string, value: string): Filter => {
    const [name = '', part] = path.split('.');
    const field = object.byName.get(name);
    if (!field) throw new Error(`no field ${plural}.${name}`);
    return conditionOf(field, part, op, value);
  };
  const readGroup = ({ operator, filters = [], groups = [] }: ConditionGroup): Filter => ({
    [operator.toLowerCase()]: [
      ...filters.map(({ field, op, value }) => read(field, op, value)),
      ...groups.map(readGroup),
    ],
  });
  const conditions = [
    ...Object.entries(filter).flatMap(([path, ops]) => Object.entries(ops).map(([op, value]) => read(path, op, value))),
    ...(filterGroup ? [readGroup(filterGroup)] : []),
  ];
  // Without any, Twenty shows the view that was looked at last.
  if (conditions.length === 0) throw new Error(`the list of ${plural} would show any view of it`);
  const answer = await workspace
    .client(token)
    .request<Readonly<Record<string, { readonly totalCount: number }>>>(
      `query Listed($filter: ${object.typeName}FilterInput) { ${plural}(filter: $filter, first: 1) { totalCount } }`,
      { filter: { and: conditions } },
    );
  return answer[plural]?.totalCount ?? 0;
};
