import { privateTalkOf } from '../../../shared/views/media-plan.ts';
import { PrivateTalk } from '../../media/private-talk.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useCentreCall } from './centre-call.ts';
import { VoiceState } from './voice-state.tsx';

/** The private voice itself, for as long as this page has a part in a call that was answered. */
export function CentreVoice() {
  const { part } = useCentreCall();
  const bridgeId = part?.bridgeId ?? null;
  const isTalking = useConference((state) => bridgeId !== null && privateTalkOf(state, bridgeId)?.kind === 'call');
  if (bridgeId === null || !isTalking) return null;
  return (
    <PrivateTalk bridgeId={bridgeId}>
      <VoiceState />
    </PrivateTalk>
  );
}
