import { type RefObject, useEffect, useRef, useState } from 'react';
import type { StandInProps } from '../../media/program-place.tsx';
import { NoPictureYet } from '../../media/program-stand-in.tsx';
import { useRoomStatus } from '../../media/room-status.ts';
import { useLine } from '../../sync/conference-provider.tsx';
import { LostPicture } from './lost-picture.tsx';
import { type Standing, standingPicture } from './standing-picture.ts';
import { WallBanner } from './wall-banner.tsx';

const LOOK_MS = 250;
const KEEP_EVERY = 4;

/**
 * What stands in for a hall's picture that does not come: its last frame for a while, then the slide, never somebody
 * else's hall. Among other pictures the hall keeps its place with its name.
 */
export function WallStandIn(props: StandInProps) {
  const { alone } = props;
  const canvas = useRef<HTMLCanvasElement>(null);
  const standing = standingNow(props, useStanding(canvas, props));
  return (
    <>
      {standing === 'slide' ? <Slide {...props} /> : null}
      <canvas ref={canvas} className="wall-last" hidden={standing !== 'lastFrame'} />
      {alone ? <LostPicture /> : null}
    </>
  );
}

/**
 * The looks are a quarter of a second apart: not one dark frame before a picture that was prepared, nor a moment longer
 * over one that has come, nor after one that is just gone.
 */
function standingNow({ flowing, soundOnly }: StandInProps, { standing, hasFrame }: Looked): Standing {
  if (soundOnly) return 'slide';
  if (flowing) return 'moving';
  return standing !== 'moving' ? standing : hasFrame ? 'lastFrame' : 'slide';
}

interface Looked {
  readonly standing: Standing;
  /** A frame of the bridge has been kept. */
  readonly hasFrame: boolean;
}

const Slide = (props: StandInProps) => (props.alone ? <WallBanner /> : <NoPictureYet {...props} flowing={false} />);

function useStanding(canvas: RefObject<HTMLCanvasElement | null>, { bridgeId, soundOnly }: StandInProps): Looked {
  const [looked, setLooked] = useState<Looked>({ standing: 'slide', hasFrame: false });
  const offline = useLine().status !== 'online';
  const cutOff = useRoomStatus() !== 'connected' || offline;
  const latest = useRef(cutOff);
  useEffect(() => {
    latest.current = cutOff;
  }, [cutOff]);
  useEffect(() => {
    if (soundOnly) return;
    const surface = canvas.current?.closest('.picture-surface') ?? null;
    let stillSince: number | null = null;
    let hasFrame = false;
    let looks = 0;
    const look = () => {
      const video = surface?.querySelector<HTMLVideoElement>(`video[data-bridge="${bridgeId}"]`) ?? null;
      const flows = video?.dataset['flowing'] === 'true' && video.videoWidth > 0;
      stillSince = flows ? null : (stillSince ?? Date.now());
      if (flows && looks++ % KEEP_EVERY === 0) hasFrame = keep(video, canvas.current) || hasFrame;
      const standing = standingPicture({ now: Date.now(), stillSince, hasFrame, cutOff: latest.current });
      setLooked((before) =>
        before.standing === standing && before.hasFrame === hasFrame ? before : { standing, hasFrame },
      );
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [canvas, bridgeId, soundOnly]);
  return looked;
}

/** Half the width is enough for a picture that stands still for a while, and costs a quarter. */
function keep(video: HTMLVideoElement, canvas: HTMLCanvasElement | null): boolean {
  const context = canvas?.getContext('2d', { alpha: false }) ?? null;
  if (canvas === null || context === null) return false;
  const width = Math.min(960, video.videoWidth);
  const height = Math.round((width * video.videoHeight) / video.videoWidth);
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
  context.drawImage(video, 0, 0, width, height);
  return true;
}
