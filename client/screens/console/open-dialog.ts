import { createContext, useContext } from 'react';
import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { BridgeId, SpeechId } from '../../../shared/domain/ids.ts';
import type { OpenedAgenda } from './agenda/opened-agenda.ts';

export type SheetTab = 'bridges' | 'attendance' | 'lists' | 'rules' | 'ranks' | 'links' | 'rehearsal' | 'details';
export type BridgeSection = 'card' | 'delegates' | 'headcount';

export interface OpenedSheet {
  readonly kind: 'sheet';
  readonly tab: SheetTab;
  readonly bridgeId?: BridgeId;
  readonly section?: BridgeSection;
}

export type Opened =
  | OpenedSheet
  /** null: a new item. */
  | { readonly kind: 'agendaItem'; readonly item: AgendaItem | null }
  | { readonly kind: 'agenda'; readonly opened: OpenedAgenda }
  | { readonly kind: 'paper'; readonly bridgeId: BridgeId | null }
  /** What can be done about one entry of the floor. */
  | { readonly kind: 'entry'; readonly speechId: SpeechId }
  /** Whether to call the next whose hall is on the line, before those whose hall is not. */
  | { readonly kind: 'passOver' }
  | { readonly kind: 'spoken' }
  /** The start of a roll call of bridges. */
  | { readonly kind: 'rollCall' }
  | { readonly kind: 'readiness' }
  /** The talk beside the conference; null: the list of those talked with. */
  | { readonly kind: 'talkback'; readonly bridgeId: BridgeId | null }
  /** What is shown beside the halls, and what can be. */
  | { readonly kind: 'documents' }
  /** Recording, and the classified session. */
  | { readonly kind: 'recording' }
  /** A hall's picture for the record. */
  | { readonly kind: 'snapshot'; readonly bridgeId: BridgeId }
  | { readonly kind: 'ballots' }
  /** What is kept of a conference that is over. */
  | { readonly kind: 'archive' }
  | { readonly kind: 'palette' }
  | { readonly kind: 'ending'; readonly command: 'closeConference' | 'archiveConference' };

export type OpenDialog = (opened: Opened) => void;

export const OpenDialogContext = createContext<OpenDialog>(() => undefined);

export const useOpenDialog = () => useContext(OpenDialogContext);
