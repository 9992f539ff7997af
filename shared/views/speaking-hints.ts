import { getFrom, valuesOf } from '../base/persistent-map.ts';
import { foldForSearch } from '../base/vietnamese.ts';
import { bridgeOf } from '../domain/bridges/bridge.ts';
import { accountOf, hasFloor, isWaiting, type Speech, spokenMs } from '../domain/floor/floor.ts';
import { isExempt } from '../domain/floor/rules.ts';
import type { BridgeId, SpeechId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';

/** What a moderator may want to weigh before calling; nothing of it decides anything. */
export interface SpeakingHints {
  /** Speeches of the bridge that were heard, those on the floor included. */
  readonly spokenBy: (bridgeId: BridgeId) => number;
  /** Entries of speakers who have not been heard yet, while others have. */
  readonly firstTime: ReadonlySet<SpeechId>;
  /** The regions of those who wait that were heard least; empty when all were heard alike. */
  readonly leastHeard: ReadonlySet<string>;
  /** Milliseconds left of the budget of the bridge or of its region; below zero: overdrawn; null: nobody counts. */
  readonly budgetLeft: (bridgeId: BridgeId) => number | null;
}

export function speakingHints(state: ConferenceState, now: number): SpeakingHints {
  const heard = [...valuesOf(state.floor.speeches)].filter(isHeard);
  const waiting = [...valuesOf(state.floor.speeches)].filter(isWaiting);
  const known = new Set(heard.map(speakerOf));
  const unheard = waiting.filter((speech) => !known.has(speakerOf(speech)));
  const counts = new Map<BridgeId, number>();
  for (const { bridgeId } of heard) counts.set(bridgeId, (counts.get(bridgeId) ?? 0) + 1);
  const budgets = new Map<BridgeId | string, number>();
  return {
    spokenBy: (bridgeId) => counts.get(bridgeId) ?? 0,
    firstTime: new Set(heard.length === 0 ? [] : unheard.map(({ speechId }) => speechId)),
    leastHeard: leastHeard(state, heard, waiting, now),
    budgetLeft: (bridgeId) => {
      const key = holderOf(state, bridgeId);
      const left = budgets.get(key) ?? budgetLeft(state, bridgeId, now);
      if (left !== null) budgets.set(key, left);
      return left;
    },
  };
}

const isHeard = ({ stage }: Speech): boolean =>
  stage.status === 'speaking' || stage.status === 'paused' || (stage.status === 'spoken' && stage.run !== null);

/** One person of one hall, by name or, without a name, by title. */
const speakerOf = ({ bridgeId, speaker: { fullName, positions } }: Speech): string =>
  `${bridgeId} ${foldForSearch(fullName ?? positions.join(' · '))}`;

const regionOf = ({ bridges }: ConferenceState, bridgeId: BridgeId): string | null =>
  bridgeOf(bridges, bridgeId)?.region ?? null;

function leastHeard(
  state: ConferenceState,
  heard: readonly Speech[],
  waiting: readonly Speech[],
  now: number,
): ReadonlySet<string> {
  const times = new Map<string, number>();
  for (const { bridgeId } of waiting) {
    const region = regionOf(state, bridgeId);
    if (region !== null) times.set(region, 0);
  }
  for (const speech of heard) {
    const region = regionOf(state, speech.bridgeId);
    const before = region === null ? undefined : times.get(region);
    if (region !== null && before !== undefined) times.set(region, before + spokenMs(speech, now));
  }
  const least = Math.min(...times.values());
  const found = [...times].filter(([, ms]) => ms === least).map(([region]) => region);
  return new Set(found.length < times.size ? found : []);
}

/** A bridge that is counted to no region counts for itself. */
const holderOf = (state: ConferenceState, bridgeId: BridgeId): BridgeId | string =>
  (state.floor.rules.budget?.holder === 'region' ? regionOf(state, bridgeId) : null) ?? bridgeId;

/** What is granted and corrected, less what was charged and what the running speech will be charged. */
export function budgetLeft(state: ConferenceState, bridgeId: BridgeId, now: number): number | null {
  const { budget } = state.floor.rules;
  if (budget === null) return null;
  const holder = holderOf(state, bridgeId);
  const members = holder === bridgeId ? [bridgeId] : membersOf(state, holder);
  return members.reduce((left, id) => left - usedBy(state, id, now), budget.grantedMs);
}

const membersOf = ({ bridges }: ConferenceState, region: string): readonly BridgeId[] =>
  [...valuesOf(bridges.byId)].filter((bridge) => bridge.region === region).map(({ bridgeId }) => bridgeId);

function usedBy({ floor }: ConferenceState, bridgeId: BridgeId, now: number): number {
  const { chargedMs, correctedMs } = accountOf(floor, bridgeId);
  const running = floor.onFloor.reduce((sum, id) => {
    const speech = getFrom(floor.speeches, id);
    const counts = speech?.bridgeId === bridgeId && hasFloor(speech) && !isExempt(speech.kind);
    return counts ? sum + spokenMs(speech, now) : sum;
  }, 0);
  return chargedMs - correctedMs + running;
}
