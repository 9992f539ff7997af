import type { BridgeId } from '../../../../shared/domain/ids.ts';
import { type Call, callOf } from '../../../../shared/domain/messages/message.ts';
import { TOLD_MS } from '../../../../shared/views/talkback.ts';
import { useMedia } from '../../../media/media-context.ts';
import { formatDuration, formatTime } from '../../../parts/clock-text.ts';
import { CommandButton } from '../../../parts/command-button.tsx';
import { Shape } from '../../../parts/shape.tsx';
import { VoiceState } from '../../../parts/talkback/voice-state.tsx';
import { useConference } from '../../../sync/conference-provider.tsx';
import { useServerNow } from '../../../sync/server-clock.ts';
import { text } from '../../../text/text.ts';
import { useOwnMessages } from './own-messages.ts';
import { isHeardByAll, ringShown } from './ring-view.ts';

const words = () => text.talkback.ring;

/** The call as this machine stands to it: rung and not to be answered here, talking here or elsewhere, missed. */
export function TalkState({ own }: { readonly own: BridgeId }) {
  const messages = useOwnMessages();
  const isHeard = useConference((state) => isHeardByAll(state, own));
  const kind = useMedia().kind ?? 'hall';
  const now = useServerNow();
  const call = callOf(messages, own);
  if (call === undefined) return null;
  const { stage } = call;
  if (stage.status === 'talking') return <Talking own={own} call={call} stage={stage} now={now} isHeard={isHeard} />;
  if (ringShown({ messages, isHeard, own, kind, now })?.how === 'quiet') {
    return (
      <article className="talk-card" data-asks role="status">
        <p className="talk-card-head">
          <Shape name="look" /> <strong>{words().title}</strong>
        </p>
        <p className="talk-card-text">{words().heard}</p>
      </article>
    );
  }
  const missed = stage.status === 'over' && stage.ending === 'missed' && now - stage.at < TOLD_MS;
  return missed ? (
    <p className="talk-missed">
      <Shape name="look" /> {words().missed(formatTime(call.since))}
    </p>
  ) : null;
}

interface TalkingProps {
  readonly own: BridgeId;
  readonly call: Call;
  readonly stage: Extract<Call['stage'], { status: 'talking' }>;
  readonly now: number;
  readonly isHeard: boolean;
}

function Talking({ own, call, stage, now, isHeard }: TalkingProps) {
  const { device, kind } = useMedia();
  const length = formatDuration(Math.max(0, now - stage.since));
  if (stage.device !== device) {
    return (
      <p className="talk-missed" data-calm>
        <Shape name="live" /> {words().elsewhere(length)}
      </p>
    );
  }
  const isHeld = isHeard && kind !== 'phone';
  return (
    <article className="talk-card" data-talking>
      <p className="talk-card-head">
        <Shape name="live" /> <strong>{words().talking(length)}</strong>
      </p>
      <p className="talk-card-text">{isHeld ? words().held : words().privately}</p>
      {isHeld ? null : <VoiceState />}
      <p className="talk-presses">
        <CommandButton
          make={() => ({ type: 'endCall', bridgeId: own, callId: call.callId })}
          label={words().end}
          tone="primary"
        />
      </p>
    </article>
  );
}
