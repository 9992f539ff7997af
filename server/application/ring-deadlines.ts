import { entriesOf } from '../../shared/base/persistent-map.ts';
import { type BridgeId, bridgeIdSchema } from '../../shared/domain/ids.ts';
import { type Call, isRinging, ringEndsAt } from '../../shared/domain/messages/message.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { DeskDeadline } from './desk-deadline.ts';

/** Ends a ring that nobody answers. */
export class RingDeadlines extends DeskDeadline {
  constructor(desk: ConferenceDesk, newId: () => string) {
    super(desk, newId, {
      nextAt: (state) =>
        ringsIn(state).reduce<number | null>((first, { call }) => Math.min(first ?? Infinity, ringEndsAt(call)), null),
      due: (state, now) =>
        ringsIn(state)
          .filter(({ call }) => ringEndsAt(call) <= now)
          .map(({ bridgeId, call: { callId } }) => ({ type: 'missCall', bridgeId, callId })),
    });
  }
}

const ringsIn = ({ messages }: ConferenceState): readonly { readonly bridgeId: BridgeId; readonly call: Call }[] =>
  entriesOf(messages.calls).flatMap(([id, call]) =>
    isRinging(call) ? [{ bridgeId: bridgeIdSchema.parse(id), call }] : [],
  );
