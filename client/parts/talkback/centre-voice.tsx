import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { privateTalkOf } from '../../../shared/views/media-plan.ts';
import { PrivateTalk } from '../../media/private-talk.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { CommandButton } from '../command-button.tsx';
import { type OwnPart, useCentreCall } from './centre-call.ts';
import { VoiceState } from './voice-state.tsx';

const words = () => text.talkback.call;

/** The private voice itself, for as long as this page has a part in a call that was answered. */
export function CentreVoice() {
  const { part } = useCentreCall();
  const bridgeId = part?.bridgeId ?? null;
  const isTalking = useConference((state) => bridgeId !== null && privateTalkOf(state, bridgeId)?.kind === 'call');
  return part !== null && isTalking ? <Voice part={part} /> : null;
}

/** Stands over whatever thread is read meanwhile: nobody forgets an open microphone. */
function Voice({ part: { bridgeId, callId } }: { readonly part: OwnPart }) {
  const name = useConference(({ bridges }) => bridgeOf(bridges, bridgeId)?.shortName ?? '');
  return (
    <PrivateTalk bridgeId={bridgeId}>
      <section className="talkback-own-call" aria-label={words().with(name)}>
        <strong>{words().with(name)}</strong>
        <VoiceState />
        <CommandButton
          make={() => (callId === null ? null : { type: 'endCall', bridgeId, callId })}
          label={words().end}
        />
      </section>
    </PrivateTalk>
  );
}
