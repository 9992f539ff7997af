import { useEffect } from 'react';
import { heardBy } from '../../shared/views/media-plan.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { useReadable } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import { useMedia } from './media-context.ts';
import { RemoteSound } from './remote-sound.tsx';
import { useSoundBlocked } from './room-status.ts';

interface HeardSoundProps {
  readonly muted?: boolean;
  /** Draws no press when the browser blocks sound; any press on the page opens it all the same. */
  readonly silentWhenBlocked?: boolean;
}

/** Plays the open microphones of the others. */
export function HeardSound({ muted = false, silentWhenBlocked = false }: HeardSoundProps) {
  const { stage, own, capture } = useMedia();
  const heard = useConference((state) => heardBy(state, own));
  const { sounds } = useReadable(stage.received);
  const { chosenSpeaker } = useReadable(capture.devices);
  const tracks = heard.flatMap((bridgeId) => sounds.get(bridgeId) ?? []);
  return (
    <>
      {tracks.map((track) => (
        <RemoteSound key={track.sid} track={track} muted={muted} speaker={chosenSpeaker} />
      ))}
      {muted ? null : <SoundGate drawn={!silentWhenBlocked} />}
    </>
  );
}

/** A browser plays nothing before the first press: the first press anywhere opens the sound. */
function SoundGate({ drawn }: { readonly drawn: boolean }) {
  const { blocked, unblock } = useSoundBlocked();
  useEffect(() => {
    if (!blocked) return;
    window.addEventListener('pointerdown', unblock);
    window.addEventListener('keydown', unblock);
    return () => {
      window.removeEventListener('pointerdown', unblock);
      window.removeEventListener('keydown', unblock);
    };
  }, [blocked, unblock]);
  if (!blocked || !drawn) return null;
  return (
    <button type="button" className="button sound-gate" data-tone="primary" onClick={unblock}>
      {text.media.unblockSound}
    </button>
  );
}
