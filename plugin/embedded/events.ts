import { randomUUID } from 'node:crypto';
import type { Actor } from './actor.ts';
import type { Manifest, ManifestLogicFunction } from './manifest.ts';
import type { WorkspaceModel } from './model.ts';
import { objectNamed } from './model.ts';
import { type Change, differingColumns } from './mutations.ts';
import type { Row } from './table.ts';

/** One delivery to one function: what Twenty would put in its queue. */
export interface Delivery {
  readonly functionName: string;
  readonly logicFunction: ManifestLogicFunction;
  readonly payload: Readonly<Record<string, unknown>>;
  /** A job the application asked for; an event otherwise. */
  readonly trigger?: 'event' | 'job';
}

const MOST_EVENTS = 200;

interface Event {
  readonly name: string;
  readonly object: string;
  readonly updatedFields: readonly string[];
  readonly isUpsert: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

const diffOf = (before: Row, after: Row, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(fields.map((field) => [field, { before: before[field] ?? null, after: after[field] ?? null }]));

const propertiesOf = ({ action, before, after }: Change, fields: readonly string[]): Record<string, unknown> => {
  if (action === 'created') return { after };
  if (action === 'destroyed' || !before || !after) return { before };
  return { diff: diffOf(before, after, fields), after, before, updatedFields: fields };
};

const eventOf = (change: Change, actor: Actor, workspaceId: string): Event => {
  const fields = change.before && change.after ? differingColumns(change.before, change.after) : [];
  const member = actor.workspaceMemberId;
  return {
    name: `${change.object}.${change.action}`,
    object: change.object,
    updatedFields: fields,
    isUpsert: change.isUpsert,
    body: {
      recordId: (change.after ?? change.before)?.id,
      ...(member ? { userId: userOf(member, workspaceId), userWorkspaceId: userOf(member, 'workspace') } : {}),
      ...(member ? { workspaceMemberId: member } : {}),
      properties: propertiesOf(change, fields),
    },
  };
};

const users = new Map<string, string>();
/** A stable user behind a workspace member; hooks only ever pass it on. */
export const userOf = (memberId: string, salt: string): string => {
  const key = `${salt}:${memberId}`;
  const known = users.get(key) ?? randomUUID();
  users.set(key, known);
  return known;
};

const wakes = ({ databaseEventTriggerSettings: settings }: ManifestLogicFunction, event: Event): boolean => {
  if (!settings) return false;
  const [object, action] = event.name.split('.');
  if (![event.name, `*.${action}`, `${object}.*`, '*.*'].includes(settings.eventName)) return false;
  // Twenty reads the trigger's fields for plain updates only; what an upsert changed goes to everybody.
  if (action !== 'updated' || event.isUpsert || !settings.updatedFields?.length) return true;
  return settings.updatedFields.some((field) => event.updatedFields.includes(field));
};

/**
 * The deliveries a set of changes causes, in Twenty's payloads: one a record (`single`, server 2.21), or for functions
 * in batch mode one for up to 200 records of a kind (`batch`).
 */
export const deliveriesOf = (
  changes: readonly Change[],
  actor: Actor,
  manifest: Manifest,
  model: WorkspaceModel,
  workspaceId: string,
  payloads: 'single' | 'batch',
): readonly Delivery[] => {
  const events = changes.map((change) => eventOf(change, actor, workspaceId));
  const groups = Map.groupBy(events, (event) => event.name);
  return manifest.logicFunctions.flatMap((logicFunction) =>
    [...groups.values()].flatMap((group): Delivery[] => {
      const woken = group.filter((event) => wakes(logicFunction, event));
      const [first] = woken;
      if (!first) return [];
      const object = objectNamed(model, first.object);
      const head = {
        name: first.name,
        workspaceId,
        objectMetadata: {
          nameSingular: object.nameSingular,
          namePlural: object.namePlural,
          universalIdentifier: object.universalIdentifier,
          isCustom: object.isCustom,
        },
      };
      const functionName = logicFunction.name ?? logicFunction.universalIdentifier;
      if (payloads === 'batch' && logicFunction.databaseEventTriggerSettings?.batchMode) {
        return Array.from({ length: Math.ceil(woken.length / MOST_EVENTS) }, (_unused, at) => ({
          functionName,
          logicFunction,
          payload: {
            ...head,
            events: woken.slice(at * MOST_EVENTS, (at + 1) * MOST_EVENTS).map((event) => event.body),
          },
        }));
      }
      return woken.map((event) => ({ functionName, logicFunction, payload: { ...head, ...event.body } }));
    }),
  );
};
