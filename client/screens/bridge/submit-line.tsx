import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';

interface SubmitProps {
  readonly label: string;
  readonly pending: boolean;
  /** Why it cannot be sent now, whatever is typed. */
  readonly reason?: string | null;
}

/** The press that sends a form, with the reason beside it when it cannot be sent. */
export function SubmitLine({ label, pending, reason = null }: SubmitProps) {
  const said = useCommandsOff() ?? reason;
  return (
    <div className="bridge-actions">
      <button type="submit" className="button" data-tone="primary" disabled={said !== null} aria-busy={pending}>
        {pending ? text.common.sending : label}
      </button>
      {said === null ? null : <span className="command-reason">{said}</span>}
    </div>
  );
}
