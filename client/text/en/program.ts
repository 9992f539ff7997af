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
};
