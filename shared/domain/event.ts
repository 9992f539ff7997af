import { z } from 'zod';
import { agendaEvents } from './agenda/events.ts';
import { attendanceEvents } from './attendance/events.ts';
import { ballotEvents } from './ballots/events.ts';
import { bridgeEvents } from './bridges/events.ts';
import { conferenceEvents } from './conference/events.ts';
import { documentEvents } from './documents/events.ts';
import { floorEvents } from './floor/events.ts';
import { lineEvents } from './lines/events.ts';
import { messageEvents } from './messages/events.ts';
import { onairEvents } from './onair/events.ts';
import { recordingEvents } from './recording/events.ts';
import { recordsEvents } from './records/events.ts';

/** Every fact that can happen: past tense, one meaning, understood alone. */
export const eventSchema = z.discriminatedUnion('type', [
  ...conferenceEvents,
  ...bridgeEvents,
  ...attendanceEvents,
  ...agendaEvents,
  ...floorEvents,
  ...onairEvents,
  ...recordsEvents,
  ...lineEvents,
  ...messageEvents,
  ...documentEvents,
  ...recordingEvents,
  ...ballotEvents,
]);

export type ConferenceEvent = z.infer<typeof eventSchema>;
export type EventOf<T extends ConferenceEvent['type']> = Extract<ConferenceEvent, { type: T }>;
