import type { Command } from '../../../shared/domain/command.ts';
import { isOver } from '../../../shared/domain/conference/conference.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { useMayUse } from '../../parts/use-may-use.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';
import { useRights } from './use-rights.ts';

const words = () => text.console.phaseControls;
const DIRECT = ['startPreparation', 'openConference', 'adjournConference', 'resumeConference'] as const;
const ENDING = ['closeConference', 'archiveConference'] as const;

/** The record of a conference that is over, for the secretariat. */
function ArchiveButton() {
  const may = useMayUse('keepArchive');
  const open = useOpenDialog();
  const over = useConference(({ conference }) => isOver(conference));
  if (!may || !over) return null;
  return (
    <button type="button" className="button" data-tone="plain" onClick={() => open({ kind: 'archive' })}>
      {text.archive.open}
    </button>
  );
}

/** The ways on from this phase that this seat may take. Endings ask once more. */
export function PhaseControls() {
  const { may, fits, reason } = useRights();
  const open = useOpenDialog();
  const shown = (command: Command) => fits(command) && may(command);
  const direct = DIRECT.filter((type) => shown({ type }));
  return (
    <div className="console-phase-controls">
      {direct.map((type, index) => (
        <CommandButton
          key={type}
          make={() => ({ type })}
          label={words()[type]}
          tone={index === 0 && type !== 'adjournConference' ? 'primary' : 'plain'}
          disabledReason={reason({ type })}
          className="console-tip"
        />
      ))}
      {ENDING.filter((type) => shown({ type })).map((command) => (
        <button
          key={command}
          type="button"
          className="button"
          data-tone="plain"
          onClick={() => open({ kind: 'ending', command })}
        >
          {words()[command]}
        </button>
      ))}
      <ArchiveButton />
    </div>
  );
}
