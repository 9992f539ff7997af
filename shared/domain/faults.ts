import { entriesOf, getFrom, valuesOf } from '../base/persistent-map.ts';
import { type Attendance, marksOf, recountOf, tallyOf } from './attendance/attendance.ts';
import { noTally, type Tally, withTally } from './attendance/figure.ts';
import { addMarks, MARKS, type MarkCounts, noMarks } from './attendance/mark.ts';
import { bridgeOf } from './bridges/bridge.ts';
import { fault } from './fault.ts';
import { recordFaults } from './faults-of-records.ts';
import {
  accountOf,
  type Floor,
  hasFloor,
  isInLine,
  queuedSpeeches,
  speechesOnFloor,
  speechOf,
  spokenMs,
} from './floor/floor.ts';
import { isExempt, MAX_ON_FLOOR } from './floor/rules.ts';
import type { BridgeId, SpeechId } from './ids.ts';
import type { ConferenceState } from './state.ts';

/** What must hold after every event of a whole (unredacted) journal. Each sentence is a fault; an empty list is health. */
export function faultsOf(state: ConferenceState): readonly string[] {
  return [
    ...bridgeFaults(state),
    ...attendanceFaults(state),
    ...agendaFaults(state),
    ...floorFaults(state),
    ...recordFaults(state),
  ];
}

function bridgeFaults({ bridges }: ConferenceState): readonly string[] {
  const all = [...valuesOf(bridges.byId)];
  return [
    ...fault(new Set(all.map(({ order }) => order)).size < all.length, 'two bridges stand at the same place'),
    ...fault(all.filter(({ tier }) => tier === 0).length > 1, 'there are two central bridges'),
    ...fault(
      all.some(({ parentId }) => parentId !== null && bridgeOf(bridges, parentId) === undefined),
      'a bridge hangs below one that is gone',
    ),
  ];
}

function attendanceFaults({ attendance, bridges }: ConferenceState): readonly string[] {
  const entries = entriesOf(attendance.byBridge);
  const counts = entries.flatMap(([, { named }]) => Object.values(named).flatMap((marks) => Object.values(marks)));
  return [
    ...fault(
      !sameTally(recountOf(attendance.byBridge), attendance.totals),
      'the totals are not the sum of the bridges',
    ),
    ...fault(
      entries.some(([id, { below }]) => !sameTally(belowOf(id, attendance), below)),
      'what stands below a bridge is not the sum of its sub-bridges',
    ),
    ...fault(
      counts.some((count) => count < 0),
      'a count is below zero',
    ),
    ...fault(
      entries.some(([id]) => getFrom(bridges.byId, id) === undefined),
      'a bridge that is gone has attendance',
    ),
    ...fault(!delegationsHold(attendance), 'the delegations are not the sum of the lists'),
  ];
}

/** Independent of the counters: the sum over every bridge that names it as one above. */
const belowOf = (bridgeId: string, { byBridge }: Attendance): Tally =>
  [...valuesOf(byBridge)]
    .filter(({ above }) => above.some((id) => id === bridgeId))
    .reduce((sum, one) => withTally(sum, tallyOf(one)), noTally);

const sameTally = (a: Tally, b: Tally): boolean => {
  const { reported, byCategory } = withTally(a, b, -1);
  return reported === 0 && Object.keys(byCategory).length === 0;
};

/** Every delegate is of one bridge and of one delegation, so both add up to the same marks. */
function delegationsHold({ byBridge, byDelegation }: Attendance): boolean {
  const add = (sum: MarkCounts, marks: MarkCounts) => addMarks(sum, marks);
  const byList = [...valuesOf(byBridge)].map(marksOf).reduce(add, noMarks);
  const all = byDelegation === null ? byList : [...valuesOf(byDelegation)].reduce(add, noMarks);
  return MARKS.every((mark) => byList[mark] === all[mark]);
}

function agendaFaults({ agenda }: ConferenceState): readonly string[] {
  const live = agenda.items.filter(({ progress }) => progress.status === 'live');
  return [
    ...fault(live.length > 1, 'two agenda items are live'),
    ...fault(
      new Set(agenda.items.map(({ itemId }) => itemId)).size < agenda.items.length,
      'an agenda item stands twice',
    ),
  ];
}

function floorFaults({ floor, bridges }: ConferenceState): readonly string[] {
  const all = [...valuesOf(floor.speeches)];
  const statusOf = (id: SpeechId) => speechOf(floor, id)?.stage.status;
  const onFloor = all.filter(hasFloor).map(({ speechId }) => speechId);
  const seated = speechesOnFloor(floor).map(({ speechId }) => speechId);
  return [
    ...fault(new Set(floor.queue).size < floor.queue.length, 'a speech waits twice'),
    ...fault(
      all.filter(isInLine).length !== floor.queue.length || !queuedSpeeches(floor).every(isInLine),
      'the line and its speeches disagree',
    ),
    ...fault(floor.queue.filter((id) => statusOf(id) === 'standby').length > 1, 'two speakers stand by'),
    ...fault(floor.onFloor.length > MAX_ON_FLOOR, 'the floor is over-full'),
    ...fault(new Set([...onFloor, ...seated]).size !== Math.max(onFloor.length, seated.length), OFF_THE_FLOOR),
    ...fault(onFloor.length !== seated.length, OFF_THE_FLOOR),
    ...fault(ledgerOff(floor), 'the ledger is not the sum of what was spoken'),
    ...fault(
      all.some(({ bridgeId }) => bridgeOf(bridges, bridgeId) === undefined),
      'a speech belongs to a bridge that is gone',
    ),
  ];
}

const OFF_THE_FLOOR = 'the floor and its speeches disagree';

/** Every bridge is charged what it spoke, pauses and exempt kinds left out. */
function ledgerOff(floor: Floor): boolean {
  const spoken = new Map<BridgeId, number>();
  for (const speech of valuesOf(floor.speeches)) {
    if (speech.stage.status !== 'spoken' || isExempt(speech.kind)) continue;
    spoken.set(speech.bridgeId, (spoken.get(speech.bridgeId) ?? 0) + spokenMs(speech, speech.stage.endedAt));
  }
  const charged = entriesOf(floor.ledger).filter(([, { chargedMs }]) => chargedMs !== 0);
  const owed = [...spoken].filter(([, ms]) => ms !== 0);
  return owed.length !== charged.length || owed.some(([id, ms]) => accountOf(floor, id).chargedMs !== ms);
}
