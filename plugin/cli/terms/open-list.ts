import { GOVERNED_OBJECTS, type GovernedObject, type Tag, tagsOf } from '../../../objects/taxonomy/index.ts';
import { OBJECTS } from '../check/options.ts';
import { UsageError } from '../output.ts';

/** An open list of a governed object, and the field of its term. */
export interface OpenList {
  readonly object: GovernedObject;
  readonly list: Tag;
  /** The key by which a record names its term. */
  readonly link: string;
}

/** The lists the policy leaves open (等). */
export const openLists = (): readonly OpenList[] =>
  GOVERNED_OBJECTS.flatMap((object) =>
    tagsOf(object).flatMap((list) => (list.termIn ? [{ object, list, link: `${list.termIn}Id` }] : [])),
  );

/** The open list somebody means: `company.tagChannels`, `customer.tagChannels`, or its name alone. @throws UsageError */
export const openListNamed = (text: string): OpenList => {
  const [name = '', of] = text.split('.').reverse();
  const object = of === undefined ? undefined : (OBJECTS[of] ?? of);
  const found = openLists().find((one) => one.list.name === name && (object === undefined || one.object === object));
  if (found) return found;
  const all = openLists().map((one) => `${one.object}.${one.list.name}`);
  throw new UsageError(`"${text}" is no open list; these are: ${all.join(', ')}`);
};
