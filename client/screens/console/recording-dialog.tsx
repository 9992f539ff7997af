import { Dialog } from '../../parts/dialog.tsx';
import { ClassifiedPress } from '../../parts/recording/classified-press.tsx';
import { RecordingControl } from '../../parts/recording/recording-control.tsx';
import { text } from '../../text/text.ts';

/** What the chair decided, the recording that runs or does not, and the way into a classified session. */
export function RecordingDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title={text.recording.control.openMarked} onClose={onClose} className="recordings-dialog">
      <RecordingControl />
      <ClassifiedPress />
    </Dialog>
  );
}
