import { getFrom, valuesOf } from '../../../shared/base/persistent-map.ts';
import { matchesSearch } from '../../../shared/base/vietnamese.ts';
import { type Headcount, headcountOf } from '../../../shared/domain/attendance/attendance.ts';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { registeredSpeeches } from '../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { type Tally, tallyOf } from '../../../shared/views/stage.ts';

/** What a person has to do about a bridge, the most pressing first. */
export const ATTENTION = ['lost', 'hand', 'onAir', 'next', 'unreported', 'calm'] as const;
export type Attention = (typeof ATTENTION)[number];

export interface BridgeLine {
  readonly bridge: Bridge;
  readonly attention: Attention;
  readonly tally: Tally;
  readonly hand: boolean;
  /** null: "chưa báo cáo", which is not zero. */
  readonly headcount: Headcount | null;
}

/** Those that need a person, or all. */
export type BridgeFilter = 'attention' | 'all';

/** The central bridge and its peers, sorted by what needs a person, then in protocol order. */
export function bridgeLines(state: ConferenceState): readonly BridgeLine[] {
  const asking = new Set(registeredSpeeches(state.floor).map(({ bridgeId }) => bridgeId));
  return [...valuesOf(state.bridges.byId)]
    .filter(({ tier }) => tier <= 1)
    .map((bridge) => bridgeLine(state, bridge, asking.has(bridge.bridgeId)))
    .toSorted((a, b) => rank(a) - rank(b) || a.bridge.order - b.bridge.order);
}

export function bridgeLine(state: ConferenceState, bridge: Bridge, hand: boolean): BridgeLine {
  const attendance = getFrom(state.attendance.byBridge, bridge.bridgeId);
  const headcount = attendance === undefined ? null : headcountOf(attendance);
  const tally = tallyOf(state, bridge.bridgeId);
  return { bridge, tally, hand, headcount, attention: attentionOf({ bridge, tally, hand, headcount }) };
}

function attentionOf({ bridge, tally, hand, headcount }: Omit<BridgeLine, 'attention'>): Attention {
  if (bridge.link.status === 'lost') return 'lost';
  if (hand) return 'hand';
  if (tally !== 'watching') return tally;
  return headcount === null ? 'unreported' : 'calm';
}

const rank = ({ attention }: BridgeLine): number => ATTENTION.indexOf(attention);

/** Every bridge of the tree, sub-bridges too, whose name holds what was typed; protocol order. */
export function bridgesNamed(state: ConferenceState, typed: string): readonly Bridge[] {
  if (typed.trim() === '') return [];
  return [...valuesOf(state.bridges.byId)]
    .filter(({ name, shortName }) => matchesSearch(`${name} ${shortName}`, typed))
    .toSorted((a, b) => a.order - b.order);
}

export interface BridgeCounts {
  readonly online: number;
  readonly all: number;
}

export function bridgeCounts({ bridges }: ConferenceState): BridgeCounts {
  let online = 0;
  for (const { link } of valuesOf(bridges.byId)) if (link.status === 'online') online++;
  return { online, all: bridges.byId.size };
}
