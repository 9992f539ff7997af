import type { Command } from '../../../shared/domain/command.ts';
import type { ButtonTone } from '../../parts/command-button.tsx';
import { text } from '../../text/text.ts';
import { useRights } from './use-rights.ts';

interface OpeningButtonProps {
  readonly label: string;
  /** What the form behind it would send: only its kind matters. */
  readonly command: Command;
  readonly tone?: ButtonTone;
  readonly onOpen: () => void;
}

/** Opens a form. It is not there for whom the form is not, and says so when the phase knows no such thing. */
export function OpeningButton({ label, command, tone = 'plain', onOpen }: OpeningButtonProps) {
  const { may, fits } = useRights();
  if (!may(command)) return null;
  const reason = fits(command) ? null : text.refusals.sentence('wrong-phase', {});
  return (
    <span className="command console-tip">
      <button type="button" className="button" data-tone={tone} disabled={reason !== null} onClick={onOpen}>
        {label}
      </button>
      {reason === null ? null : <span className="command-reason">{reason}</span>}
    </span>
  );
}
