import { unreachable } from '../../base/assert.ts';
import type { OnAirEvent } from './events.ts';
import type { OnAir } from './onair.ts';

export function evolveOnAir(onair: OnAir, event: OnAirEvent): OnAir {
  switch (event.type) {
    case 'sourceArmed':
      return { ...onair, armed: event.source };
    case 'sourceDisarmed':
      return { ...onair, armed: null };
    case 'sourceTaken':
      return { ...onair, mode: { kind: 'manual', source: event.source } };
    case 'programFollowsFloor':
      return { ...onair, mode: { kind: 'followFloor' } };
    default:
      return unreachable(event);
  }
}
