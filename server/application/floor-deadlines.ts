import { speechesOnFloor } from '../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { floorLostAt } from '../../shared/views/speech-clock.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import { DeskDeadline } from './desk-deadline.ts';

/** Takes the floor from a bridge whose line has been gone for too long. */
export class FloorDeadlines extends DeskDeadline {
  constructor(desk: ConferenceDesk, newId: () => string) {
    super(desk, newId, {
      nextAt: (state) => lossesOf(state).reduce<number | null>((first, { at }) => Math.min(first ?? at, at), null),
      due: (state, now) =>
        lossesOf(state)
          .filter(({ at }) => at <= now)
          .map(({ speechId }) => ({ type: 'releaseLostFloor', speechId })),
    });
  }
}

const lossesOf = ({ floor }: ConferenceState) =>
  speechesOnFloor(floor).flatMap((speech) => {
    const at = floorLostAt(speech);
    return at === null ? [] : [{ at, speechId: speech.speechId }];
  });
