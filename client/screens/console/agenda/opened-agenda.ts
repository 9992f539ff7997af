import type { AgendaItemId } from '../../../../shared/domain/ids.ts';

/** The dialogs of the programme, beside the form of one row. */
export type OpenedAgenda =
  | { readonly dialog: 'paste' }
  | { readonly dialog: 'templates' }
  | { readonly dialog: 'day' }
  | { readonly dialog: 'picture' }
  | { readonly dialog: 'cues'; readonly itemId: AgendaItemId };

export interface AgendaDialogProps {
  readonly onClose: () => void;
}
