import { runningRoll, upcomingInRoll } from '../../../shared/domain/attendance/roll-order.ts';
import type { Phase } from '../../../shared/domain/conference/conference.ts';
import { type Speech, speechesOnFloor } from '../../../shared/domain/floor/floor.ts';
import { seatsOf } from '../../../shared/domain/floor/rules.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { ownSpeechOnFloor } from '../../../shared/views/floor-clock.ts';
import { type Turn, turnOf } from '../../../shared/views/queue.ts';
import { tallyOf } from '../../../shared/views/stage.ts';
import { text } from '../../text/text.ts';

/** What the band over a bridge's screen shows: never colour alone, so a shape and words go with the tally. */
export interface Band {
  readonly tally: 'onAir' | 'next' | 'watching';
  readonly shape: 'air' | 'next' | null;
  readonly words: string;
}

const words = () => text.bridge.band;

/** So many turns ahead a bridge is told to stand by: people need a minute to get to the microphone. */
const STAND_BY_TURNS = 2;

/** Nobody is about to be seen then: a green band days ahead would send a hall to its places. */
const RESTING: ReadonlySet<Phase> = new Set(['draft', 'closed', 'archived']);

const MINUTE_MS = 60_000;

export const bandOf = (state: ConferenceState, own: BridgeId, now: number): Band =>
  rollBand(state, own) ?? floorBand(state, own, now);

function floorBand(state: ConferenceState, own: BridgeId, now: number): Band {
  const { level, phase } = state.conference;
  const tally = tallyOf(state, own);
  if (tally === 'onAir') {
    const said = level === 'nationalSector' ? words().onAirNationwide : words().onAir;
    return { tally, shape: 'air', words: said };
  }
  const mine = ownSpeechOnFloor(state.floor, own);
  if (mine !== undefined) return { tally: 'watching', shape: null, words: unseenWords(state, mine) };
  const turn = turnOf(state, own, now);
  const before = turn === undefined ? null : turnsBefore(state, turn);
  const near = tally === 'next' || (before !== null && before <= STAND_BY_TURNS);
  if (near && !RESTING.has(phase)) {
    return { tally: 'next', shape: 'next', words: words().next(placeOf(turn, before, phase === 'live' ? now : null)) };
  }
  return { tally: 'watching', shape: null, words: watchingWords(state, turn, before, now) };
}

/** While bridges are called one after another, the one that is called answers, and the next ones get ready. */
function rollBand(state: ConferenceState, own: BridgeId): Band | null {
  const roll = runningRoll(state);
  if (roll === null) return null;
  const onAir = tallyOf(state, own) === 'onAir';
  const { wall } = text.rollCall;
  if (roll.current?.bridgeId === own) {
    return onAir
      ? { tally: 'onAir', shape: 'air', words: wall.own }
      : { tally: 'next', shape: 'next', words: wall.own };
  }
  const before = onAir ? -1 : upcomingInRoll(roll).indexOf(own);
  if (before < 0 || before >= STAND_BY_TURNS) return null;
  return { tally: 'next', shape: 'next', words: words().next(wall.before(before + 1)) };
}

/** It has the floor, and the country sees something else. */
function unseenWords({ floor }: ConferenceState, { speechId, stage }: Speech): string {
  if (floor.interposed !== null && floor.interposed !== speechId) return words().pausedByQuestion;
  return stage.status === 'paused' ? words().pausedByHand : words().heardUnseen;
}

/** Turns that end before this one begins: those on the floor and those ahead in line. Of several seats one is enough. */
function turnsBefore({ floor }: ConferenceState, { ahead }: Turn): number {
  const running = speechesOnFloor(floor).length;
  return ahead + (seatsOf(floor.rules) === 1 ? running : Math.min(1, running));
}

const minutesUntil = ({ expectedAt }: Turn, now: number): number => Math.round((expectedAt - now) / MINUTE_MS);

function placeOf(turn: Turn | undefined, before: number | null, now: number | null): string {
  if (turn === undefined || before === null) return words().soon;
  if (before === 0) return words().nextTurn;
  return now === null ? words().afterTurnsUntimed(before) : words().afterTurns(before, minutesUntil(turn, now));
}

function watchingWords(
  { conference }: ConferenceState,
  turn: Turn | undefined,
  before: number | null,
  now: number,
): string {
  switch (conference.phase) {
    case 'live':
      return turn === undefined || before === null
        ? words().watching
        : words().waitingTurn(before, minutesUntil(turn, now));
    case 'adjourned':
      return words().adjourned;
    case 'closed':
    case 'archived':
      return words().closed;
    default:
      return words().notOpenYet;
  }
}
