import { pacedCall } from '../../shared/views/roll-call-order.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { DeskDeadline } from './desk-deadline.ts';

/** Goes on to the next bridge of a roll call when the present one has stood on the wall for its time. */
export class RollCallPace extends DeskDeadline {
  constructor(desk: ConferenceDesk, newId: () => string) {
    super(desk, newId, {
      nextAt: (state) => pacedCall(state)?.at ?? null,
      due: (state, now) => {
        const call = pacedCall(state);
        if (call === null || call.at > now) return [];
        const { expectedBridgeId, bridgeId } = call;
        return [{ type: 'callRoll', expectedBridgeId, bridgeId }];
      },
    });
  }
}
