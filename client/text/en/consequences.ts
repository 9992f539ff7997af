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
  'more-than-expected': {
    title: 'More are present than were summoned',
    sentence: ({ present, expected }) =>
      `The report says ${present ?? ''} present, more than the ${expected ?? ''} summoned. Please check the figures.`,
    confirm: 'The figures are right, send',
  },
  'attendance-struck': {
    title: 'The bridge has attendance figures',
    sentence: ({ bridge }) =>
      `If ${bridge ?? 'this bridge'} is removed, its report and attendance no longer count in the totals.`,
    confirm: 'Remove the bridge',
  },
  'marks-lost': {
    title: 'Delegates of this import have been checked in',
    sentence: ({ count }) =>
      `Delegates of this import with a mark: ${count ?? ''}. If it is undone, they and their marks leave the list.`,
    confirm: 'Undo anyway',
  },
  'leaves-program': {
    title: 'The conference is live',
    sentence: ({ bridge }) =>
      `During the check the screen of ${bridge ?? 'the bridge'} shows the check, and its hall cannot follow the conference.`,
    confirm: 'Check the line anyway',
  },
  back: 'Go back',
};
