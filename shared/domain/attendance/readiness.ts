import { valuesOf } from '../../base/persistent-map.ts';
import type { Bridge } from '../bridges/bridge.ts';
import type { ConferenceState } from '../state.ts';
import { type Attendance, attendanceOf, hasReported } from './attendance.ts';
import { type Certificate, MAX_EXCEPTIONS } from './certificate.ts';
import { absentIn, presentIn, sumOf } from './figure.ts';

/** What a certificate made now would say, but for the instant and the position. */
export type Readiness = Omit<Certificate, 'at' | 'position'>;

/**
 * How many bridges of each tier are ready, and which are not. The central bridge is who asks, so it is in no tier; a
 * tier deeper than the last named one counts with that one: what stands in the list always adds up to what is missing.
 */
export function readinessOf(state: ConferenceState, tierNames: readonly string[]): Readiness {
  const tiers = tierNames.map((name, index) => ({ tier: index + 1, name, ready: 0, total: 0 }));
  const missing: Bridge[] = [];
  for (const bridge of valuesOf(state.bridges.byId)) {
    const counted = tiers[Math.min(bridge.tier, tiers.length) - 1];
    if (counted === undefined) continue;
    counted.total++;
    if (isReady(bridge, state.attendance)) counted.ready++;
    else missing.push(bridge);
  }
  return {
    tiers: tiers.filter(({ total }) => total > 0),
    exceptions: exceptionsOf(missing, state.attendance),
    missing: missing.length,
    ...peopleOf(state.attendance),
  };
}

/** On the line now; a bridge that never came on the line but reported is counted too: it follows by other means. */
function isReady({ bridgeId, link }: Bridge, attendance: Attendance): boolean {
  if (link.status === 'untried') return hasReported(attendanceOf(attendance, bridgeId));
  return link.status === 'online';
}

const exceptionsOf = (missing: readonly Bridge[], attendance: Attendance): Readiness['exceptions'] =>
  missing
    .toSorted((a, b) => a.order - b.order)
    .slice(0, MAX_EXCEPTIONS)
    .map(({ bridgeId, name }) => ({ bridgeId, name, reason: attendanceOf(attendance, bridgeId).excuse }));

function peopleOf({ totals }: Attendance): Pick<Readiness, 'expected' | 'present' | 'absent'> {
  const figure = sumOf(totals);
  return { expected: figure.expected, present: presentIn(figure), absent: absentIn(figure) };
}
