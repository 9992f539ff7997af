import type { clockText } from '../vi/clock.ts';
import type { Widened } from '../widened.ts';

/** The speaker's clock: read from eight metres, so each state is a word or two. */
export const clockEnglish: Widened<typeof clockText> = {
  states: {
    notStarted: 'Called to speak',
    ample: 'Time left',
    warning: 'Nearly over',
    overrun: 'Over time',
  },
  held: {
    byHand: 'Paused',
    interposed: 'Paused for a question',
    lineLost: 'Paused: signal lost',
  },
  reminded: 'The chair reminds of the time',
  of: (allotted) => `of ${allotted}`,
  question: 'Question',
  others: (bridges) => `Also speaking: ${bridges}`,
  nobody: 'Nobody is speaking',
  next: (bridge) => `Next: ${bridge}`,
  noneNext: 'Nobody is next to speak',
  now: 'Conference time',
  open: "Open the speaker's clock",
};
