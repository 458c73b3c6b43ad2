import type { Patch, Plan } from '../../workflows/pipeline/snapshot.ts';
import type { TwentyClient } from './client.ts';
import { apiNames } from './names.ts';

/** Records Twenty takes in one call. */
export const WRITE_SIZE = 200;

interface Root {
  readonly object: string;
  readonly patches: readonly Patch[];
}

const chunk = (object: string, patches: readonly Patch[]): readonly Root[] =>
  Array.from({ length: Math.ceil(patches.length / WRITE_SIZE) }, (_unused, index) => ({
    object,
    patches: patches.slice(index * WRITE_SIZE, (index + 1) * WRITE_SIZE),
  }));

/** A lone patch is an update, which cannot create anything and wakes only hooks that watch its fields. */
const rootOf = ({ object, patches }: Root, index: number): { variables: string; field: string; value: object } => {
  const { createMany, type, update } = apiNames(object);
  const [only] = patches;
  if (patches.length === 1 && only) {
    return {
      variables: `$i${index}:UUID!,$d${index}:${type}UpdateInput!`,
      field: `${update}(id:$i${index},data:$d${index}){id}`,
      value: { [`i${index}`]: only.id, [`d${index}`]: only.fields },
    };
  }
  return {
    variables: `$d${index}:[${type}CreateInput!]!`,
    field: `${createMany}(data:$d${index},upsert:true){id}`,
    value: { [`d${index}`]: patches.map((patch) => ({ id: patch.id, ...patch.fields })) },
  };
};

/**
 * Writes a plan in as few requests as it takes: one for up to 200 records of each object, none for an empty plan.
 * Different patches of one object go as an upsert keyed by id, the only way Twenty takes many at once.
 */
export const writePlan = async (client: TwentyClient, plan: Plan): Promise<number> => {
  const queues = Object.entries(plan).map(([object, patches]) => [...chunk(object, patches)]);
  let written = 0;
  for (;;) {
    const roots = queues.map((queue) => queue.shift()).filter((root) => root !== undefined);
    if (roots.length === 0) return written;
    const parts = roots.map(rootOf);
    await client.request(
      `mutation Write(${parts.map((part) => part.variables).join(',')}){${parts.map((part) => part.field).join(' ')}}`,
      Object.assign({}, ...parts.map((part) => part.value)),
    );
    written += roots.reduce((sum, root) => sum + root.patches.length, 0);
  }
};
