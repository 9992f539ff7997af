import { type Floor, queuedSpeeches, type Speech, speechOnFloor } from '../domain/floor/floor.ts';
import type { BridgeId } from '../domain/ids.ts';
import { speechClock } from './speech-clock.ts';

export const nextInLine = (floor: Floor): Speech | undefined => queuedSpeeches(floor)[0];

export interface Turn {
  readonly speech: Speech;
  /** Speeches before this one, the running one not counted. */
  readonly ahead: number;
  /** When the turn is likely to come, the server's time. */
  readonly expectedAt: number;
}

/** The queue with the time at which each turn is likely to come, if every speech takes what it was allotted. */
export function turns(floor: Floor, now: number): readonly Turn[] {
  const running = speechOnFloor(floor);
  let expectedAt = now + (running === undefined ? 0 : Math.max(0, speechClock(running, now).remainingMs));
  return queuedSpeeches(floor).map((speech, ahead) => {
    const turn = { speech, ahead, expectedAt };
    expectedAt += speech.allottedMs;
    return turn;
  });
}

export const turnOf = (floor: Floor, bridgeId: BridgeId, now: number): Turn | undefined =>
  turns(floor, now).find(({ speech }) => speech.bridgeId === bridgeId);
