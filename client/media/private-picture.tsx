import type { RemoteTrack } from 'livekit-client';
import { useEffect, useRef } from 'react';
import { useReadable } from '../sync/use-readable.ts';
import { text } from '../text/text.ts';
import { useOtherSide, useTalkContext } from './private-talk-context.ts';
import './pictures.css';

const words = () => text.joining.talk;

/** The other side of a line check, as it arrives over the private room. */
export function PrivatePicture({ className = '' }: { readonly className?: string }) {
  const { picture } = useOtherSide();
  return (
    <div className={`picture ${className}`} data-private="theirs" data-seen={picture !== null}>
      {picture === null ? <Nothing sentence={words().noPictureYet} /> : <ArrivedPicture track={picture} />}
    </div>
  );
}

/** What this side shows the other. */
export function PrivateSelfPicture({ className = '' }: { readonly className?: string }) {
  const { joined } = useTalkContext();
  return joined === null ? null : <OwnSide joined={joined} className={className} />;
}

type Joined = NonNullable<ReturnType<typeof useTalkContext>['joined']>;

function OwnSide({ joined, className }: { readonly joined: Joined; readonly className: string }) {
  const { stream, camera } = useReadable(joined.capture.devices);
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream;
  }, [stream]);
  return (
    <div className={`picture ${className}`} data-private="own">
      <video ref={video} className="picture-video" autoPlay muted playsInline disablePictureInPicture />
      {camera === 'live' ? null : <Nothing sentence={words().ownCamera[camera]} />}
    </div>
  );
}

const Nothing = ({ sentence }: { readonly sentence: string }) => (
  <div className="picture-empty">
    <p>{sentence}</p>
  </div>
);

function ArrivedPicture({ track }: { readonly track: RemoteTrack }) {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    track.attach(element);
    return () => {
      track.detach(element);
    };
  }, [track]);
  return <video ref={video} className="picture-video" autoPlay muted playsInline disablePictureInPicture />;
}
