import { useEffect, useRef } from 'react';
import { type CaptureStatus, useOwnLevel } from '../../media/own-capture.ts';
import { text } from '../../text/text.ts';

const words = () => text.bridge.own;

interface PictureProps {
  readonly stream: MediaStream | null;
  readonly status: CaptureStatus;
}

/** What the own camera sees. */
export function OwnPicture({ stream, status }: PictureProps) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className="bridge-own-picture">
      <video ref={video} autoPlay muted playsInline disablePictureInPicture aria-label={words().preview} />
      {status === 'live' ? null : <p>{withoutPicture(status)}</p>}
    </div>
  );
}

function withoutPicture(status: Exclude<CaptureStatus, 'live'>): string {
  if (status === 'off') return text.joining.own.off;
  return status === 'starting' ? words().camera.starting : words().noPicture;
}

/** Alone in its component: ten times a second nothing else is drawn. */
export function LevelMeter() {
  const level = useOwnLevel();
  return (
    <div
      className="bridge-meter"
      role="meter"
      aria-label={words().level}
      aria-valuemin={0}
      aria-valuemax={1}
      aria-valuenow={level}
    >
      <div style={{ transform: `scaleX(${level})` }} />
    </div>
  );
}
