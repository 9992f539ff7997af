import { type ReactNode, useState } from 'react';
import { AgendaItemDialog } from './agenda-item-dialog.tsx';
import { EndingDialog } from './ending-dialog.tsx';
import { OpenDialogContext, type Opened } from './open-dialog.ts';
import { PaperDialog } from './paper-dialog.tsx';
import { ConferenceSheet } from './sheet/conference-sheet.tsx';

/** At most one dialog is open; opening another replaces it. */
export function DialogDesk({ children }: { readonly children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <OpenDialogContext value={setOpened}>
      {children}
      {opened === null ? null : <DialogOf opened={opened} onClose={() => setOpened(null)} />}
    </OpenDialogContext>
  );
}

function DialogOf({ opened, onClose }: { readonly opened: Opened; readonly onClose: () => void }) {
  switch (opened.kind) {
    case 'agendaItem':
      return <AgendaItemDialog item={opened.item} onClose={onClose} />;
    case 'paper':
      return <PaperDialog bridgeId={opened.bridgeId} onClose={onClose} />;
    case 'ending':
      return <EndingDialog command={opened.command} onClose={onClose} />;
    case 'sheet':
      return <ConferenceSheet opened={opened} onClose={onClose} />;
  }
}
