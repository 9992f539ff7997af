import { bridgeOf } from '../domain/bridges/bridge.ts';
import { type Floor, type Speech, speechesOnFloor, speechOnFloor } from '../domain/floor/floor.ts';
import type { BridgeId, SpeechId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Whose clock a screen shows: the own hall's while it has the floor, else that of whoever everybody sees. */
export const clockedSpeech = (floor: Floor, own: BridgeId | null): Speech | undefined =>
  (own === null ? undefined : ownSpeechOnFloor(floor, own)) ?? speechOnFloor(floor);

export const ownSpeechOnFloor = (floor: Floor, own: BridgeId): Speech | undefined =>
  speechesOnFloor(floor).find(({ bridgeId }) => bridgeId === own);

/** So long the gentle mark stands on the speaker's clock. */
export const REMINDER_MS = 15_000;

export const isReminded = ({ remindedAt }: Pick<Speech, 'remindedAt'>, now: number): boolean =>
  remindedAt !== null && now >= remindedAt && now - remindedAt < REMINDER_MS;

export interface Beside {
  /** Short names, the question first. */
  readonly bridges: string;
  /** They wait for the end of the question, and go on then. */
  readonly heldBack: boolean;
}

/** Who has the floor beside the one that is seen; null: nobody. */
export function besideOnFloor({ floor, bridges }: ConferenceState, seen: SpeechId): Beside | null {
  const others = speechesOnFloor(floor).filter(({ speechId }) => speechId !== seen);
  if (others.length === 0) return null;
  const names = others.map(({ bridgeId }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  return { bridges: names.join(', '), heldBack: floor.interposed === seen };
}
