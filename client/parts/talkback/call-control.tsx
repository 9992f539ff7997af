import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import { kindOfDevice } from '../../../shared/domain/lines/device.ts';
import { type Call, callOf, ringEndsAt } from '../../../shared/domain/messages/message.ts';
import { hasMedia } from '../../../shared/views/media-plan.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { formatDuration, formatTime } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { Shape } from '../shape.tsx';
import { useCentreCall } from './centre-call.ts';

const words = () => text.talkback.call;

/** The second and third step of the ladder: ring the bridge, then talk with it in private. */
export function CallControl({ bridge }: { readonly bridge: Bridge }) {
  const call = useConference(({ messages }) => callOf(messages, bridge.bridgeId));
  switch (call?.stage.status) {
    case 'ringing':
      return <Ringing bridge={bridge} call={call} />;
    case 'talking':
      return <Talking bridge={bridge} call={call} stage={call.stage} />;
    default:
      return <Rest bridge={bridge} call={call} />;
  }
}

interface RestProps {
  readonly bridge: Bridge;
  readonly call: Call | undefined;
}

function Rest({ bridge: { bridgeId, shortName, link }, call }: RestProps) {
  const { onRung } = useCentreCall();
  const media = useConference(hasMedia);
  const stage = call?.stage;
  return (
    <div className="talkback-call">
      <CommandButton
        make={() => ({ type: 'ringBridge', bridgeId })}
        label={words().ring}
        name={words().ringFor(shortName)}
        tone="primary"
        disabledReason={media ? null : words().mediaOff}
        onAccepted={() => onRung(bridgeId)}
      />
      {link.status === 'online' ? null : <p className="talkback-small">{words().offline}</p>}
      {stage?.status === 'over' ? (
        <p className="talkback-small">
          {words().last(formatTime(call?.since ?? stage.at), words().endings[stage.ending])}
        </p>
      ) : null}
    </div>
  );
}

interface OpenProps {
  readonly bridge: Bridge;
  readonly call: Call;
}

function Ringing({ bridge: { bridgeId }, call }: OpenProps) {
  const left = useSecondsLeft(call);
  return (
    <div className="talkback-call" data-open>
      <p className="talkback-state">
        <Shape name="next" /> {words().ringing(left)}
      </p>
      <CommandButton make={() => ({ type: 'endCall', bridgeId, callId: call.callId })} label={words().stop} />
    </div>
  );
}

/** A clock that is a moment ahead of the server's does not count below nothing. */
function useSecondsLeft(call: Call): string {
  const now = useServerNow();
  return String(Math.max(0, Math.ceil((ringEndsAt(call) - now) / 1_000)));
}

interface TalkingProps extends OpenProps {
  readonly stage: Extract<Call['stage'], { status: 'talking' }>;
}

function Talking({ bridge: { bridgeId }, call, stage }: TalkingProps) {
  const { part, join } = useCentreCall();
  const now = useServerNow();
  const device = kindOfDevice(stage.device) === 'phone' ? words().withPhone : words().withHall;
  return (
    <div className="talkback-call" data-open>
      <p className="talkback-state">
        <Shape name="live" /> {words().talking(formatDuration(Math.max(0, now - stage.since)))} {device}
      </p>
      <p className="talkback-small">{words().privately}</p>
      {part?.bridgeId === bridgeId ? null : (
        <div className="talkback-presses">
          <button type="button" className="button" data-tone="primary" onClick={() => join(bridgeId, call.callId)}>
            {words().join}
          </button>
          <CommandButton make={() => ({ type: 'endCall', bridgeId, callId: call.callId })} label={words().end} />
        </div>
      )}
    </div>
  );
}
