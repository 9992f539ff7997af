import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { registeredSpeeches } from '../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { BranchLine } from '../../../shared/protocol/attendance.ts';
import { type Standing, standingOf, standingOfLine } from '../../../shared/views/attendance-board.ts';
import { bridgeOrder } from '../../../shared/views/bridge-order.ts';
import { type Tally, tallyOf } from '../../../shared/views/stage.ts';

/** What a person has to do about a bridge, the most pressing first. */
export const ATTENTION = ['lost', 'hand', 'onAir', 'next', 'figures', 'unreported', 'calm'] as const;
export type Attention = (typeof ATTENTION)[number];

export interface BridgeLine {
  readonly bridge: Bridge;
  readonly attention: Attention;
  readonly tally: Tally;
  readonly hand: boolean;
  /** The bridge with all that is below it. null: not told here, as of a sub-bridge. */
  readonly standing: Standing | null;
}

/** Those that need a person, or all. */
export type BridgeFilter = 'attention' | 'all';

/** The central bridge and its peers, sorted by what needs a person, then in protocol order. */
export function bridgeLines(state: ConferenceState): readonly BridgeLine[] {
  const asking = new Set(registeredSpeeches(state.floor).map(({ bridgeId }) => bridgeId));
  return bridgeOrder(state.bridges)
    .top.map((bridge) => bridgeLine(state, bridge, asking.has(bridge.bridgeId)))
    .toSorted((a, b) => rank(a) - rank(b) || a.bridge.order - b.bridge.order);
}

export const bridgeLine = (state: ConferenceState, bridge: Bridge, hand: boolean): BridgeLine =>
  lineOf(state, bridge, hand, standingOf(state, bridge));

/** A bridge below the first tier, with the counters that were asked for. */
export function branchBridgeLine(state: ConferenceState, line: BranchLine): BridgeLine | null {
  const bridge = bridgeOf(state.bridges, line.bridgeId);
  if (bridge === undefined) return null;
  const hand = registeredSpeeches(state.floor).some(({ bridgeId }) => bridgeId === line.bridgeId);
  return lineOf(state, bridge, hand, standingOfLine(line));
}

function lineOf(state: ConferenceState, bridge: Bridge, hand: boolean, standing: Standing | null): BridgeLine {
  const tally = tallyOf(state, bridge.bridgeId);
  return { bridge, tally, hand, standing, attention: attentionOf({ bridge, tally, hand, standing }) };
}

function attentionOf({ bridge, tally, hand, standing }: Omit<BridgeLine, 'attention'>): Attention {
  if (bridge.link.status === 'lost') return 'lost';
  if (hand) return 'hand';
  if (tally !== 'watching') return tally;
  switch (standing?.state) {
    case 'more':
    case 'disagree':
      return 'figures';
    case 'silent':
    case 'part':
      return 'unreported';
    case 'all':
    case 'excused':
    case 'none':
    case undefined:
      return 'calm';
  }
}

const rank = ({ attention }: BridgeLine): number => ATTENTION.indexOf(attention);

export interface BridgeCounts {
  readonly online: number;
  readonly all: number;
}

export function bridgeCounts({ bridges }: ConferenceState): BridgeCounts {
  const { online, all } = bridgeOrder(bridges);
  return { online, all: all.length };
}
