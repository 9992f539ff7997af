import { helpCalls, talkbackWaiting } from '../../../shared/views/talkback.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useMayEver } from '../../parts/use-may-use.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';

const words = () => text.talkback.console;

/** The way to the talk with the bridges; it says who needs help and what was written before it is pressed. */
export function TalkbackButton() {
  const open = useOpenDialog();
  const may = useMayEver('messageBridges');
  const { help, unread } = useConference(({ messages }) => talkbackWaiting(messages));
  const first = useConference(({ messages }) => helpCalls(messages)[0]?.bridgeId ?? null);
  if (!may) return null;
  const waiting = help + unread > 0;
  return (
    <button
      type="button"
      className="button console-talkback"
      data-tone="plain"
      data-waiting={waiting || undefined}
      title={waiting ? words().waiting(help, unread) : undefined}
      onClick={() => open({ kind: 'talkback', bridgeId: first })}
    >
      {waiting ? <Shape name="look" /> : null}
      <span>{words().open}</span>
      {waiting ? <span aria-hidden="true">{formatCount(help + unread)}</span> : null}
      <span className="unseen" role="status">
        {waiting ? words().waiting(help, unread) : null}
      </span>
    </button>
  );
}
