import { agendaEnglish } from './en/agenda.ts';
import { announcerEnglish } from './en/announcer.ts';
import { archiveEnglish } from './en/archive.ts';
import { ballotsEnglish } from './en/ballots.ts';
import { boardEnglish } from './en/board.ts';
import { bridgeEnglish } from './en/bridge.ts';
import { chairEnglish } from './en/chair.ts';
import { clockEnglish } from './en/clock.ts';
import { commonEnglish } from './en/common.ts';
import { conductingEnglish } from './en/conducting.ts';
import { consequencesEnglish } from './en/consequences.ts';
import { consoleEnglish } from './en/console.ts';
import { directorEnglish } from './en/director.ts';
import { documentsEnglish } from './en/documents.ts';
import { followUpEnglish } from './en/follow-up.ts';
import { joiningEnglish } from './en/joining.ts';
import { kioskEnglish } from './en/kiosk.ts';
import { libraryEnglish } from './en/library.ts';
import { linesEnglish } from './en/lines.ts';
import { listsEnglish } from './en/lists.ts';
import { mediaEnglish } from './en/media.ts';
import { minutesEnglish } from './en/minutes.ts';
import { papersEnglish } from './en/papers.ts';
import { programEnglish } from './en/program.ts';
import { programmeEnglish } from './en/programme.ts';
import { recordingEnglish } from './en/recording.ts';
import { refusalsEnglish } from './en/refusals.ts';
import { rehearsalEnglish } from './en/rehearsal.ts';
import { rollEnglish } from './en/roll.ts';
import { rollCallEnglish } from './en/roll-call.ts';
import { rulesEnglish } from './en/rules.ts';
import { startEnglish } from './en/start.ts';
import { talkbackEnglish } from './en/talkback.ts';
import { wallEnglish } from './en/wall.ts';
import type { Text } from './vietnamese.ts';

/** Loaded when somebody asks for it. A word that is missing does not compile. */
export const english: Text = {
  common: commonEnglish,
  refusals: refusalsEnglish,
  media: mediaEnglish,
  start: startEnglish,
  console: consoleEnglish,
  board: boardEnglish,
  bridge: bridgeEnglish,
  wall: wallEnglish,
  programme: programmeEnglish,
  agenda: agendaEnglish,
  announcer: announcerEnglish,
  chair: chairEnglish,
  clock: clockEnglish,
  conducting: conductingEnglish,
  rehearsal: rehearsalEnglish,
  rollCall: rollCallEnglish,
  rules: rulesEnglish,
  consequences: consequencesEnglish,
  kiosk: kioskEnglish,
  roll: rollEnglish,
  lists: listsEnglish,
  documents: documentsEnglish,
  director: directorEnglish,
  lines: linesEnglish,
  talkback: talkbackEnglish,
  joining: joiningEnglish,
  recording: recordingEnglish,
  papers: papersEnglish,
  archive: archiveEnglish,
  library: libraryEnglish,
  ballots: ballotsEnglish,
  followUp: followUpEnglish,
  minutes: minutesEnglish,
  program: programEnglish,
};
