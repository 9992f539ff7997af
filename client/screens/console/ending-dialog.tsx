import { CommandButton } from '../../parts/command-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { text } from '../../text/text.ts';
import { useRights } from './use-rights.ts';

interface EndingDialogProps {
  readonly command: 'closeConference' | 'archiveConference';
  readonly onClose: () => void;
}

/** What ends for good asks once more: there is no way back from it. */
export function EndingDialog({ command, onClose }: EndingDialogProps) {
  const words = text.console.ending[command];
  const { reason } = useRights();
  return (
    <Dialog title={words.title} onClose={onClose} className="console-dialog">
      <p>{words.sentence}</p>
      <div className="console-form-buttons">
        <CommandButton
          make={() => ({ type: command })}
          label={words.act}
          tone="primary"
          disabledReason={reason({ type: command })}
          onAccepted={onClose}
        />
        <button type="button" className="button" data-tone="plain" onClick={onClose}>
          {text.common.cancel}
        </button>
      </div>
    </Dialog>
  );
}
