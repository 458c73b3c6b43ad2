import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CallLimit } from '../../workflows/gateway/call-limit.ts';
import { type Actor, accessByRole, accessOfBoth, fullAccess } from './actor.ts';
import type { Api, GraphQLAnswer } from './api.ts';
import type { BuiltApp } from './built-app.ts';
import { CallBucket } from './call-bucket.ts';
import { unauthenticated } from './errors.ts';
import { type Delivery, deliveriesOf, userOf } from './events.ts';
import type { Manifest, ManifestInstallHook, ManifestLogicFunction } from './manifest.ts';
import { objectNamed, type WorkspaceModel } from './model.ts';
import { type Change, create, removeMember } from './mutations.ts';
import { RolesApi, RolesRefusal } from './roles-api.ts';
import { type RouteAnswer, type RouteRequest, refusal, routeAnswer, routeEvent, routeOf } from './route.ts';
import { enterEnvironment } from './run-environment.ts';
import { sharedApi } from './shared-api.ts';
import { Store } from './store.ts';
import type { Row } from './table.ts';
import { toolNameOf } from './tool-name.ts';
import { ManifestRefused } from './validate-manifest/manifest-refused.ts';
import type { Fault } from './validate-manifest/rule.ts';
import type { TakenNames } from './validate-manifest/site.ts';
import { validateManifest } from './validate-manifest/validate-manifest.ts';

export interface WorkspaceOptions {
  readonly app: BuiltApp;
  /**
   * Which server's ways: 2.21 sends one payload a record, has one token and ignores `writability`; 2.43 batches, has
   * both tokens and keeps people off what the application writes.
   */
  readonly server?: '2.21' | '2.43';
  /** Twenty's own stage options, where a team has changed them. */
  readonly stockStages?: readonly string[];
  /** Options that an administrator has added to lists in Twenty's settings, by `object.field`: their labels by value. */
  readonly addedOptions?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Roles, objects and fields the team has before the application comes. */
  readonly team?: TakenNames;
  /** How many calls it takes from its API key, and from the application; without one as many as come. */
  readonly limits?: Partial<Readonly<Record<'API' | 'APPLICATION', CallLimit>>>;
  readonly clock?: () => Date;
  /** Address at which functions reach the API. */
  readonly url?: string;
}

export interface MemberInput {
  readonly id?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly locale?: string;
  /** Role of the manifest; everything allowed without one. */
  readonly role?: string;
}

/** One run of a function. */
export interface FunctionRun {
  readonly name: string;
  readonly trigger: 'event' | 'job' | 'cron' | 'route' | 'install' | 'health' | 'tool' | 'call';
  readonly milliseconds: number;
  readonly apiCalls: number;
  readonly result: unknown;
  readonly error: string | null;
}

/** What a test or a demonstration may do with a delivery: pass it, drop it, double it, hold it back. */
export type Interceptor = (delivery: Delivery) => readonly Delivery[];

export interface WorkspaceClient {
  readonly request: <Data = Record<string, unknown>>(
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ) => Promise<Data>;
}

type Handler = (payload: unknown, context?: unknown) => unknown;

const ROUNDS = 50;
const RETRIES = 3;
/** Twenty's own role of administrators. */
const ADMIN = '20202020-02c2-43f3-b94d-cab1f2b532eb';
/** How often Twenty tries the post-install function. */
const INSTALL_TRIES = 3;
const MOST_JOBS = 200;

const delegatedTokenOf = (memberId: string): string => `app-for-${memberId}`;

const judged = new WeakMap<Manifest, readonly Fault[]>();

/** Refuses what a server refuses. A manifest by itself is judged once, however many workspaces it comes to. */
const refuseFaults = (manifest: Manifest, team: TakenNames): void => {
  const isPlain = Object.keys(team).length === 0;
  const known = isPlain ? judged.get(manifest) : undefined;
  const faults = known ?? validateManifest(manifest, team).filter((fault) => fault.effect === 'REFUSED');
  if (isPlain) judged.set(manifest, faults);
  if (faults.length > 0) throw new ManifestRefused(faults);
};

