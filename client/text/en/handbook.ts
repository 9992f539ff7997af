import type {
  HandbookBallot,
  HandbookDocument,
  HandbookNotice,
  HandbookResult,
} from '../../../shared/protocol/handbook.ts';
import { timeOfDay } from '../time-of-day.ts';
import type { handbookText as vietnamese } from '../vi/handbook.ts';
import type { Widened } from '../widened.ts';

const phases = {
  draft: 'Draft',
  preparing: 'In preparation',
  live: 'In session',
  adjourned: 'Adjourned',
  closed: 'Closed',
  archived: 'Archived',
};

const kinds: Readonly<Record<HandbookDocument['kind'], string>> = {
  slides: 'PDF',
  clip: 'Film',
  image: 'Picture',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
};

const bases: Readonly<Record<HandbookResult['base'], string>> = {
  expected: 'delegates summoned',
  present: 'delegates present',
  cast: 'delegates who voted',
};

const manners: Readonly<Record<HandbookBallot['manner'], string>> = {
  hands: 'Show of hands in the halls',
  open: 'Open vote by phone',
  secret: 'Secret vote by phone',
};

function notice(said: HandbookNotice): string {
  switch (said.kind) {
    case 'rehearsal':
      return 'Rehearsal: this is not the conference itself.';
    case 'adjourned':
      return 'The conference is adjourned.';
    case 'recess':
      return `${said.title}: until about ${timeOfDay(said.until)}.`;
    case 'delay':
      return `The programme is moved back by ${said.minutes} ${said.minutes === 1 ? 'minute' : 'minutes'}.`;
  }
}

const date = (iso: string): string =>
  new Date(`${iso}T00:00:00Z`).toLocaleDateString('en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });

const decimal = (value: number, digits: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: digits });

