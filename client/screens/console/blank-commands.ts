import type { Command } from '../../../shared/domain/command.ts';
import { bridgeIdSchema } from '../../../shared/domain/ids.ts';

const nobody = bridgeIdSchema.parse('none');

/** What forms would send, still blank: to ask for the right and the phase before anything is written. Never sent. */
export const BLANK: Readonly<Record<'paper' | 'agendaItem' | 'bridges', Command>> = {
  paper: {
    type: 'registerSpeech',
    bridgeId: nobody,
    kind: 'paper',
    subject: '',
    speaker: { fullName: null, positions: [] },
    itemId: null,
    category: null,
    allottedMs: null,
    override: null,
  },
  agendaItem: {
    type: 'addAgendaItems',
    items: [],
    beforeItemId: null,
  },
  bridges: { type: 'addBridges', bridges: [] },
};