/** A Twenty-shaped workspace in memory with one application installed. */
export class Workspace {
  readonly id = randomUUID();
  readonly apiKey = `key-${randomUUID()}`;
  readonly applicationToken = `app-${randomUUID()}`;
  /** By which whoever runs the server gets a token of the application itself. */
  readonly credentials: { readonly clientId: string; readonly clientSecret: string } = {
    clientId: `client-${randomUUID()}`,
    clientSecret: `secret-${randomUUID()}`,
  };
  readonly model: WorkspaceModel;
  readonly api: Api;
  /** What the server tells of roles to whoever may manage them. */
  readonly rolesApi: RolesApi;
  readonly runs: FunctionRun[] = [];
  url: string;
  readonly #app: BuiltApp;
  readonly #store: Store;
  readonly #clock: () => Date;
  readonly #server: '2.21' | '2.43';
  readonly #actors = new Map<string, Actor>();
  /** Roles of the manifest, by the member who has them. */
  readonly #roles = new Map<string, string>();
  readonly #buckets: ReadonlyMap<string, CallBucket>;
  readonly #variables: Map<string, string>;
  readonly #handlers = new Map<string, Handler>();
  #queue: Delivery[] = [];
  #interceptor: Interceptor = (delivery) => [delivery];
  #apiCalls = 0;
  #settling: Promise<void> | null = null;

