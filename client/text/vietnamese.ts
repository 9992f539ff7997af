import { agendaText } from './vi/agenda.ts';
import { announcerText } from './vi/announcer.ts';
import { archiveText } from './vi/archive.ts';
import { ballotsText } from './vi/ballots.ts';
import { boardText } from './vi/board.ts';
import { bridgeText } from './vi/bridge.ts';
import { chairText } from './vi/chair.ts';
import { clockText } from './vi/clock.ts';
import { commonText } from './vi/common.ts';
import { conductingText } from './vi/conducting.ts';
import { consequencesText } from './vi/consequences.ts';
import { consoleText } from './vi/console.ts';
import { directorText } from './vi/director.ts';
import { documentsText } from './vi/documents.ts';
import { followUpText } from './vi/follow-up.ts';
import { joiningText } from './vi/joining.ts';
import { kioskText } from './vi/kiosk.ts';
import { libraryText } from './vi/library.ts';
import { linesText } from './vi/lines.ts';
import { listsText } from './vi/lists.ts';
import { mediaText } from './vi/media.ts';
import { minutesText } from './vi/minutes.ts';
import { papersText } from './vi/papers.ts';
import { programText } from './vi/program.ts';
import { programmeText } from './vi/programme.ts';
import { recordingText } from './vi/recording.ts';
import { refusalsText } from './vi/refusals.ts';
import { rehearsalText } from './vi/rehearsal.ts';
import { rollText } from './vi/roll.ts';
import { rollCallText } from './vi/roll-call.ts';
import { rulesText } from './vi/rules.ts';
import { startText } from './vi/start.ts';
import { talkbackText } from './vi/talkback.ts';
import { wallText } from './vi/wall.ts';
import type { Widened } from './widened.ts';

export const vietnamese = {
  common: commonText,
  refusals: refusalsText,
  media: mediaText,
  start: startText,
  console: consoleText,
  board: boardText,
  bridge: bridgeText,
  wall: wallText,
  program: programText,
  programme: programmeText,
  agenda: agendaText,
  announcer: announcerText,
  chair: chairText,
  clock: clockText,
  conducting: conductingText,
  rehearsal: rehearsalText,
  rollCall: rollCallText,
  rules: rulesText,
  consequences: consequencesText,
  kiosk: kioskText,
  roll: rollText,
  lists: listsText,
  documents: documentsText,
  director: directorText,
  lines: linesText,
  talkback: talkbackText,
  joining: joiningText,
  recording: recordingText,
  papers: papersText,
  archive: archiveText,
  library: libraryText,
  ballots: ballotsText,
  followUp: followUpText,
  minutes: minutesText,
} as const;

/** Every word a person sees, by area. The Vietnamese words give the shape; each language has a folder beside vi/. */
export type Text = Widened<typeof vietnamese>;
