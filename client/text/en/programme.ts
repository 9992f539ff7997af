import type { programmeText } from '../vi/programme.ts';
import type { Widened } from '../widened.ts';

/** Words of the programme on a viewer's phone. */
export const programmeEnglish: Widened<typeof programmeText> = {
  offline: (time) => `Connection lost since ${time}. The page is reconnecting.`,
  clock: {
    notStarted: 'Not started',
    remaining: (time) => `${time} left`,
    warning: (time) => `Nearly over, ${time} left`,
    overrun: (time) => `${time} over time`,
  },
  now: {
    heading: 'Now',
    speaking: 'Speaking',
    called: 'Called to speak',
    question: 'Question in between',
    paused: 'Speech paused',
    heldBack: (bridge) => `${bridge} goes on after the question`,
    others: (bridges) => `Also speaking: ${bridges}`,
    own: (turns, time) =>
      turns === 0
        ? `Your bridge speaks at the next turn, about ${time}`
        : `Your bridge speaks after ${turns === 1 ? '1 turn' : `${turns} turns`}, about ${time}`,
    lateness: (lateness) => `The programme is ${lateness}`,
    nobody: 'Nobody is speaking.',
    next: 'Next',
    nextNobody: 'Nobody is next to speak.',
    expected: (time) => `about ${time}`,
    noItem: 'No item is running.',
    upcoming: (time) => `Next item: expected at ${time}`,
    finished: 'The programme is complete.',
    over: 'The conference is over.',
    since: (time) => `since ${time}`,
  },
  tabs: { label: 'Contents', agenda: 'Programme', bridges: 'Bridges', delegates: 'Delegates' },
  agenda: {
    none: 'The programme will stand here once the Secretariat publishes it.',
    planned: (from, to) => `Planned ${from} – ${to}`,
    expected: (from, to) => `Expected ${from} – ${to}`,
    expectedEnd: (to) => `expected to end ${to}`,
    startedAt: (from) => `Started ${from}`,
    actual: (from, to) => `Actual ${from} – ${to}`,
    announced: (from, to, delay) => `Put off by ${delay}: ${from} – ${to}`,
    target: (length) => `for ${length}`,
    status: { waiting: 'to come', live: 'running', finished: 'finished', skipped: 'skipped' },
  },
  bridges: {
    search: 'Find a bridge',
    none: 'The bridges will stand here once the Secretariat enters them.',
    noneFound: (typed) => `No bridge matches "${typed}".`,
    notReported: 'not reported',
    present: (present, expected) => `${present}/${expected} present`,
    total: (bridges) => (bridges === '1' ? '1 bridge' : `${bridges} bridges`),
    totals: (present, expected) => `${present}/${expected} delegates present`,
    reported: (reported, bridges) => `${reported}/${bridges} bridges have reported`,
    central: 'central bridge',
    speaking: 'speaking',
    more: 'More bridges',
  },
  delegates: {
    search: 'Find a delegate: name, office, unit',
    none: 'The list of delegates will stand here once the Secretariat enters it.',
    noneFound: (typed) => `No delegate matches "${typed}".`,
    loading: 'Loading…',
    offline: 'The list of delegates could not be loaded.',
    retry: 'Load again',
    more: 'More delegates',
    marks: {
      present: 'present',
      late: 'present',
      online: 'online',
      left: 'left early',
      absentExcused: 'absent',
      absentUnexcused: 'absent',
      substituted: 'sent a substitute',
    },
  },
  announce: {
    called: (bridge, person) => `${bridge} is called to speak. ${person}`,
    question: (bridge, person) => `${bridge} is called to ask a question. ${person}`,
    held: {
      byHand: (bridge) => `The speech of ${bridge} is paused.`,
      interposed: (bridge) => `The speech of ${bridge} is paused for a question.`,
      lineLost: (bridge) => `${bridge} has lost its signal and is reconnecting.`,
    },
    free: 'No bridge is speaking.',
  },
};
