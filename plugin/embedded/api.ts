import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  type FieldNode,
  type GraphQLFieldResolver,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  getOperationAST,
  Kind,
  NoDeprecatedCustomRule,
  parse,
  type SelectionSetNode,
  specifiedRules,
  validate,
} from 'graphql';
import type { Actor } from './actor.ts';
import { type Aggregate, aggregatesOf } from './aggregates.ts';
import { invalidQuery, permissionDenied, recordNotFound } from './errors.ts';
import { compileFilter, findRows } from './filter.ts';
import { mergeRecords } from './merge.ts';
import { type FieldModel, type ObjectModel, objectNamed, type WorkspaceModel } from './model.ts';
import {
  type Change,
  create,
  type Filter,
  type MutationContext,
  type MutationResult,
  remove,
  update,
} from './mutations.ts';
import { pascal } from './names.ts';
import { countAll, findPage, type Page } from './page.ts';
import { schemaDefinition } from './sdl.ts';
import type { Store } from './store.ts';
import { type Group, groupRows, summarize } from './summarize.ts';
import type { Row } from './table.ts';
import { WorkspaceError } from './workspace-error.ts';

const MOST_ROOTS = 20;

/** What one request runs with. */
export interface RequestContext {
  readonly store: Store;
  readonly actor: Actor;
  readonly now: () => string;
  readonly newId: () => string;
  readonly emit: (changes: readonly Change[], actor: Actor) => void;
  /** Counts a root field as a call of the actor. @throws WorkspaceError when its limit is reached */
  readonly countCall: (actor: Actor) => void;
}

export interface GraphQLAnswer {
  data?: unknown;
  errors?: readonly { message: string; extensions: Readonly<Record<string, unknown>> }[];
}

interface Connection {
  readonly object: ObjectModel;
  readonly args: Readonly<Record<string, unknown>>;
  readonly page: Page;
  readonly store: Store;
}

type ListArguments = Readonly<Record<string, unknown>>;

const listOf = <Item>(value: readonly Item[] | Item | null | undefined): readonly Item[] =>
  value === null || value === undefined ? [] : Array.isArray(value) ? (value as readonly Item[]) : [value as Item];

const connect = (store: Store, object: ObjectModel, args: ListArguments): Connection => ({
  object,
  args,
  store,
  page: findPage(store, object, args),
});

/** The record that another names, unless it was deleted. */
const named = (store: Store, row: Row, field: FieldModel | undefined): Row | null => {
  const { relation } = field ?? {};
  if (relation?.kind !== 'MANY_TO_ONE') return null;
  const id = row[relation.joinColumn];
  const found = typeof id === 'string' ? store.tableNamed(relation.target).get(id) : undefined;
  return found && !found.deletedAt ? found : null;
};

const fieldsOf = (selection: SelectionSetNode | undefined): readonly FieldNode[] =>
  (selection?.selections ?? []).filter((node) => node.kind === Kind.FIELD);

/** Whether a field is selected beside the one that is resolved. */
const isSelected = ({ operation, path }: GraphQLResolveInfo, name: string): boolean => {
  const keys: string[] = [];
  for (let step = path.prev; step; step = step.prev) if (typeof step.key === 'string') keys.unshift(step.key);
  const around = keys.reduce<SelectionSetNode | undefined>(
    (selection, key) => fieldsOf(selection).find((field) => (field.alias ?? field.name).value === key)?.selectionSet,
    operation.selectionSet,
  );
  return fieldsOf(around).some((field) => field.name.value === name);
};

