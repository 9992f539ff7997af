import type { SeatSession } from '../../server/application/seats.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';

/** A machine of the hall that has signed in, as the server knows it. */
export const operatorSession = (id: string, conference: ConferenceId, bridgeId: BridgeId): SeatSession => ({
  id,
  invitationId: id,
  expiresAt: Number.MAX_SAFE_INTEGER,
  seat: 'operator',
  conference,
  bridgeId,
  label: '',
  screen: '',
});