const minutesOf = (minutes: number): string => `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;

export const handbookText: Widened<typeof vietnamese> = {
  name: 'Conference handbook',
  language: { code: 'en', own: 'English' },
  date,
  phases,
  loading: 'Opening the handbook.',
  tabs: {
    label: 'Parts of the handbook',
    programme: 'Programme',
    documents: 'Documents',
    ballots: 'Voting',
    own: 'Mine',
  },
  kept: (at) => `You see the copy kept at ${timeOfDay(at)}. It is brought up to date when the network is back.`,
  notice,
  classified: (since, until) =>
    `Closed session since ${timeOfDay(since)}${until === null ? '' : `, until about ${timeOfDay(until)}`}. Meanwhile the handbook shows and keeps nothing.`,
  now: {
    label: 'Now',
    since: (at) => `since ${timeOfDay(at)}`,
    late: (minutes) => (minutes > 0 ? `${minutesOf(minutes)} late` : `${minutesOf(-minutes)} early`),
    upcoming: (at) => `Next, at about ${timeOfDay(at)}`,
    over: 'The conference is closed.',
    idle: 'Nothing is going on yet.',
    speaking: 'Speaking',
    called: 'Called to speak',
    paused: 'Speech paused',
    question: 'Asking',
    nobody: 'Nobody is speaking.',
    next: (at) => `Next, at about ${timeOfDay(at)}`,
  },
  programme: {
    none: 'The programme appears here when the secretariat has written it.',
    status: { waiting: '', live: 'Now', finished: 'Done', skipped: 'Left out' },
    actual: (from, to) => `${timeOfDay(from)}–${timeOfDay(to)}`,
    expected: (from, to) => `expected ${timeOfDay(from)}–${timeOfDay(to)}`,
    until: (to) => `until about ${timeOfDay(to)}`,
  },
  documents: {
    none: 'Documents appear here when the secretariat releases them.',
    kinds,
    pages: (pages) => `${pages} ${pages === 1 ? 'page' : 'pages'}`,
    size: (bytes) =>
      bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1_000))} kB` : `${decimal(bytes / 1_000_000, 1)} MB`,
    open: 'Open',
    openNamed: (title) => `Open ${title}`,
    download: 'Download the file',
    back: 'Back to the documents',
    page: (page, pages) => `Page ${page} / ${pages}`,
    before: 'Page before',
    after: 'Next page',
    picture: (title, page) => `${title}, page ${page}`,
    loading: 'Loading the page.',
    watermark: "Bears the reader's name",
    needsNetwork: 'This document is not kept on the phone: it needs the network.',
    offline: 'This page was not kept: it needs the network.',
    refused: 'The document is no longer released. Please open the list again.',
    busy: 'Many people are opening documents. Please try again in a few seconds.',
    failed: 'Not loaded yet. Please try again.',
  },
  ballots: {
    none: 'Questions appear here when the chair puts them to the vote.',
    manners,
    stages: {
      open: 'Voting now',
      closed: 'Closed, result to be announced',
      published: 'Result',
      annulled: 'Annulled',
    },
    secret: 'Secret vote: no link between delegate and answer is kept.',
    hands: 'Please raise your hand in the hall when asked.',
    needsBadge: 'To vote, open the handbook by the code on your badge.',
    notPresent: 'Not checked in: please check in at the door of the hall first; only then is a vote taken.',
    choose: 'Please choose one option.',
    chosen: (option) => `Chosen: ${option}`,
    send: (option) => `Cast the vote: ${option}`,
    again: 'Choose again',
    sending: 'Sending.',
    voted: 'Voted',
    done: 'Your vote is recorded.',
    resend: 'Send again',
    unsent: 'Not sent: the network is gone. Please send again when it is back.',
    count: (count, of) => `${count.toLocaleString('en-GB')}${of === 0 ? '' : ` (${decimal((count * 100) / of, 1)}%)`}`,
    base: (of, base) => `100% is ${of.toLocaleString('en-GB')}: ${bases[base]}.`,
    passed: 'Carried',
    notPassed: 'Not carried',
  },
  own: {
    delegate: 'Delegate',
    seat: 'Seat',
    bridge: 'Bridge',
    room: 'Hall',
    unit: 'Unit',
    delegation: 'Delegation',
    present: 'Checked in',
    notPresent: 'Not checked in yet',
    qr: 'Code of the badge',
    how: 'Hold this code to the reader at the door.',
    seatOnly: 'The handbook was opened by a viewing link. Scan the code on your badge to see your seat and to vote.',
    loading: 'Loading.',
  },
  feedback: {
    title: 'A note to the secretariat',
    label: 'Your note',
    left: (left) => `${left} more can be sent. A note is kept with your name.`,
    none: 'No more notes can be sent. Please see the secretariat.',
    send: 'Send the note',
    sending: 'Sending.',
    done: 'The secretariat has your note.',
    empty: 'Please write something first.',
    unsent: 'Not sent: the network is gone. Your text still stands above; please send it again later.',
  },
  entry: {
    title: 'Open the handbook',
    how: 'Scan the code on your badge, or type the code printed below it.',
    label: 'Code on the badge',
    open: 'Open the handbook',
    unknown: 'This code is not on the list of the conference. Please check it or ask at the reception.',
    wrong: 'The code has at least 8 letters and figures. Please type it again.',
    nowhere: 'This address is not whole. Please scan the code on your badge again.',
    offline: 'No connection yet. The handbook opens by itself when the network is there.',
    forgotten: 'The conference is over. What was kept on this phone has been erased.',
  },
  changes: {
    speaking: (who, bridge) => `${who} is speaking from ${bridge}.`,
    live: (title) => `Now: ${title}.`,
    ballot: (question) => `Put to the vote: ${question}`,
    result: (question) => `Result announced: ${question}`,
    document: (title) => `New document: ${title}.`,
  },
  refusals: {
    'already-voted': 'This badge has already voted on this question.',
    'ballot-not-open': 'The vote is closed or not open yet.',
    'ballot-unknown': 'This question is no longer there. Please look at the list again.',
    'not-there': 'This badge has not been checked in. Please check in at the door first.',
    'other-manner': 'This question is voted on by a show of hands in the halls.',
    'option-unknown': 'The option is no longer there. Please choose again.',
    'delegate-unknown': 'This badge is no longer on the list. Please see the secretariat.',
    'too-many-items': 'No more notes can be sent. Please see the secretariat.',
    'too-many-tries': 'Too fast. Please wait a minute.',
    classified: 'Closed session: nothing is taken at the moment.',
    'wrong-phase': 'The conference is not open for this.',
    'journal-unavailable': 'The server could not record it. Please send it again in a few seconds.',
    other: 'Not sent. Please try again or see the secretariat.',
  },
};
