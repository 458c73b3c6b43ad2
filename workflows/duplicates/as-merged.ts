import { perGovernedObject } from '../../objects/taxonomy/types.ts';
import type { TwentyRecord } from '../run/record-change.ts';
import { idOf, linkTo } from '../run/run.ts';
import type { Snapshot } from '../run/snapshot.ts';
import { nodesOf } from '../run/values-of.ts';
import { type Mergeable, mergedTags } from './plan-merge.ts';

/** Two records that become one. */
export interface Merging {
  readonly object: Mergeable;
  readonly survivor: TwentyRecord;
  readonly loser: TwentyRecord;
  /** What the survivor gets of the loser's tags. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** ISO 8601. */
  readonly at: string;
}

/** What belongs to either of them, by the field under which a record was read with it. */
const BELONGINGS: Readonly<Record<Mergeable, readonly string[]>> = {
  company: ['tagCredits'],
  opportunity: ['tagItems', 'tagTeam'],
};

type Point = (record: TwentyRecord) => TwentyRecord;

const ofBoth = (left: unknown, right: unknown, point: Point): unknown => {
  const nodes = [...nodesOf(left), ...nodesOf(right)];
  const edges = [...new Map(nodes.map((node) => [node.id, { node: point(node) }])).values()];
  return { totalCount: edges.length, edges };
};

/** What a taken tag points at comes along with it. */
const pointedAt = ({ object, loser, fields }: Merging): TwentyRecord =>
  Object.fromEntries(
    mergedTags(object)
      .filter(({ kind, name }) => kind === 'MANY_TO_ONE' && `${name}Id` in fields && name in loser)
      .map(({ name }) => [name, loser[name]]),
  );

const survivorOf = (merging: Merging, point: Point): TwentyRecord => {
  const { object, survivor, loser, fields } = merging;
  const merged: Record<string, unknown> = { ...survivor, ...fields, ...pointedAt(merging) };
  for (const field of BELONGINGS[object]) merged[field] = ofBoth(survivor[field], loser[field], point);
  const customer = merged.company as TwentyRecord | null | undefined;
  if (object === 'opportunity' && customer) {
    const siblings = nodesOf(customer.opportunities).filter(({ id }) => id !== loser.id);
    merged.company = { ...customer, opportunities: { edges: siblings.map((node) => ({ node })) } };
  }
  return merged;
};

/**
 * The records as they will be once what belongs to the loser is the survivor's: the one subject is judged as that, and
 * what hooks find when the rest has moved is what is remembered already.
 */
export const asMerged = (snapshot: Snapshot, merging: Merging): Snapshot => {
  const { object, survivor, loser, at } = merging;
  const link = linkTo(object);
  const point: Point = (record) => (record[link] === loser.id ? { ...record, [link]: survivor.id } : record);
  const merged = survivorOf(merging, point);
  return {
    ...snapshot,
    subjects: perGovernedObject((name) => (name === object ? [merged] : [])),
    opportunities: snapshot.opportunities.map(point),
    items: snapshot.items.map(point),
    notices: snapshot.notices.map(point),
    merging: new Map([[idOf(survivor), { id: idOf(loser), at, lastLine: '', isWithin: false }]]),
  };
};
