import { signerOf } from '../../../shared/domain/records/decide-minutes.ts';
import { officialsWith } from '../../../shared/domain/records/minutes.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';

/** What a signed paper would have blank, and by which press it is filled in. */
export const MISSING = {
  signerName: 'officials',
  recorderName: 'officials',
  place: 'head',
} as const;
export type Missing = keyof typeof MISSING;

/** A person without a name is named by posts alone: such a paper has nobody to sign it. */
export function missingInPaper(state: ConferenceState): readonly Missing[] {
  const { minutes } = state.records;
  const signer = signerOf(state);
  const recorder = officialsWith(minutes, 'recorder')[0]?.person ?? null;
  const { head } = minutes;
  const missing: readonly (readonly [Missing, boolean])[] = [
    ['signerName', signer !== null && signer.fullName === null],
    ['recorderName', recorder !== null && recorder.fullName === null],
    ['place', head !== null && head.withPlaceDate && head.place === null],
  ];
  return missing.filter(([, isMissing]) => isMissing).map(([what]) => what);
}
