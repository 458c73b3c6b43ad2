import { PLURALS } from '../../objects/taxonomy/facts.ts';

const KNOWN: Readonly<Record<string, string>> = {
  ...PLURALS,
  task: 'tasks',
  taskTarget: 'taskTargets',
  noteTarget: 'noteTargets',
  attachment: 'attachments',
  workspaceMember: 'workspaceMembers',
};

/** A name with its first letter in upper case. */
export const capitalize = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** The names Twenty derives from an object's name. */
export interface ApiNames {
  readonly plural: string;
  readonly type: string;
  readonly createMany: string;
  readonly update: string;
  readonly updateMany: string;
  readonly deleteMany: string;
  readonly restoreMany: string;
}

/** API names of an object; throws on an object the application does not touch. */
export const apiNames = (object: string): ApiNames => {
  const plural = KNOWN[object];
  if (!plural) throw new Error(`The application has no business with the object "${object}"`);
  return {
    plural,
    type: capitalize(object),
    createMany: `create${capitalize(plural)}`,
    update: `update${capitalize(object)}`,
    updateMany: `update${capitalize(plural)}`,
    deleteMany: `delete${capitalize(plural)}`,
    restoreMany: `restore${capitalize(plural)}`,
  };
};
