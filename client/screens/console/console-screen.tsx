import { useRef } from 'react';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { MediaProvider } from '../../media/media-provider.tsx';
import { FloorAnnouncer } from '../../parts/floor-announcer.tsx';
import { useShortcut } from '../../parts/shortcut.ts';
import { ConferenceProvider } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AgendaPanel } from './agenda-panel.tsx';
import { BridgesPanel } from './bridges-panel.tsx';
import { DialogDesk } from './dialog-desk.tsx';
import { KeyRow } from './key-row.tsx';
import { useOpenDialog } from './open-dialog.ts';
import { QueuePanel } from './queue-panel.tsx';
import { RollCallDock } from './roll-call/roll-call-dock.tsx';
import { StagePanel } from './stage-panel.tsx';
import { TopBar } from './top-bar.tsx';
import { usePanelCycle } from './use-panel-cycle.ts';
import { useQuietFields } from './use-quiet-fields.ts';
import { useUndoKey } from './use-undo-key.ts';
import './console.css';
import './console-agenda.css';
import './console-forms.css';
import './console-lists.css';
import './console-sheet.css';
import './console-stage.css';

/** The table of the secretariat and of the moderator: one screen, nothing to scroll but its lists. */
export function ConsoleScreen({ conference }: { readonly conference: ConferenceId }) {
  return (
    <ConferenceProvider conference={conference}>
      <MediaProvider own={null} as={null}>
        <DialogDesk>
          <ConsoleTable />
        </DialogDesk>
      </MediaProvider>
    </ConferenceProvider>
  );
}

function ConsoleTable() {
  const table = useRef<HTMLElement>(null);
  const open = useOpenDialog();
  useQuietFields();
  usePanelCycle(table);
  useUndoKey();
  useShortcut('Ctrl+K', () => open({ kind: 'palette' }));
  return (
    <main ref={table} className="console">
      <TopBar />
      <AgendaPanel />
      <StagePanel />
      <QueuePanel />
      <RollCallDock />
      <BridgesPanel />
      <KeyRow />
      <FloorAnnouncer words={text.console.announce} />
    </main>
  );
}
