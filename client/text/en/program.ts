import type { programText as vi } from '../vi/program.ts';
import type { Widened } from '../widened.ts';

export const programEnglish: Widened<typeof vi> = {
  sources: {
    hold: 'Hold slide',
    black: 'Black',
    welcome: 'Welcome loop',
    break: 'Break',
    document: 'Document',
    grid: (size: number, page: number) => `Grid of ${size}, page ${page}`,
    gone: 'A bridge that was removed',
  },
  frames: {
    alone: 'Speaker',
    withHall: 'Speaker and central hall',
    withDocument: 'Document and speaker',
  },
  explained: {
    hold: 'The name of the conference on the banner, no picture of a bridge',
    black: 'No picture; black only because somebody chose it',
    welcome: 'The title, the programme and the halls, in turn',
    break: 'The break and how long it still lasts',
    document: 'The document fills the screen',
    grid: 'The halls in order, each in its fixed place',
  },
  limited: {
    noGrid: 'The line is thin: the grid of halls was left out.',
    smallPictures: 'The line is thin: the picture is less sharp.',
    soundOnly: 'The line is thin: the picture was left out to keep the sound.',
  },
  ownHall: 'This bridge',
  soundOnly: 'Sound only',
  noScreenYet: (bridge: string) => `Waiting for the screen of ${bridge}`,
  documentComing: 'Opening the document',
  welcome: {
    programme: 'Programme',
    halls: (count: number) => `${count} halls take part`,
  },
  recess: {
    head: 'The conference is in recess',
    open: 'The conference will go on after the break',
    goesOnAt: (time: string) => `The conference goes on at ${time}`,
    over: 'Delegates are asked to return to the hall',
  },
};
