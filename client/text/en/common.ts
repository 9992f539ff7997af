import type { commonText } from '../vi/common.ts';
import type { Widened } from '../widened.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** In whole minutes once it is some of them. */
function lengthOf(ms: number): string {
  const seconds = Math.round(Math.abs(ms) / 1_000);
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}

export const commonEnglish: Widened<typeof commonText> = {
  dateExample: 'Day/month/year, for example 30/9/2021',
  product: 'Điểm Cầu',
  figures: 'en-GB',
  date: ({ day, month, year }) => `${day} ${MONTHS[month - 1] ?? month} ${year}`,
  opening: {
    loading: { title: 'Loading the conference…', sentence: null, action: null },
    signedOut: {
      title: 'Not signed in',
      sentence: 'The session has ended or the link was revoked. Please open the link you were given again.',
      action: 'To the first page',
    },
    unknown: {
      title: 'There is no such conference',
      sentence: 'The conference does not exist, or your seat may not open it.',
      action: 'To the first page',
    },
    otherSeat: {
      title: 'This computer has just signed in with another link',
      sentence: 'This screen belongs to the earlier sign-in. Reload to go on with the link opened last.',
      action: 'Reload',
    },
  },
  phases: {
    uncreated: 'Not created',
    draft: 'Draft',
    preparing: 'In preparation',
    live: 'In session',
    adjourned: 'Adjourned',
    closed: 'Closed',
    archived: 'Archived',
  },
  seats: {
    secretariat: 'Secretariat',
    moderator: 'Moderator',
    chair: 'Chair',
    announcer: 'Announcer',
    director: 'Director',
    technician: 'Technician',
    recorder: 'Recorder',
    secretary: 'Minutes',
    operator: 'Bridge operator',
    kiosk: 'Check-in at the door',
    wall: 'Hall screen',
    viewer: 'Viewer',
  },
  newBuild: {
    sentence: 'There is a newer version of the program; this page will reload at a quiet moment.',
    reload: 'Reload now',
  },
  pageFailed: {
    title: 'This screen has failed',
    sentence: 'The conference goes on and nothing is lost. Reload to continue.',
    reload: 'Reload',
  },
  pageUnknown: {
    title: 'There is no such page',
    sentence: 'Please check the link.',
    home: 'To the first page',
  },
  sending: 'Sending…',
  offlineReason: 'Connection lost, reconnecting',
  journal: {
    label: 'State of the journal',
    refusing: {
      word: 'Nothing can be done for the moment',
      sentence:
        'The server cannot write to its disk. Picture, sound and clocks go on. Please tell the technicians and wait.',
      reason: 'The server cannot write, it is trying again',
    },
    damaged: {
      word: 'Read only',
      sentence:
        'The journal of the conference is no longer whole. Picture and sound go on. Please tell the technicians at once.',
      reason: 'The journal is no longer whole: read only',
    },
  },
  clockWasSet: (byMs) =>
    `The clock of the server's machine was just set ${byMs > 0 ? 'forward' : 'back'} by ${lengthOf(byMs)}. The conference clock and the speech go on as they were. Please have a technician check the time of the server.`,
  notSent: 'Not sent: the connection is lost. Please try again once it is back.',
  noAnswer: 'Outcome unknown: the server gave no answer. Please look at the screen before trying again.',
  undo: 'Undo',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
  retry: 'Try again',
  onTime: 'on time',
  late: (length) => `${length} late`,
  early: (length) => `${length} early`,
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),
  holdHow: 'Hold until it is full',
  hours: (count) => (count === 1 ? '1 hour' : `${count} hours`),
};
