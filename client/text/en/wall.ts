import type { wallText } from '../vi/wall.ts';
import type { Widened } from '../widened.ts';

/** The hall's wall speaks as little as it can. */
export const wallEnglish: Widened<typeof wallText> = {
  clock: {
    notStarted: 'Called',
    remaining: (time) => `${time} left`,
    warning: (time) => `${time} left`,
    overrun: (time) => `${time} over time`,
  },
  question: 'Question',
  lineLost: 'signal lost, reconnecting',
  others: (bridges) => `also speaking: ${bridges}`,
  reconnecting: 'Reconnecting',
  soundBlocked: 'Click to turn the sound on',
};
