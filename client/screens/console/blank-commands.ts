import type { Command } from '../../../shared/domain/command.ts';
import { bridgeIdSchema } from '../../../shared/domain/ids.ts';

const nobody = bridgeIdSchema.parse('none');

/** What forms would send, still blank: to ask for the right and the phase before anything is written. Never sent. */
export const BLANK: Readonly<Record<'paper' | 'agendaItem' | 'bridges', Command>> = {
  paper: {
    type: 'registerPaper',
    bridgeId: nobody,
    subject: '',
    speaker: { fullName: null, positions: [] },
    allottedMs: 0,
  },
  agendaItem: {
    type: 'addAgendaItem',
    plan: { kind: 'report', title: '', plannedStart: 0, durationMs: 0 },
    presenter: null,
    beforeItemId: null,
  },
  bridges: { type: 'addBridges', bridges: [] },
};