  constructor(options: WorkspaceOptions) {
    const { app, team = {}, server = '2.43', clock = () => new Date(), url = 'http://workspace.local' } = options;
    this.#app = app;
    this.#clock = clock;
    this.#server = server;
    this.url = url;
    this.#buckets = new Map(
      Object.entries(options.limits ?? {}).map(([source, limit]) => [source, new CallBucket(limit)]),
    );
    refuseFaults(app.manifest, team);
    this.api = sharedApi(app.manifest, {
      team,
      isWritabilityIgnored: server === '2.21',
      isOrmOld: server === '2.21',
      ...(options.stockStages ? { stockStages: options.stockStages } : {}),
      ...(options.addedOptions ? { addedOptions: options.addedOptions } : {}),
    });
    this.model = this.api.model;
    this.rolesApi = new RolesApi(app.manifest, this.model);
    this.#store = new Store(this.model);
    this.#variables = new Map(
      Object.entries(app.manifest.application.applicationVariables ?? {}).map(([name, { value }]) => [
        name,
        String(value ?? ''),
      ]),
    );
    const role = app.manifest.application.defaultRoleUniversalIdentifier;
    this.#actors.set(this.apiKey, {
      source: 'API',
      name: 'Developer API Key',
      workspaceMemberId: null,
      isApplication: false,
      accessTo: fullAccess,
    });
    this.#actors.set(this.applicationToken, {
      source: 'APPLICATION',
      name: app.manifest.application.displayName,
      workspaceMemberId: null,
      isApplication: true,
      accessTo: accessByRole(app.manifest, this.model, role),
    });
  }

  get manifest(): Manifest {
    return this.#app.manifest;
  }

  get version(): string {
    return this.#app.version;
  }

  now(): Date {
    return this.#clock();
  }

  /** The application's variables as they are set. */
  get variables(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#variables);
  }

  setVariable(name: string, value: string): void {
    if (!this.#variables.has(name)) throw new Error(`The application has no variable "${name}"`);
    this.#variables.set(name, value);
  }

  intercept(interceptor: Interceptor): void {
    this.#interceptor = interceptor;
  }

  /** Adds a workspace member and gives it a token. */
  addMember(input: MemberInput): { readonly id: string; readonly token: string } {
    const id = input.id ?? randomUUID();
    const token = `member-${randomUUID()}`;
    this.insert('workspaceMember', [
      {
        id,
        name: { firstName: input.firstName, lastName: input.lastName },
        userEmail: input.email,
        locale: input.locale ?? 'zh-CN',
        timeZone: 'Asia/Shanghai',
      },
    ]);
    this.#actors.set(token, {
      source: 'MANUAL',
      name: `${input.firstName} ${input.lastName}`.trim(),
      workspaceMemberId: id,
      isApplication: false,
      accessTo: input.role ? accessByRole(this.#app.manifest, this.model, input.role) : fullAccess,
    });
    if (input.role) this.#roles.set(id, input.role);
    return { id, token };
  }

  /** Gives a workspace member a role of the manifest, as an administrator of Twenty does. */
  giveRole(memberId: string, role: string): void {
    this.#roles.set(memberId, role);
    for (const [token, actor] of this.#actors) {
      if (actor.workspaceMemberId !== memberId) continue;
      this.#actors.set(token, { ...actor, accessTo: accessByRole(this.#app.manifest, this.model, role) });
    }
    this.#actors.delete(delegatedTokenOf(memberId));
  }

  /**
   * Removes a user from the workspace, as an administrator does in Twenty's settings: the member is gone outright and its
   * token with it, every relation to it becomes null, and only `createdBy` and `updatedBy` still name it.
   */
  removeMember(memberId: string): void {
    const changes = removeMember(this.#store, memberId);
    for (const [token, actor] of this.#actors) if (actor.workspaceMemberId === memberId) this.#actors.delete(token);
    this.#emit(changes, this.#actor(this.apiKey));
  }

  /** Loads records without events, as a workspace's past. */
  insert(object: string, records: readonly Readonly<Record<string, unknown>>[]): readonly Row[] {
    const actor = { ...this.#actor(this.apiKey), isApplication: true, source: 'API' as const };
    const target = objectNamed(this.model, object);
    const rows: Row[] = [];
    for (let at = 0; at < records.length; at += 200) {
      const context = { store: this.#store, actor, now: this.now().toISOString(), newId: randomUUID };
      rows.push(...create(context, target, records.slice(at, at + 200), false).rows);
    }
    return rows;
  }

  /** The records of an object as they stand; soft-deleted ones only when asked for. */
  records(object: string, withDeleted = false): readonly Row[] {
    return [...this.#store.tableNamed(object).rows()].filter((row) => withDeleted || row.deletedAt === null);
  }

  #actor(token: string): Actor {
    const actor = this.#actors.get(token);
    if (!actor) throw unauthenticated();
    return actor;
  }

  /** Answers a request; a token that is none gets Twenty's answer for that. */
  async answer(token: string, query: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphQLAnswer> {
    this.#apiCalls += 1;
    const actor = this.#actors.get(token);
    if (!actor) {
      const { message, extensions } = unauthenticated();
      return { errors: [{ message, extensions }] };
    }
    return this.api.execute(query, variables, {
      store: this.#store,
      actor,
      now: () => this.now().toISOString(),
      newId: randomUUID,
      emit: (changes, by) => this.#emit(changes, by),
      countCall: ({ source }) => this.#buckets.get(source)?.take(this.now()),
    });
  }

  /** A client that asks in process, by the same path as HTTP. Throws on an answer with errors. */
  client(token: string): WorkspaceClient {
    return {
      request: async <Data>(query: string, variables?: Readonly<Record<string, unknown>>): Promise<Data> => {
        const answer = await this.answer(token, query, variables);
        const [error] = answer.errors ?? [];
        if (error) throw new Error(error.message);
        return answer.data as Data;
      },
    };
  }

  /** Answers the API of the server's own things: an application's jobs, from 2.43 on. */
  async answerMetadata(
    token: string,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<GraphQLAnswer> {
    this.#apiCalls += 1;
    const refuse = (message: string, code: string): GraphQLAnswer => ({ errors: [{ message, extensions: { code } }] });
    const asker = this.#actors.get(token);
    if (asker && query.includes('currentUser{')) {
      if (asker.workspaceMemberId === null) return refuse('Forbidden resource', 'FORBIDDEN');
      return { data: { currentUser: { workspaceMembers: this.#roleHolders() } } };
    }
    if (asker?.source === 'API' && !asker.isApplication) {
      try {
        const data = this.rolesApi.answer(query, variables);
        if (data) return { data };
      } catch (error) {
        if (error instanceof RolesRefusal) return refuse(error.message, error.code);
        throw error;
      }
    }
    if (!this.#actors.get(token)?.isApplication) return refuse('Forbidden resource', 'FORBIDDEN');
    if (this.#server === '2.21' || !query.includes('enqueueJobs(')) {
      return refuse('Cannot query field "enqueueJobs" on type "Mutation".', 'GRAPHQL_VALIDATION_FAILED');
    }
    const { logicFunctionUniversalIdentifier, payloads } = (variables?.input ?? {}) as {
      logicFunctionUniversalIdentifier?: string;
      payloads?: readonly Readonly<Record<string, unknown>>[];
    };
    const logicFunction = this.#app.manifest.logicFunctions.find(
      (one) => one.universalIdentifier === logicFunctionUniversalIdentifier,
    );
    if (!logicFunction || !payloads || payloads.length > MOST_JOBS) return refuse('Invalid input', 'BAD_USER_INPUT');
    const functionName = logicFunction.name ?? logicFunction.universalIdentifier;
    const jobs = payloads.map((payload): Delivery => ({ functionName, logicFunction, payload, trigger: 'job' }));
    this.#queue.push(...jobs.flatMap((job) => this.#interceptor(job)));
    return { data: { enqueueJobs: { enqueued: true, enqueuedJobsCount: payloads.length } } };
  }

  /** Who has which role, as Twenty tells everybody who is signed in; whoever was given none is an administrator. */
  #roleHolders() {
    return this.records('workspaceMember').map(({ id, name }) => {
      const identifier = this.#roles.get(String(id));
      const role = this.#app.manifest.roles.find((one) => one.universalIdentifier === identifier);
      const held = role
        ? { label: role.label, universalIdentifier: role.universalIdentifier, canReadAllObjectRecords: false }
        : { label: 'Admin', universalIdentifier: ADMIN, canReadAllObjectRecords: true };
      return { id, name, roles: [held] };
    });
  }

  #emit(changes: readonly Change[], actor: Actor): void {
    const payloads = this.#server === '2.43' ? 'batch' : 'single';
    const deliveries = deliveriesOf(changes, actor, this.#app.manifest, this.model, this.id, payloads);
    this.#queue.push(...deliveries.flatMap((delivery) => this.#interceptor(delivery)));
  }

  /** Puts a delivery back into the queue: for a held-back one, or a second copy. */
  deliver(delivery: Delivery): void {
    this.#queue.push(delivery);
  }

  /** Runs what is queued, and what that queues, until nothing is left. @throws Error when it never ends: a loop */
  settle(): Promise<void> {
    this.#settling ??= this.#drain().finally(() => {
      this.#settling = null;
    });
    return this.#settling;
  }

  async #drain(): Promise<void> {
    for (let round = 0; this.#queue.length > 0; round += 1) {
      if (round >= ROUNDS) throw new Error(`Hooks still wake each other after ${ROUNDS} rounds`);
      const deliveries = this.#queue;
      this.#queue = [];
      for (const { logicFunction, payload, trigger = 'event' } of deliveries) {
        await this.#run(logicFunction, trigger, payload);
      }
    }
  }

  /** The token by which the application acts in a person's stead: it may what both may. */
  delegatedToken(memberId: string): string {
    const token = delegatedTokenOf(memberId);
    const member = [...this.#actors.values()].find((actor) => actor.workspaceMemberId === memberId);
    if (member && !this.#actors.has(token)) {
      const application = this.#actor(this.applicationToken);
      this.#actors.set(token, { ...member, accessTo: accessOfBoth(member.accessTo, application.accessTo) });
    }
    return token;
  }

  #environment(memberId: string | null): Readonly<Record<string, string>> {
    const isDelegated = memberId !== null && this.#server === '2.43';
    return {
      TWENTY_API_URL: this.url,
      TWENTY_FUNCTIONS_URL: `${this.url}/s`,
      TWENTY_APP_ACCESS_TOKEN: isDelegated ? this.delegatedToken(memberId) : this.applicationToken,
      ...(this.#server === '2.43' ? { TWENTY_APP_APPLICATION_ACCESS_TOKEN: this.applicationToken } : {}),
      APPLICATION_ID: this.#app.manifest.application.universalIdentifier,
      ...this.variables,
    };
  }

  async #handler(logicFunction: ManifestLogicFunction): Promise<Handler> {
    const known = this.#handlers.get(logicFunction.universalIdentifier);
    if (known) return known;
    const file = pathToFileURL(join(this.#app.directory, logicFunction.builtHandlerPath));
    file.searchParams.set('checksum', logicFunction.builtHandlerChecksum);
    const loaded: unknown = await import(file.href);
    const handler = logicFunction.handlerName
      .split('.')
      .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], loaded);
    if (typeof handler !== 'function')
      throw new Error(`${logicFunction.builtHandlerPath} exports no ${logicFunction.handlerName}`);
    this.#handlers.set(logicFunction.universalIdentifier, handler as Handler);
    return handler as Handler;
  }

  async #run(
    logicFunction: ManifestLogicFunction,
    trigger: FunctionRun['trigger'],
    payload: unknown,
    memberId: string | null = null,
  ): Promise<unknown> {
    const name = logicFunction.name ?? logicFunction.universalIdentifier;
    const handler = await this.#handler(logicFunction);
    const environment = this.#environment(memberId);
    for (let retryCount = 0; ; retryCount += 1) {
      const started = performance.now();
      const callsBefore = this.#apiCalls;
      const leave = enterEnvironment(environment);
      const note = (result: unknown, error: string | null): void => {
        const apiCalls = this.#apiCalls - callsBefore;
        this.runs.push({ name, trigger, milliseconds: performance.now() - started, apiCalls, result, error });
      };
      try {
        const context = {
          retryCount,
          maxRetries: RETRIES,
          workspaceId: this.id,
          userWorkspaceId: memberId && userOf(memberId, 'workspace'),
          workspaceMemberId: memberId,
        };
        // Server 2.21 passes the payload alone.
        const result = await (this.#server === '2.43' ? handler(payload, context) : handler(payload));
        note(result, null);
        return result;
      } catch (error) {
        note(null, error instanceof Error ? `${error.name}: ${error.message}` : String(error));
        const isRetryable = error instanceof Error && error.name === 'RetryableLogicFunctionError';
        if (!isRetryable || retryCount >= RETRIES) {
          if (trigger === 'event' || trigger === 'job') return undefined;
          throw error;
        }
      } finally {
        leave();
      }
    }
  }

  /** Answers a request to one of the application's routes as Twenty does. */
  async callRoute(request: RouteRequest): Promise<RouteAnswer> {
    const route = routeOf(this.#app.manifest, request);
    if (!route) return refusal(404, `No route found for ${request.method} ${request.path}`);
    const actor = this.#actors.get(request.token);
    if (route.httpRouteTriggerSettings?.isAuthRequired && !actor) return refusal(401, 'Missing or invalid token');
    const memberId = actor?.workspaceMemberId ?? null;
    try {
      const event = routeEvent(request, route, memberId && userOf(memberId, 'workspace'));
      return routeAnswer(await this.#run(route, 'route', event, memberId));
    } catch (error) {
      return refusal(500, error instanceof Error ? error.message : String(error));
    }
  }

  /**
   * Calls a function as Twenty's AI chat calls a tool, in the name of whoever chats.
   * @throws Error for a name that is no tool's, and with the words of a function that failed
   */
  async callTool(toolName: string, args: unknown, token: string): Promise<unknown> {
    const tool = this.manifest.logicFunctions.find(
      (one) => one.toolTriggerSettings !== undefined && toolNameOf(one.name ?? '') === toolName,
    );
    if (!tool) throw new Error(`The application has no tool "${toolName}"`);
    const result = await this.#run(tool, 'tool', args, this.#actors.get(token)?.workspaceMemberId ?? null);
    await this.settle();
    return result;
  }

  /** Runs a function by name or universal identifier with a payload. */
  async runFunction(
    nameOrIdentifier: string,
    payload: unknown,
    trigger: FunctionRun['trigger'] = 'call',
  ): Promise<unknown> {
    const found = this.#app.manifest.logicFunctions.find(
      (one) => one.name === nameOrIdentifier || one.universalIdentifier === nameOrIdentifier,
    );
    if (!found) throw new Error(`The application has no function "${nameOrIdentifier}"`);
    const result = await this.#run(found, trigger, payload);
    await this.settle();
    return result;
  }

  /**
   * Runs the install functions as Twenty does: the first before anything else, which stops the installation by throwing;
   * then the second, from a queue that tries it again. An upgrade runs only those that ask for it.
   * @throws Error with the words of the function that refused or failed
   */
  async install(previousVersion?: string): Promise<void> {
    const { preInstallLogicFunction, postInstallLogicFunction } = this.manifest.application;
    const payload = { ...(previousVersion === undefined ? {} : { previousVersion }), newVersion: this.version };
    const isWanted = (hook: ManifestInstallHook | undefined): hook is ManifestInstallHook =>
      hook !== undefined && (previousVersion === undefined || hook.shouldRunOnVersionUpgrade === true);
    if (isWanted(preInstallLogicFunction)) {
      await this.runFunction(preInstallLogicFunction.universalIdentifier, payload, 'install');
    }
    if (!isWanted(postInstallLogicFunction)) return;
    for (let tried = 1; ; tried += 1) {
      try {
        await this.runFunction(postInstallLogicFunction.universalIdentifier, payload, 'install');
        return;
      } catch (error) {
        if (tried >= INSTALL_TRIES) throw error;
      }
    }
  }

  /** Runs what the application does before it goes; what goes with it stays where it is here. */
  async uninstall(): Promise<void> {
    const hook = this.manifest.application.uninstallLogicFunction;
    if (hook) await this.runFunction(hook.universalIdentifier, { version: this.version }, 'install');
  }

  /** Asks the application how it is, as Twenty does. @throws Error when it has no health check or that fails */
  checkHealth(): Promise<unknown> {
    const hook = this.manifest.application.healthCheckLogicFunction;
    if (!hook) throw new Error('The application has no health check');
    return this.runFunction(hook.universalIdentifier, {}, 'health');
  }
}

/** Makes a workspace with the application installed. */
export const createWorkspace = (options: WorkspaceOptions): Workspace => new Workspace(options);
