import { entriesOf } from '../../base/persistent-map.ts';
import type { ConferenceEvent } from '../event.ts';
import { bridgeIdSchema } from '../ids.ts';
import type { ConferenceState } from '../state.ts';
import { isOpen } from './message.ts';

/** Ends every call that rings or is talking. */
export const cuttingCalls = ({ messages }: ConferenceState, at: number): readonly ConferenceEvent[] =>
  entriesOf(messages.calls).flatMap(([id, call]) =>
    isOpen(call)
      ? [{ type: 'callEnded', at, bridgeId: bridgeIdSchema.parse(id), callId: call.callId, ending: 'cutOff' } as const]
      : [],
  );
