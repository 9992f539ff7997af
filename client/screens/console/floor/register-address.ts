import type { ConferenceId } from '../../../../shared/domain/ids.ts';

/** The speech register as a spreadsheet. */
export const registerAddress = (conference: ConferenceId): string =>
  `/api/conferences/${conference}/papers/speech-register.xlsx`;
