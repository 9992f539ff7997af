import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';

/** The way to the recording and to the classified session. */
export function RecordingButton() {
  const open = useOpenDialog();
  const { open: word, openMarked } = text.recording.control;
  return (
    <button
      type="button"
      className="button"
      data-tone="plain"
      title={openMarked}
      onClick={() => open({ kind: 'recording' })}
    >
      {word}
    </button>
  );
}
