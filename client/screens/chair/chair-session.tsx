import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { ClassifiedPress } from '../../parts/recording/classified-press.tsx';
import { RecordingDecision } from '../../parts/recording/recording-decision.tsx';
import { useMay } from '../../parts/recording/use-may.ts';
import { text } from '../../text/text.ts';

/** The chair's word on recording, and the classified session: rare, so they stand behind a press. */
export function ChairSession() {
  const [open, setOpen] = useState(false);
  const may = useMay({ type: 'decideRecording', allowed: true });
  const { openMarked } = text.recording.control;
  if (!may) return null;
  return (
    <>
      <button type="button" className="button" data-tone="plain" onClick={() => setOpen(true)}>
        {openMarked}
      </button>
      {open ? (
        <Dialog title={openMarked} onClose={() => setOpen(false)} className="recordings-dialog">
          <RecordingDecision />
          <ClassifiedPress />
        </Dialog>
      ) : null}
    </>
  );
}
