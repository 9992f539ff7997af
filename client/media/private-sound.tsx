import { useEffect } from 'react';
import { useReadable } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import type { PrivateRoom } from './private-room.ts';
import { useOtherSide } from './private-talk-context.ts';
import { RemoteSound } from './remote-sound.tsx';

/** Plays the other side of the private talk, and says so where the browser waits for a press. */
export function PrivateSound({ joined }: { readonly joined: PrivateRoom }) {
  const { room, capture, theirs } = joined;
  const { sounds } = useOtherSide();
  const { chosenSpeaker } = useReadable(capture.devices);
  const blocked = useReadable(room.soundBlocked);
  const first = sounds[0] ?? null;
  useEffect(() => {
    theirs.listenTo(first?.mediaStreamTrack ?? null);
    return () => theirs.listenTo(null);
  }, [theirs, first]);
  useEffect(() => {
    if (!blocked) return;
    const unblock = () => void room.unblockSound();
    window.addEventListener('pointerdown', unblock);
    window.addEventListener('keydown', unblock);
    return () => {
      window.removeEventListener('pointerdown', unblock);
      window.removeEventListener('keydown', unblock);
    };
  }, [blocked, room]);
  return (
    <>
      {sounds.map((track) => (
        <RemoteSound key={track.sid} track={track} muted={false} speaker={chosenSpeaker} />
      ))}
      {blocked ? (
        <button
          type="button"
          className="button sound-gate"
          data-tone="primary"
          onClick={() => void room.unblockSound()}
        >
          {text.media.unblockSound}
        </button>
      ) : null}
    </>
  );
}
