import { text } from '../../text/text.ts';
import { Dialog } from '../dialog.tsx';
import { KeptDays } from './kept-days.tsx';
import { RecordingsList } from './recordings-list.tsx';
import './recording.css';

/** What was recorded, and how long it is kept. */
export function RecordingsDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text.recording.list.title} onClose={onClose} className="recordings-dialog">
      <RecordingsList />
      <KeptDays />
    </Dialog>
  );
}
