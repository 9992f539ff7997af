import { unreachable } from '../../base/assert.ts';
import { bridgeOf } from '../bridges/bridge.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { Moment } from '../moment.ts';
import { documentOnAir } from '../onair/onair.ts';
import type { ConferenceState } from '../state.ts';
import type { DocumentCommand } from './commands.ts';
import { documentOf, MAX_DOCUMENTS } from './document.ts';

export function decideDocuments(state: ConferenceState, command: DocumentCommand, { now: at }: Moment): Decided {
  switch (command.type) {
    case 'addDocument': {
      const { file } = command;
      if (state.documents.list.length >= MAX_DOCUMENTS) return refuse('too-many-items', { max: MAX_DOCUMENTS });
      if (file.bridgeId !== null && bridgeOf(state.bridges, file.bridgeId) === undefined)
        return refuse('bridge-unknown');
      return emit({ type: 'documentAdded', at, file });
    }
    case 'removeDocument': {
      const file = documentOf(state.documents, command.documentId);
      if (file === undefined) return refuse('document-unknown');
      if (documentOnAir(state.onair) === command.documentId) return refuse('document-on-air');
      return emit({ type: 'documentRemoved', at, documentId: command.documentId, owner: file.bridgeId });
    }
    default:
      return unreachable(command);
  }
}