/** Refuses a selection of objects or fields the role may not read, wherever they stand in it. */
const checkSelection = (
  model: WorkspaceModel,
  actor: Actor,
  object: ObjectModel,
  selection: SelectionSetNode | undefined,
  fragments: Readonly<Record<string, { readonly selectionSet: SelectionSetNode }>>,
): void => {
  const access = actor.accessTo(object);
  if (!access.canRead) throw permissionDenied();
  for (const node of selection?.selections ?? []) {
    if (node.kind === Kind.INLINE_FRAGMENT) {
      checkSelection(model, actor, object, node.selectionSet, fragments);
    } else if (node.kind === Kind.FRAGMENT_SPREAD) {
      checkSelection(model, actor, object, fragments[node.name.value]?.selectionSet, fragments);
    } else {
      const name = node.name.value;
      if (name === 'edges' || name === 'node') {
        checkSelection(model, actor, object, node.selectionSet, fragments);
        continue;
      }
      if (access.unreadable.has(name)) {
        throw permissionDenied(`no permission to read field "${name}" on "${object.nameSingular}"`);
      }
      const relation = object.byName.get(name)?.relation;
      if (relation) {
        checkSelection(model, actor, objectNamed(model, relation.target), node.selectionSet, fragments);
      }
    }
  }
};

const checkGroupBy = (
  actor: Actor,
  object: ObjectModel,
  groupBy: readonly Readonly<Record<string, unknown>>[],
): void => {
  const access = actor.accessTo(object);
  if (!access.canRead) throw permissionDenied();
  for (const name of groupBy.flatMap(Object.keys)) {
    if (name === 'id') throw invalidQuery('Field "id" is not supported in groupBy');
    if (access.unreadable.has(name)) {
      throw permissionDenied(`no permission to read field "${name}" on "${object.nameSingular}"`);
    }
  }
};

type Resolver = GraphQLFieldResolver<unknown, RequestContext>;

/** The GraphQL API of one workspace: its schema, derived once, and the execution of requests against it. */
export class Api {
  readonly model: WorkspaceModel;
  /** As clients see it. */
  readonly #schema: GraphQLSchema;
  /** The same with inputs left open: Twenty judges data itself, in its own words, and so do we. */
  readonly #executable: GraphQLSchema;
  readonly #roots = new Map<string, Resolver>();
  readonly #objects = new Map<string, ObjectModel>();
  readonly #aggregates = new Map<string, ReadonlyMap<string, Aggregate>>();
  readonly #documents = new Map<string, DocumentNode | readonly { message: string; extensions: object }[]>();
  readonly definition: string;

