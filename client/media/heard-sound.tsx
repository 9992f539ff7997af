import type { RemoteTrack } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { receptionOf } from '../../shared/views/media-plan.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { useReadable } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import { useMedia } from './media-context.ts';
import { useSoundBlocked } from './room-status.ts';

interface HeardSoundProps {
  readonly muted?: boolean;
  /** Draws no press when the browser blocks sound; any press on the page opens it all the same. */
  readonly silentWhenBlocked?: boolean;
}

/** Plays the open microphones of the others. */
export function HeardSound({ muted = false, silentWhenBlocked = false }: HeardSoundProps) {
  const { stage, own } = useMedia();
  const heard = useConference((state) => receptionOf(state, own).heard);
  const { sounds } = useReadable(stage.received);
  const tracks = heard.flatMap((bridgeId) => sounds.get(bridgeId) ?? []);
  return (
    <>
      {tracks.map((track) => (
        <Sound key={track.sid} track={track} muted={muted} />
      ))}
      {muted ? null : <SoundGate drawn={!silentWhenBlocked} />}
    </>
  );
}

function Sound({ track, muted }: { readonly track: RemoteTrack; readonly muted: boolean }) {
  const { capture } = useMedia();
  const { chosenSpeaker } = useReadable(capture.devices);
  const audio = useRef<HTMLAudioElement>(null);
  useEffect(() => {
    const element = audio.current;
    if (element === null) return;
    track.attach(element);
    return () => {
      track.detach(element);
    };
  }, [track]);
  useEffect(() => {
    if (audio.current !== null) audio.current.muted = muted;
  }, [muted, track]);
  useEffect(() => {
    // A speaker that is gone, or a browser without the choice: the system's own speaker plays.
    if (chosenSpeaker !== null && audio.current?.setSinkId !== undefined) {
      audio.current.setSinkId(chosenSpeaker).catch(() => undefined);
    }
  }, [chosenSpeaker, track]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no captions yet
  return <audio ref={audio} autoPlay />;
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
