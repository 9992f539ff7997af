import { CuesDialog } from './cues-dialog.tsx';
import { DayDialog } from './day-dialog.tsx';
import type { AgendaDialogProps, OpenedAgenda } from './opened-agenda.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { PictureDialog } from './picture-dialog.tsx';
import { TemplatesDialog } from './templates-dialog.tsx';

export function AgendaDialog({ opened, onClose }: AgendaDialogProps & { readonly opened: OpenedAgenda }) {
  switch (opened.dialog) {
    case 'paste':
      return <PasteDialog onClose={onClose} />;
    case 'templates':
      return <TemplatesDialog onClose={onClose} />;
    case 'day':
      return <DayDialog onClose={onClose} />;
    case 'picture':
      return <PictureDialog onClose={onClose} />;
    case 'cues':
      return <CuesDialog itemId={opened.itemId} onClose={onClose} />;
  }
}
