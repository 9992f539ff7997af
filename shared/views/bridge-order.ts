import { valuesOf } from '../base/persistent-map.ts';
import { foldForSearch } from '../base/vietnamese.ts';
import { type Bridge, type Bridges, bridgeOf } from '../domain/bridges/bridge.ts';
import type { BridgeId } from '../domain/ids.ts';

/** The bridges of a conference as lists need them. */
export interface BridgeOrder {
  /** In protocol order. */
  readonly all: readonly Bridge[];
  /** The central bridge and its peers, in protocol order. */
  readonly top: readonly Bridge[];
  /** Directly below each bridge, in protocol order. */
  readonly below: ReadonlyMap<string, readonly Bridge[]>;
  /** How many bridges each branch has, its own bridge among them. */
  readonly inBranch: ReadonlyMap<string, number>;
  /** How many of all are on the line. */
  readonly online: number;
}

const kept = new WeakMap<Bridges['byId'], BridgeOrder>();

/** Sorted once for each version of the bridges: a report changes none of them, and costs no sort of 31,000. */
export function bridgeOrder(bridges: Bridges): BridgeOrder {
  const before = kept.get(bridges.byId);
  if (before !== undefined) return before;
  const order = orderOf(bridges);
  kept.set(bridges.byId, order);
  return order;
}

function orderOf(bridges: Bridges): BridgeOrder {
  const all = [...valuesOf(bridges.byId)].toSorted((a, b) => a.order - b.order);
  const below = new Map<string, Bridge[]>();
  const inBranch = new Map<string, number>();
  let online = 0;
  for (const bridge of all) {
    if (bridge.link.status === 'online') online += 1;
    count(bridges, bridge, inBranch);
    if (bridge.parentId === null || bridge.tier <= 1) continue;
    const siblings = below.get(bridge.parentId);
    if (siblings === undefined) below.set(bridge.parentId, [bridge]);
    else siblings.push(bridge);
  }
  return { all, top: all.filter(({ tier }) => tier <= 1), below, inBranch, online };
}

/** The bridge in every branch that holds it; the central bridge is above nobody. */
function count(bridges: Bridges, bridge: Bridge, inBranch: Map<string, number>): void {
  for (let at: Bridge | undefined = bridge; at !== undefined; ) {
    inBranch.set(at.bridgeId, (inBranch.get(at.bridgeId) ?? 0) + 1);
    at = at.tier <= 1 || at.parentId === null ? undefined : bridgeOf(bridges, at.parentId);
  }
}

export const bridgesBelow = (bridges: Bridges, bridgeId: BridgeId): readonly Bridge[] =>
  bridgeOrder(bridges).below.get(bridgeId) ?? [];

export const bridgesInBranch = (bridges: Bridges, bridgeId: BridgeId): number =>
  bridgeOrder(bridges).inBranch.get(bridgeId) ?? 0;

/** The bridge and every one below it, in protocol order; null: all. */
export function bridgesFrom(bridges: Bridges, bridgeId: BridgeId | null): readonly Bridge[] {
  const { all, below } = bridgeOrder(bridges);
  if (bridgeId === null) return all;
  const own = bridgeOf(bridges, bridgeId);
  const found = own === undefined ? [] : [own];
  for (let at = 0; at < found.length; at++) found.push(...(below.get(found[at]?.bridgeId ?? '') ?? []));
  return found.toSorted((a, b) => a.order - b.order);
}

interface Words {
  readonly short: readonly string[];
  readonly all: readonly string[];
}

/** Names are made of the same few words: each is folded once, and 31,000 names cost a look at each. */
const words = new Map<string, string>();

function foldedWord(word: string): string {
  const known = words.get(word);
  if (known !== undefined) return known;
  const plain = foldForSearch(word);
  words.set(word, plain);
  return plain;
}

const wordsIn = (name: string): readonly string[] => name.split(' ').map(foldedWord);

const folded = new WeakMap<Bridge, Words>();

function wordsOf(bridge: Bridge): Words {
  const known = folded.get(bridge);
  if (known !== undefined) return known;
  const short = wordsIn(bridge.shortName);
  const both = { short, all: [...wordsIn(bridge.name), ...short] };
  folded.set(bridge, both);
  return both;
}

const found = new WeakMap<BridgeOrder, { readonly typed: string; readonly bridges: readonly Bridge[] }>();

/**
 * Every bridge of the tree, sub-bridges too, of whose names each typed word begins a word; in protocol order, those
 * that are so called for short before those of which only the long name fits: every name holds "điểm cầu".
 */
export function bridgesNamed(bridges: Bridges, typed: string): readonly Bridge[] {
  const prefixes = foldForSearch(typed).split(' ');
  if (prefixes[0] === '') return [];
  const order = bridgeOrder(bridges);
  const key = prefixes.join(' ');
  const before = found.get(order);
  if (before?.typed === key) return before.bridges;
  const fits = (those: readonly string[]): boolean =>
    prefixes.every((prefix) => those.some((word) => word.startsWith(prefix)));
  const named = order.all.filter((bridge) => fits(wordsOf(bridge).all));
  const called = named.filter((bridge) => fits(wordsOf(bridge).short));
  const others = called.length === named.length ? [] : named.filter((bridge) => !fits(wordsOf(bridge).short));
  const ranked = [...called, ...others];
  found.set(order, { typed: key, bridges: ranked });
  return ranked;
}
