import { recordId } from '../run/record-id.ts';

/** The id of the dictionary's entry for a tag, or for one of its options: the same in every workspace, at every fill. */
export const entryId = (object: string, tag: string, option = ''): string =>
  recordId(`tagDefinition:${object}.${tag}${option ? `:${option}` : ''}`);
