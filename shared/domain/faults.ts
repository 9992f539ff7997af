import { valuesOf } from '../base/persistent-map.ts';
import { totalsOf } from './attendance/attendance.ts';
import { bridgeOf } from './bridges/bridge.ts';
import { queuedSpeeches, speechOnFloor } from './floor/floor.ts';
import type { ConferenceState } from './state.ts';

/** What must hold after every event of a whole (unredacted) journal. Each sentence is a fault; an empty list is health. */
export function faultsOf(state: ConferenceState): readonly string[] {
  return [...bridgeFaults(state), ...attendanceFaults(state), ...agendaFaults(state), ...floorFaults(state)];
}

const fault = (found: boolean, sentence: string): readonly string[] => (found ? [sentence] : []);

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
  const recount = totalsOf(attendance.byBridge);
  const rows = [...valuesOf(attendance.byBridge)];
  return [
    ...fault(
      JSON.stringify(recount) !== JSON.stringify(attendance.totals),
      'the totals are not the sum of the bridges',
    ),
    ...fault(
      rows.some(({ named }) => Object.values(named).some((count) => count < 0)),
      'a count is below zero',
    ),
    ...fault(attendance.byBridge.size > bridges.byId.size, 'a bridge that is gone has attendance'),
  ];
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
  const onFloor = speechOnFloor(floor);
  const speaking = [...valuesOf(floor.speeches)].filter(({ stage }) => ['called', 'speaking'].includes(stage.status));
  return [
    ...fault(new Set(floor.queue).size < floor.queue.length, 'a speech waits twice'),
    ...fault(queuedSpeeches(floor).length < floor.queue.length, 'a speech that waits is unknown'),
    ...fault(
      queuedSpeeches(floor).some(({ stage }) => stage.status !== 'queued'),
      'a speech in the queue is not waiting',
    ),
    ...fault(speaking.length > 1, 'two speeches have the floor'),
    ...fault(speaking[0]?.speechId !== onFloor?.speechId, 'the floor and its speech disagree'),
    ...fault(
      [...valuesOf(floor.speeches)].some(({ bridgeId }) => bridgeOf(bridges, bridgeId) === undefined),
      'a speech belongs to a bridge that is gone',
    ),
  ];
}
