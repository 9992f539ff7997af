import { bridgeOf } from '../domain/bridges/bridge.ts';
import { speechOnFloor } from '../domain/floor/floor.ts';
import { programSource } from '../domain/onair/program.ts';
import type { ConferenceState } from '../domain/state.ts';

/** The hall that should be seen and whose line went in the middle of its speech: its name stands for its picture. */
export function lostOnAir(state: ConferenceState): string | null {
  const speech = speechOnFloor(state.floor);
  const source = programSource(state);
  const held = speech?.stage.status === 'paused' ? speech.stage.run.held : null;
  if (speech === undefined || held?.cause !== 'lineLost') return null;
  if (source.kind !== 'bridge' || source.bridgeId !== speech.bridgeId) return null;
  return bridgeOf(state.bridges, speech.bridgeId)?.name ?? null;
}
