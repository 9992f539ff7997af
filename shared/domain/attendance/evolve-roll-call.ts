import { unreachable } from '../../base/assert.ts';
import type { AttendanceEvent } from './events.ts';
import type { RollCall } from './roll-call.ts';

type RollCallEvent = Extract<
  AttendanceEvent,
  { type: 'rollCallStarted' | 'bridgeCalledInRoll' | 'rollAnswered' | 'rollCallPaced' | 'rollCallEnded' }
>;

export function evolveRollCall(rollCall: RollCall | null, event: RollCallEvent): RollCall | null {
  if (event.type === 'rollCallStarted') {
    const { at: startedAt, order, holdMs } = event;
    return { startedAt, endedAt: null, order, holdMs, current: null, answers: {} };
  }
  if (rollCall === null) return null;
  switch (event.type) {
    case 'bridgeCalledInRoll':
      return { ...rollCall, current: { bridgeId: event.bridgeId, since: event.at } };
    case 'rollAnswered': {
      const { answer, present, at } = event;
      return { ...rollCall, answers: { ...rollCall.answers, [event.bridgeId]: { answer, present, at } } };
    }
    case 'rollCallPaced': {
      const { holdMs, at: since } = event;
      const current = holdMs === null || rollCall.current === null ? rollCall.current : { ...rollCall.current, since };
      return { ...rollCall, holdMs, current };
    }
    case 'rollCallEnded':
      return { ...rollCall, current: null, endedAt: event.at };
    default:
      return unreachable(event);
  }
}
