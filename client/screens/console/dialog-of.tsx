import { SnapshotDialog } from '../../parts/snapshot/snapshot-dialog.tsx';
import { AgendaDialog } from './agenda/agenda-dialog.tsx';
import { AgendaItemDialog } from './agenda-item-dialog.tsx';
import { BallotsDialog } from './ballots-dialog.tsx';
import { DocumentsDialog } from './documents-dialog.tsx';
import { EndingDialog } from './ending-dialog.tsx';
import { EntryDialog } from './floor/entry-dialog.tsx';
import { PassOverDialog } from './floor/pass-over-dialog.tsx';
import { SpokenDialog } from './floor/spoken-dialog.tsx';
import type { Opened } from './open-dialog.ts';
import { OwnArchiveDialog } from './own-archive-dialog.tsx';
import { CommandPalette } from './palette/command-palette.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { RecordingDialog } from './recording-dialog.tsx';
import { ReadinessDialog } from './roll-call/readiness-dialog.tsx';
import { RollCallDialog } from './roll-call/roll-call-dialog.tsx';
import { ConferenceSheet } from './sheet/conference-sheet.tsx';
import { TalkbackDialog } from './talkback-dialog.tsx';

interface DialogOfProps {
  readonly opened: Opened;
  readonly onClose: () => void;
}

/** Every dialog of the console; loaded once the console stands. */
export function DialogOf({ opened, onClose }: DialogOfProps) {
  switch (opened.kind) {
    case 'agendaItem':
      return <AgendaItemDialog item={opened.item} onClose={onClose} />;
    case 'agenda':
      return <AgendaDialog opened={opened.opened} onClose={onClose} />;
    case 'paper':
      return <PaperDialog bridgeId={opened.bridgeId} onClose={onClose} />;
    case 'entry':
      return <EntryDialog speechId={opened.speechId} onClose={onClose} />;
    case 'passOver':
      return <PassOverDialog onClose={onClose} />;
    case 'spoken':
      return <SpokenDialog onClose={onClose} />;
    case 'rollCall':
      return <RollCallDialog onClose={onClose} />;
    case 'readiness':
      return <ReadinessDialog onClose={onClose} />;
    case 'documents':
      return <DocumentsDialog onClose={onClose} />;
    case 'archive':
      return <OwnArchiveDialog onClose={onClose} />;
    case 'ballots':
      return <BallotsDialog onClose={onClose} />;
    case 'talkback':
      return <TalkbackDialog bridgeId={opened.bridgeId} onClose={onClose} />;
    case 'recording':
      return <RecordingDialog onClose={onClose} />;
    case 'snapshot':
      return <SnapshotDialog bridgeId={opened.bridgeId} onClose={onClose} />;
    case 'palette':
      return <CommandPalette onClose={onClose} />;
    case 'ending':
      return <EndingDialog command={opened.command} onClose={onClose} />;
    case 'sheet':
      return <ConferenceSheet opened={opened} onClose={onClose} />;
  }
}
