import { valuesOf } from '../../../../shared/base/persistent-map.ts';
import { attendanceOf, hasReported } from '../../../../shared/domain/attendance/attendance.ts';
import { MAX_ROLL } from '../../../../shared/domain/attendance/roll-call.ts';
import type { Bridge } from '../../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../../shared/domain/state.ts';

export const ROLL_SETS = ['all', 'online', 'unreported', 'unheard'] as const;
export type RollSet = (typeof ROLL_SETS)[number];

/** Whom a roll call may go through: always bridges directly below the centre, in protocol order. */
export function rollSets(state: ConferenceState): Readonly<Record<RollSet, readonly BridgeId[]>> {
  const { attendance, bridges } = state;
  // Sorted after they are chosen: of 31,000 bridges a few dozen stand there.
  const below = [...valuesOf(bridges.byId)].filter(({ tier }) => tier === 1).toSorted((a, b) => a.order - b.order);
  const last = attendance.rollCall;
  const of = (wanted: (bridge: Bridge) => boolean): readonly BridgeId[] =>
    below.filter(wanted).map(({ bridgeId }) => bridgeId);
  return {
    all: of(() => true),
    online: of(({ link }) => link.status === 'online'),
    unreported: of(({ bridgeId }) => !hasReported(attendanceOf(attendance, bridgeId))),
    unheard: of(
      ({ bridgeId }) => last !== null && last.order.includes(bridgeId) && last.answers[bridgeId]?.answer !== 'heard',
    ),
  };
}

/** As many as one roll call takes. */
export const takenInto = (ids: readonly BridgeId[]): readonly BridgeId[] => ids.slice(0, MAX_ROLL);