  constructor(model: WorkspaceModel) {
    this.model = model;
    this.definition = schemaDefinition(model);
    this.#schema = buildSchema(this.definition, { assumeValid: true });
    this.#executable = buildSchema(this.definition.replace(/^input (\w+) \{[^}]*\}/gm, 'scalar $1'), {
      assumeValid: true,
    });
    for (const object of model.objects) {
      this.#objects.set(object.typeName, object);
      this.#aggregates.set(object.typeName, new Map(aggregatesOf(object).map((one) => [one.name, one])));
      this.#addRoots(object);
    }
  }

  #addRoots(object: ObjectModel): void {
    const plural = pascal(object.namePlural);
    const type = object.typeName;
    const roots = this.#roots;

    const read =
      (resolve: (args: ListArguments, context: RequestContext) => unknown): Resolver =>
      (_source, args, context, info) => {
        checkSelection(this.model, context.actor, object, info.fieldNodes[0]?.selectionSet, info.fragments);
        return resolve(args, context);
      };
    const write =
      (
        resolve: (args: Record<string, unknown>, context: MutationContext) => MutationResult,
        isMany: boolean,
      ): Resolver =>
      (_source, args, context, info) => {
        const { store, actor, newId } = context;
        const result = resolve(args, { store, actor, newId, now: context.now() });
        context.emit(result.changes, actor);
        checkSelection(this.model, actor, object, info.fieldNodes[0]?.selectionSet, info.fragments);
        return isMany ? result.rows : result.rows[0];
      };

    roots.set(
      object.namePlural,
      read((args, { store }) => connect(store, object, args)),
    );
    roots.set(
      object.nameSingular,
      read((args, { store }) => {
        const [row] = findRows(store, object, compileFilter(store, object, args.filter));
        if (!row) throw recordNotFound();
        return row;
      }),
    );
    roots.set(`${object.namePlural}GroupBy`, (_source, args, context) => {
      checkGroupBy(context.actor, object, args.groupBy);
      const rows = findRows(context.store, object, compileFilter(context.store, object, args.filter));
      const groups = groupRows(context.store, object, rows, args.groupBy);
      return this.#orderGroups(object, groups, args.orderBy).slice(0, args.limit ?? 500);
    });
    roots.set(
      `create${plural}`,
      write(
        (args, context) => create(context, object, listOf(args.data as object[]) as never, args.upsert === true),
        true,
      ),
    );
    roots.set(
      `create${type}`,
      write((args, context) => create(context, object, [args.data as never], args.upsert === true), false),
    );
    roots.set(
      `update${type}`,
      write((args, context) => update(context, object, { id: String(args.id) }, args.data as never), false),
    );
    roots.set(
      `update${plural}`,
      write((args, context) => update(context, object, { filter: args.filter as Filter }, args.data as never), true),
    );
    roots.set(`merge${plural}`, (source, args, context, info) => {
      const selected = (info.fieldNodes[0]?.selectionSet?.selections ?? []).flatMap((node) =>
        node.kind === Kind.FIELD ? [node.name.value] : [],
      );
      const merge = write((request, mutation) => mergeRecords(mutation, object, request as never, selected), false);
      return merge(source, args, context, info);
    });
    for (const verb of ['delete', 'restore', 'destroy'] as const) {
      roots.set(
        `${verb}${type}`,
        write((args, context) => remove(context, object, verb, { id: String(args.id) }), false),
      );
      roots.set(
        `${verb}${plural}`,
        write((args, context) => remove(context, object, verb, { filter: args.filter as Filter }), true),
      );
    }
  }

  #orderGroups(object: ObjectModel, groups: readonly Group[], orderBy: unknown): Group[] {
    const wanted = listOf(orderBy as readonly Record<string, unknown>[] | null).flatMap((by) =>
      Object.entries((by.aggregate ?? {}) as Record<string, string>),
    );
    const aggregates = this.#aggregates.get(object.typeName);
    return [...groups].sort((left, right) => {
      for (const [name, direction] of wanted) {
        const aggregate = aggregates?.get(name);
        if (!aggregate) throw invalidQuery(`There is no aggregate "${name}"`);
        const difference = Number(summarize(left.rows, aggregate)) - Number(summarize(right.rows, aggregate));
        if (difference !== 0) return direction.startsWith('Desc') ? -difference : difference;
      }
      return 0;
    });
  }

  /**
   * Whether the record whose field is resolved is one that another names. Twenty gives a copy of it, and fills what is
   * nested in it into the original: only where `deletedAt` is asked for is it the original that is given.
   */
  #isCopy(info: GraphQLResolveInfo): boolean {
    const { prev } = info.path;
    const holder = prev?.typename ? this.#objects.get(prev.typename) : undefined;
    const isNamed = holder?.byName.get(String(prev?.key))?.relation?.kind === 'MANY_TO_ONE';
    return isNamed && !isSelected(info, 'deletedAt');
  }

  readonly #resolve: Resolver = (source, args, context, info) => {
    const type = info.parentType.name;
    const name = info.fieldName;
    if (type === 'Query' || type === 'Mutation') {
      context.countCall(context.actor);
      return this.#roots.get(name)?.(source, args, context, info);
    }
    const object = this.#objects.get(type);
    if (object) {
      const row = source as Row;
      const relation = object.byName.get(name)?.relation;
      if (!relation) {
        const joined = object.byJoinColumn.get(name);
        // Where Twenty nests a record that was deleted, it forgets its id as well.
        const isForgotten = joined && !named(context.store, row, joined) && isSelected(info, joined.name);
        return isForgotten ? null : row[name];
      }
      const isEmpty = this.#isCopy(info);
      if (relation.kind === 'MANY_TO_ONE') return isEmpty ? null : named(context.store, row, object.byName.get(name));
      const target = objectNamed(this.model, relation.target);
      const joinColumn = target.byName.get(relation.inverse)?.relation?.joinColumn ?? '';
      const filter = isEmpty ? { id: { is: 'NULL' } } : { and: [{ [joinColumn]: { eq: row.id } }, args.filter ?? {}] };
      return connect(context.store, target, { ...args, filter });
    }
    if (type.endsWith('Connection')) return this.#resolveConnection(source as Connection | Group, type, name);
    const value = (source as Record<string, unknown>)[name];
    return typeof value === 'function' ? (value as () => unknown)() : value;
  };

  #resolveConnection(source: Connection | Group, type: string, name: string): unknown {
    const objectType = type.replace(/(?:GroupBy)?Connection$/, '');
    const aggregate = this.#aggregates.get(objectType)?.get(name);
    if ('groupByDimensionValues' in source) {
      if (aggregate) return summarize(source.rows, aggregate);
      return name === 'groupByDimensionValues' ? source.groupByDimensionValues : [];
    }
    const { page, store, object, args } = source;
    if (aggregate?.operation === 'totalCount') return countAll(store, object, args, page);
    if (aggregate) return summarize(page.all(), aggregate);
    if (name === 'edges') return page.rows.map((row) => ({ node: row, cursor: () => page.cursor(row) }));
    return page.pageInfo;
  }

  #document(query: string): DocumentNode | readonly { message: string; extensions: object }[] {
    const known = this.#documents.get(query);
    if (known) return known;
    let result: DocumentNode | readonly { message: string; extensions: object }[];
    try {
      const document = parse(query, { noLocation: true });
      const errors = validate(
        this.#executable,
        document,
        specifiedRules.filter((rule) => rule !== NoDeprecatedCustomRule),
      );
      result =
        errors.length === 0
          ? document
          : errors.map(({ message }) => ({ message, extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }));
    } catch (error) {
      result = [{ message: (error as Error).message, extensions: { code: 'GRAPHQL_PARSE_FAILED' } }];
    }
    if (this.#documents.size > 500) this.#documents.clear();
    this.#documents.set(query, result);
    return result;
  }

  /** Executes a request and answers as Twenty's HTTP endpoint does, errors included. */
  async execute(
    query: string,
    variables: Readonly<Record<string, unknown>> | undefined,
    context: RequestContext,
  ): Promise<GraphQLAnswer> {
    const document = this.#document(query);
    if (Array.isArray(document)) return { errors: document } as GraphQLAnswer;
    const operation = getOperationAST(document as DocumentNode);
    const roots = (operation?.selectionSet.selections ?? []).flatMap((node) =>
      node.kind === Kind.FIELD ? [node.name.value] : [],
    );
    const repeated = roots.find((root, at) => roots.indexOf(root) !== at && root !== '__typename');
    if (repeated) {
      const error = { message: `Duplicate root resolver: "${repeated}"`, extensions: { code: 'BAD_USER_INPUT' } };
      return { data: {}, errors: [error] };
    }
    if (roots.length > MOST_ROOTS) {
      const message = `Too many root resolvers: ${roots.length}, at most ${MOST_ROOTS}`;
      return { data: {}, errors: [{ message, extensions: { code: 'BAD_USER_INPUT' } }] };
    }
    const isIntrospection = roots.some((root) => root === '__schema' || root === '__type');
    const result = (await execute({
      schema: isIntrospection ? this.#schema : this.#executable,
      document: document as DocumentNode,
      ...(variables ? { variableValues: variables } : {}),
      contextValue: context,
      fieldResolver: this.#resolve as GraphQLFieldResolver<unknown, unknown>,
    })) as ExecutionResult;
    return {
      ...(result.data === undefined ? {} : { data: result.data }),
      ...(result.errors
        ? {
            errors: result.errors.map((error) => ({
              message: error.message,
              extensions:
                error.originalError instanceof WorkspaceError
                  ? error.originalError.extensions
                  : { code: error.originalError ? 'INTERNAL_SERVER_ERROR' : 'BAD_USER_INPUT' },
            })),
          }
        : {}),
    };
  }
}
