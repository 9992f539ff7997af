import { z } from 'zod';
import { emptyMap, getFrom, type PersistentMap, valuesOf } from '../../base/persistent-map.ts';
import { type BridgeId, bridgeIdSchema } from '../ids.ts';
import { contactSchema, personSchema } from '../person.ts';
import { line } from '../text.ts';

/** What is known of the control line of a bridge, debounced by the server. `untried`: it never joined. */
export type Link =
  | { readonly status: 'untried' }
  | { readonly status: 'online'; readonly since: number }
  | { readonly status: 'lost'; readonly since: number };

/** A bridge as its own facts give it. Tier 0 is the central bridge, 1 its peers, 2 and more their sub-bridges. */
export const bridgeFactsSchema = z.strictObject({
  bridgeId: bridgeIdSchema,
  name: line(200),
  shortName: line(40),
  tier: z.int().min(0),
  parentId: bridgeIdSchema.nullable(),
  /** Place in protocol order, dense from the first bridge added. */
  order: z.int().min(0),
  /** The part of the country it is counted to; null: none. */
  region: line(60).nullable(),
  room: line(200).nullable(),
  chairs: z.array(personSchema).max(8),
  technician: contactSchema.nullable(),
});
export type BridgeFacts = z.infer<typeof bridgeFactsSchema>;

export interface Bridge extends BridgeFacts {
  readonly link: Link;
  /** How often its line went, in this conference. */
  readonly losses: number;
}

export interface Bridges {
  readonly byId: PersistentMap<Bridge>;
  readonly centralId: BridgeId | null;
}

export const noBridges: Bridges = { byId: emptyMap(), centralId: null };

/** A hall of a whole country and its communes; the largest conference so far had 31,000. */
export const MAX_BRIDGES = 40_000;

export const bridgeOf = (bridges: Bridges, id: BridgeId): Bridge | undefined => getFrom(bridges.byId, id);

/** The central bridge and its peers have pictures and sound of their own on the stage; bridges below them watch. */
export const isOnStage = ({ tier }: Pick<Bridge, 'tier'>): boolean => tier <= 1;

/** Whether a line check can be held with it: on the stage, and not the centre, which does not test itself. */
export const isTestable = ({ centralId }: Pick<Bridges, 'centralId'>, bridge: Bridge): boolean =>
  isOnStage(bridge) && bridge.bridgeId !== centralId;

export const bridgesInOrder = (bridges: Bridges): readonly Bridge[] =>
  [...valuesOf(bridges.byId)].toSorted((a, b) => a.order - b.order);

/** Whether `id` is `ancestor` itself or stands below it in the tree. */
export function isWithin(bridges: Bridges, id: BridgeId, ancestor: BridgeId): boolean {
  for (let current: BridgeId | null = id; current !== null; current = bridgeOf(bridges, current)?.parentId ?? null) {
    if (current === ancestor) return true;
  }
  return false;
}

/** Looked up so often, and changed so seldom, that each version of the tree is sorted once. */
const sorted = new WeakMap<Bridges['byId'], ReadonlyMap<BridgeId | null, readonly BridgeId[]>>();

/** After a change that moves no bridge in the tree; the links of 31,000 change often, and sorting them is slow. */
export function withSameTree(before: Bridges, after: Bridges): Bridges {
  const byParent = sorted.get(before.byId);
  if (byParent !== undefined) sorted.set(after.byId, byParent);
  return after;
}

/** The bridges directly below, in protocol order. null: below none, the central bridge and its peers. */
export function childrenOf({ byId }: Bridges, bridgeId: BridgeId | null): readonly BridgeId[] {
  let byParent = sorted.get(byId);
  if (byParent === undefined) {
    byParent = byParentOf(byId);
    sorted.set(byId, byParent);
  }
  return byParent.get(bridgeId) ?? [];
}

function byParentOf(byId: Bridges['byId']): ReadonlyMap<BridgeId | null, readonly BridgeId[]> {
  const byParent = new Map<BridgeId | null, BridgeId[]>();
  for (const { parentId, bridgeId } of [...valuesOf(byId)].toSorted((a, b) => a.order - b.order)) {
    const siblings = byParent.get(parentId) ?? [];
    siblings.push(bridgeId);
    byParent.set(parentId, siblings);
  }
  return byParent;
}
