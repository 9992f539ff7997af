import { createContext, useContext } from 'react';
import type { AgendaItem } from '../../../shared/domain/agenda/agenda.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';

export type SheetTab = 'bridges' | 'links' | 'details';
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
  | { readonly kind: 'paper'; readonly bridgeId: BridgeId | null }
  | { readonly kind: 'ending'; readonly command: 'closeConference' | 'archiveConference' };

export const OpenDialogContext = createContext<(opened: Opened) => void>(() => undefined);

export const useOpenDialog = () => useContext(OpenDialogContext);
