import type { Shot } from '../../shared/domain/onair/onair.ts';
import { armedShot, programShot } from '../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { useConference } from '../sync/conference-provider.tsx';

/** A reading that hands out the same object as long as it says the same, so that nothing is drawn anew. */
export function steady<T>(select: (state: ConferenceState) => T): (state: ConferenceState) => T {
  let last: { readonly words: string; readonly value: T } | null = null;
  return (state) => {
    const value = select(state);
    const words = JSON.stringify(value);
    if (last?.words !== words) last = { words, value };
    return last.value;
  };
}

const steadyProgram = steady(programShot);
const steadyArmed = steady(armedShot);

/** What everyone sees, and what is prepared for the next take. */
export const useProgramShot = (): Shot => useConference(steadyProgram);
export const useArmedShot = (): Shot => useConference(steadyArmed);
