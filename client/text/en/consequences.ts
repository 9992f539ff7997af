import type { consequencesText } from '../vi/consequences.ts';
import type { Widened } from '../widened.ts';

export const consequencesEnglish: Widened<typeof consequencesText> = {
  'bridge-lost': {
    title: 'The bridge has lost its line',
    sentence: ({ bridge }) =>
      `${bridge ?? ''} has lost its line. If it is called, there is no picture or sound of it yet.`,
    confirm: 'Call to speak anyway',
  },
  'bridge-absent': {
    title: 'The bridge has not joined',
    sentence: ({ bridge }) =>
      `${bridge ?? ''} has never joined. If it is called, there is no picture or sound of it yet.`,
    confirm: 'Call to speak anyway',
  },
  'speeches-lapse': {
    title: 'There are turns not yet called',
    sentence: ({ count }) => `When this item ends, waiting turns lapse (${count ?? ''}). The record keeps them.`,
    confirm: 'End the item',
  },
  'deadline-passed': {
    title: 'The item should be over by now',
    sentence: ({ title }) => `“${title ?? ''}” must end at a time that has passed, so no time is left for it.`,
    confirm: 'Start anyway',
  },
  back: 'Go back',
};
