import { talkbackWaiting } from '../../../shared/views/talkback.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { Shape } from '../shape.tsx';

/** Beside the name of a panel that may be closed: a call for help must not wait until somebody opens it. */
export function WaitingMark() {
  const { help, unread } = useConference(({ messages }) => talkbackWaiting(messages));
  if (help + unread === 0) return null;
  const words = text.talkback.console.waiting(help, unread);
  return (
    <span className="talkback-waiting" title={words}>
      <Shape name="look" /> <span aria-hidden="true">{formatCount(help + unread)}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}
