import { useEffect, useRef, useState } from 'react';
import { type ReadBadge, readPicture } from '../../parts/badge-text.ts';
import { text } from '../../text/text.ts';
import { HeldStill } from './held-still.ts';
import { QrReader } from './qr-reader.ts';
import { useCamera } from './use-camera.ts';

const words = () => text.kiosk.door;

interface CameraViewProps {
  /** A badge that was held up; null: a code that is none of ours. */
  readonly onRead: (read: ReadBadge | null) => void;
}

/** What the camera sees, and the way to the other one. */
export function CameraView({ onRead }: CameraViewProps) {
  const { status, stream, isMirror, other, again } = useCamera();
  const [isBlind, setBlind] = useState(false);
  const video = useRef<HTMLVideoElement>(null);
  const read = useRef(onRead);
  useEffect(() => {
    read.current = onRead;
  });
  useEffect(() => {
    const element = video.current;
    if (element === null || stream === null) return;
    element.srcObject = stream;
    const held = new HeldStill();
    const reader = new QrReader({
      video: element,
      onText: (said) => {
        if (held.isNew(said, performance.now())) read.current(readPicture(said));
      },
      onFailed: () => setBlind(true),
    });
    return () => reader.close();
  }, [stream]);
  return (
    <div className="kiosk-camera">
      <video ref={video} autoPlay muted playsInline data-mirror={isMirror} aria-label={words().preview} />
      {status === 'live' ? <div className="kiosk-aim" aria-hidden="true" /> : <p>{words().camera[status]}</p>}
      {isBlind ? <p role="alert">{words().readerFailed}</p> : null}
      <button type="button" className="button" onClick={status === 'live' ? other : again}>
        {status === 'live' ? words().otherCamera : words().cameraRetry}
      </button>
    </div>
  );
}
