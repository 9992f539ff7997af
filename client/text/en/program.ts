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
  ownHall: 'This bridge',
  soundOnly: 'Sound only',
  noScreenYet: (bridge: string) => `Waiting for the screen of ${bridge}`,
  documentComing: 'Opening the document',
  welcome: {
    programme: 'Programme',
    halls: (there: number, of: number) => `Halls that are connected: ${there} of ${of}`,
  },
  recess: {
    head: 'The conference is in recess',
    open: 'The conference will go on after the break',
    goesOnAt: (time: string) => `The conference goes on at ${time}`,
    over: 'Delegates are asked to return to the hall',
  },
};
