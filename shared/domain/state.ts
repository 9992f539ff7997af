import { type Agenda, emptyAgenda } from './agenda/agenda.ts';
import { type Attendance, noAttendance } from './attendance/attendance.ts';
import { type Ballots, noBallots } from './ballots/ballot.ts';
import { type Bridges, noBridges } from './bridges/bridge.ts';
import { type Conference, uncreatedConference } from './conference/conference.ts';
import { type Documents, noDocuments } from './documents/document.ts';
import { emptyFloor, type Floor } from './floor/floor.ts';
import { type Lines, noLines } from './lines/line.ts';
import { type Messages, noMessages } from './messages/message.ts';
import { followingFloor, type OnAir } from './onair/onair.ts';
import { noRecordings, type Recordings } from './recording/recording.ts';
import { noRecords, type Records } from './records/records.ts';

/** A conference: its slices side by side. Each is changed by its own events alone. */
export interface ConferenceState {
  readonly conference: Conference;
  readonly bridges: Bridges;
  readonly attendance: Attendance;
  readonly agenda: Agenda;
  readonly floor: Floor;
  readonly onair: OnAir;
  readonly records: Records;
  readonly lines: Lines;
  readonly messages: Messages;
  readonly documents: Documents;
  readonly recordings: Recordings;
  readonly ballots: Ballots;
}

export const initialState: ConferenceState = {
  conference: uncreatedConference,
  bridges: noBridges,
  attendance: noAttendance,
  agenda: emptyAgenda,
  floor: emptyFloor,
  onair: followingFloor,
  records: noRecords,
  lines: noLines,
  messages: noMessages,
  documents: noDocuments,
  recordings: noRecordings,
  ballots: noBallots,
};
