import { getFrom } from '../base/persistent-map.ts';
import { type Bridge, bridgeOf, isOnStage } from '../domain/bridges/bridge.ts';
import type { Speech } from '../domain/floor/floor.ts';
import type { BridgeId } from '../domain/ids.ts';
import { LINE_FAULTS, type LineFault, lineOf } from '../domain/lines/line.ts';
import type { ConferenceState } from '../domain/state.ts';
import { bridgeOrder } from './bridge-order.ts';
import { LINE_PLACES, linePlaces, type Placed, placeOf } from './line-place.ts';
import { turns } from './queue.ts';

/** Lost before broken, broken before not yet there, and a test that failed last of all. */
export type LineTrouble = 'lost' | LineFault | 'absent' | 'failed';

/** What could be done about a turn that comes with a bad line. It is said, and never done by itself. */
export interface SwapProposal {
  readonly speech: Speech;
  /** The next in line whose own line is good; null: nobody's is. */
  readonly other: { readonly speech: Speech; readonly bridge: Bridge } | null;
  /** Somebody was named to speak instead. */
  readonly understudy: boolean;
}

export interface LineAlert extends Placed {
  readonly bridge: Bridge;
  /** The worst first. */
  readonly troubles: readonly LineTrouble[];
  readonly since: number | null;
  readonly proposal: SwapProposal | null;
}

export interface LineAlerts {
  readonly alerts: readonly LineAlert[];
  /** Bridges that only watch and whose line went: counted, since nobody waits for their picture. */
  readonly watchingLost: number;
}

/** So long before its turn a bad line needs a decision. */
export const SWAP_BEFORE_MS = 2 * 60_000;

/** A clock that is off harms papers, not a speech. */
const HARMLESS: ReadonlySet<LineTrouble> = new Set(['clockDrift', 'failed']);
/** Nothing is said of who has not come yet, or has failed a test, until it is about to be seen. */
const LATER: ReadonlySet<LineTrouble> = new Set(['absent', 'failed']);

/** What is wrong, ranked by what is next on air; within one place the worst and the oldest first. */
export function lineAlerts(state: ConferenceState, now: number): LineAlerts {
  const places = linePlaces(state, now);
  const found: LineAlert[] = [];
  let watchingLost = 0;
  for (const bridge of bridgeOrder(state.bridges).all) {
    const placed = placeOf(places, bridge.bridgeId);
    if (!isOnStage(bridge) && placed.place === 'elsewhere') {
      if (bridge.link.status === 'lost') watchingLost += 1;
      continue;
    }
    const troubles = troublesOf(state, bridge).filter((one) => placed.place !== 'elsewhere' || !LATER.has(one));
    if (troubles.length === 0) continue;
    found.push({
      bridge,
      ...placed,
      troubles,
      since: sinceOf(state, bridge, troubles),
      proposal: proposalFor(state, placed, now),
    });
  }
  return { alerts: found.toSorted(byUrgency), watchingLost };
}

const ORDER: readonly LineTrouble[] = ['lost', 'absent', ...LINE_FAULTS, 'failed'];

function byUrgency(a: LineAlert, b: LineAlert): number {
  const place = LINE_PLACES.indexOf(a.place) - LINE_PLACES.indexOf(b.place);
  const trouble = worst(a) - worst(b);
  return place || (a.turn?.ahead ?? 0) - (b.turn?.ahead ?? 0) || trouble || (a.since ?? 0) - (b.since ?? 0);
}

const worst = ({ troubles: [first] }: LineAlert): number => (first === undefined ? ORDER.length : ORDER.indexOf(first));

/** What is wrong with the line of a bridge, the worst first. What was found before the line went is no news of it. */
export function troublesOf(state: Pick<ConferenceState, 'lines' | 'attendance'>, bridge: Bridge): LineTrouble[] {
  const { bridgeId, link } = bridge;
  if (link.status === 'lost') return ['lost'];
  const { faults, results } = lineOf(state.lines, bridgeId);
  const isExcused = (getFrom(state.attendance.byBridge, bridgeId)?.excuse ?? null) !== null;
  return ORDER.filter((one) => {
    if (one === 'lost') return false;
    if (one === 'absent') return link.status === 'untried' && !isExcused;
    return one === 'failed' ? results.at(-1)?.verdict === 'fail' : faults[one] !== undefined;
  });
}

/** Somebody who speaks over this line is seen and heard. */
export function isLineGood(state: ConferenceState, bridgeId: BridgeId): boolean {
  const bridge = bridgeOf(state.bridges, bridgeId);
  return bridge?.link.status === 'online' && troublesOf(state, bridge).every((one) => HARMLESS.has(one));
}

function sinceOf({ lines }: ConferenceState, { bridgeId, link }: Bridge, [first]: readonly LineTrouble[]) {
  if (first === 'lost') return link.status === 'lost' ? link.since : null;
  if (first === undefined || first === 'absent') return null;
  const { faults, results } = lineOf(lines, bridgeId);
  return first === 'failed' ? (results.at(-1)?.at ?? null) : (faults[first] ?? null);
}

/** Only while speeches are called one after the other, and only for who has not the floor yet. */
function proposalFor(state: ConferenceState, { place, turn }: Placed, now: number): SwapProposal | null {
  if (turn === null || place === 'onAir' || state.conference.phase !== 'live') return null;
  if (turn.expectedAt - now > SWAP_BEFORE_MS || isLineGood(state, turn.speech.bridgeId)) return null;
  const behind = turns(state, now).slice(turn.ahead + 1);
  const other = behind.find(({ speech }) => isLineGood(state, speech.bridgeId))?.speech;
  const bridge = other === undefined ? undefined : bridgeOf(state.bridges, other.bridgeId);
  return {
    speech: turn.speech,
    other: other === undefined || bridge === undefined ? null : { speech: other, bridge },
    understudy: turn.speech.understudy !== null,
  };
}
