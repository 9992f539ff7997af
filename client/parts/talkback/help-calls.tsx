import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { helpCalls, type StandingHelp } from '../../../shared/views/talkback.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { StateMark } from '../state-mark.tsx';

const words = () => text.talkback.help;

/** What bridges called for by the one key: it stands on top until somebody has helped. */
export function HelpCalls({ onOpen }: { readonly onOpen: (bridgeId: BridgeId) => void }) {
  const help = useConference(({ messages }) => messages.help);
  const calls = useConference(({ messages }) => helpCalls(messages).map(({ bridgeId }) => bridgeId));
  if (help.size === 0) return null;
  return (
    <section className="talkback-help" aria-label={words().heading} role="alert">
      <ul>
        {calls.map((bridgeId) => (
          <HelpLine key={bridgeId} bridgeId={bridgeId} onOpen={() => onOpen(bridgeId)} />
        ))}
      </ul>
    </section>
  );
}

interface HelpLineProps {
  readonly bridgeId: BridgeId;
  readonly onOpen: () => void;
}

function HelpLine({ bridgeId, onOpen }: HelpLineProps) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  const matter = useConference(({ messages }) => matterOf(helpCalls(messages), bridgeId));
  return (
    <li>
      <StateMark tone="look" word={name} className="talkback-help-name" />
      <span className="talkback-help-matter">
        {matter === null ? '' : words().matters[matter]} · <Waiting bridgeId={bridgeId} />
      </span>
      <span className="talkback-presses">
        <button type="button" className="button" aria-label={words().openFor(name)} onClick={onOpen}>
          {words().open}
        </button>
        <CommandButton
          make={() => ({ type: 'settleHelp', bridgeId })}
          label={words().settle}
          name={words().settleFor(name)}
          tone="quiet"
        />
      </span>
    </li>
  );
}

const matterOf = (calls: readonly StandingHelp[], bridgeId: BridgeId) =>
  calls.find((call) => call.bridgeId === bridgeId)?.matter ?? null;

/** Alone in its component, so that a clock is not read out with the alert around it. */
function Waiting({ bridgeId }: { readonly bridgeId: BridgeId }) {
  const now = useServerNow();
  const since = useConference(({ messages }) => helpCalls(messages).find((call) => call.bridgeId === bridgeId)?.since);
  return <span aria-hidden="true">{words().since(formatDuration(Math.max(0, now - (since ?? now))))}</span>;
}
