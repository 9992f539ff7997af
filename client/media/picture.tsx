import { useEffect, useRef, useState } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { Box } from '../../shared/views/scene.ts';
import { useSelected } from '../sync/use-readable.ts';
import { boxStyle } from './box-style.ts';
import { useMedia } from './media-context.ts';
import type { Layer } from './program-scene.ts';
import type { PictureQuality } from './wanted-pictures.ts';

interface PictureProps {
  readonly bridgeId: BridgeId;
  readonly quality: PictureQuality;
  /** A prepared picture is decoded unseen: `visibility` keeps it running where `display` would stop it. */
  readonly visible: boolean;
  readonly layer?: Layer;
  /** Left out: the whole of what it stands in. */
  readonly box?: Box | undefined;
  readonly onFrames?: ((bridgeId: BridgeId, flowing: boolean) => void) | undefined;
}

/** One bridge's camera. It wishes for the picture as long as it is mounted and shows it as soon as frames come. */
export function Picture({ bridgeId, quality, visible, layer = 'only', box, onFrames }: PictureProps) {
  const { stage } = useMedia();
  const video = useRef<HTMLVideoElement>(null);
  const track = useSelected(stage.received, ({ pictures }) => pictures.get(bridgeId) ?? null);
  const [flowing, setFlowing] = useState(false);
  useEffect(() => stage.wish({ bridgeId, quality }), [stage, bridgeId, quality]);
  useEffect(() => {
    const element = video.current;
    if (track === null || element === null) return;
    track.attach(element);
    return () => {
      track.detach(element);
      setFlowing(false);
    };
  }, [track]);
  useEffect(() => {
    onFrames?.(bridgeId, flowing);
    return () => onFrames?.(bridgeId, false);
  }, [onFrames, bridgeId, flowing]);
  return (
    <video
      ref={video}
      className="picture-video"
      data-bridge={bridgeId}
      data-flowing={flowing}
      data-layer={layer}
      style={{ ...boxStyle(box), visibility: visible ? 'visible' : 'hidden' }}
      autoPlay
      muted
      playsInline
      disablePictureInPicture
      onPlaying={() => setFlowing(true)}
    />
  );
}
