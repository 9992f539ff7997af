import type { Command } from '../../../../shared/domain/command.ts';
import { CommandButton, useIssue } from '../../../parts/command-button.tsx';
import { useNotices } from '../../../parts/notices.tsx';
import { text } from '../../../text/text.ts';
import { useWhyNot } from './use-why-not.ts';

interface RemovePressProps {
  readonly command: Command;
  /** Writes it once more, in the same words; null: that cannot be done. */
  readonly again: Command | null;
  readonly onDone: () => void;
}

/** Taken out at once, and offered back for ten seconds. */
export function RemovePress({ command, again, onDone }: RemovePressProps) {
  const issue = useIssue();
  const { show } = useNotices();
  const reason = useWhyNot(command);
  const done = () => {
    const undo = again === null ? undefined : () => void issue(again);
    show({ tone: 'ok', sentence: text.followUp.removed, undo });
    onDone();
  };
  return (
    <CommandButton
      make={() => command}
      label={text.followUp.remove}
      tone="quiet"
      disabledReason={reason}
      onAccepted={done}
    />
  );
}
