import { useEffect, useState } from 'react';
import { useMedia } from '../../media/media-context.ts';
import { useOwnDevices } from '../../media/own-capture.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { OwnPicture } from '../bridge/own-picture.tsx';

const words = () => text.talkback.phone.preview;

/**
 * What this phone would send, before it is sent: the picture stands here while it is looked at and as long as it is the
 * hall's. Only by a press: a camera that runs in a pocket all day empties it.
 */
export function CameraPreview() {
  const { capture } = useMedia();
  const { camera, stream, retry } = useOwnDevices();
  const [looks, setLooks] = useState(false);
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  const wants = looks && !classified;
  useEffect(() => (wants ? capture.want({ camera: true }) : undefined), [capture, wants]);
  useEffect(() => {
    const leave = () => {
      if (document.visibilityState === 'hidden') setLooks(false);
    };
    document.addEventListener('visibilitychange', leave);
    return () => document.removeEventListener('visibilitychange', leave);
  }, []);
  if (classified) return null;
  const failed = camera === 'missing' || camera === 'refused';
  return (
    <div className="phone-preview">
      {camera === 'off' ? null : <OwnPicture stream={stream} status={camera} />}
      {looks && failed ? (
        <p role="alert">
          <Shape name="look" /> {text.joining.takeOver.picture[camera]}{' '}
          <button type="button" className="button" data-tone="quiet" onClick={retry}>
            {text.bridge.own.retry}
          </button>
        </p>
      ) : null}
      <button type="button" className="button" data-tone="plain" aria-pressed={looks} onClick={() => setLooks(!looks)}>
        {looks ? words().hide : words().show}
      </button>
    </div>
  );
}
