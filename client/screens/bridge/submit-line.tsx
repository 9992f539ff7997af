import { useLine } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

interface SubmitProps {
  readonly label: string;
  readonly pending: boolean;
}

/** The press that sends a form, with the reason beside it when there is no line to send it on. */
export function SubmitLine({ label, pending }: SubmitProps) {
  const online = useLine().status === 'online';
  return (
    <div className="bridge-actions">
      <button type="submit" className="button" data-tone="primary" disabled={!online} aria-busy={pending}>
        {pending ? text.common.sending : label}
      </button>
      {online ? null : <span className="command-reason">{text.common.offlineReason}</span>}
    </div>
  );
}
