import type { RemoteTrack } from 'livekit-client';
import { useEffect, useRef } from 'react';

interface RemoteSoundProps {
  readonly track: RemoteTrack;
  readonly muted: boolean;
  /** The chosen loudspeaker; null: the system's own. */
  readonly speaker: string | null;
}

/** One sound that arrived, on the loudspeaker. */
export function RemoteSound({ track, muted, speaker }: RemoteSoundProps) {
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
    if (speaker !== null && audio.current?.setSinkId !== undefined) {
      audio.current.setSinkId(speaker).catch(() => undefined);
    }
  }, [speaker, track]);
  // biome-ignore lint/a11y/useMediaCaption: live speech has no captions yet
  return <audio ref={audio} autoPlay />;
}
