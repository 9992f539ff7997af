import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Source } from '../../../shared/domain/onair/onair.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import { useLine } from '../../sync/conference-provider.tsx';
import { type Standing, standingPicture } from './standing-picture.ts';
import { WallBanner } from './wall-banner.tsx';

const LOOK_MS = 250;
const KEEP_EVERY = 4;

interface FallbackProps {
  readonly root: RefObject<HTMLElement | null>;
  readonly shown: Source;
}

/** The slide, and whatever stands in for a picture that does not come: never a sentence, never somebody else's hall. */
export function PictureFallback({ root, shown }: FallbackProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const bridgeId = shown.kind === 'bridge' ? shown.bridgeId : null;
  const standing = useStanding(root, canvas, bridgeId);
  return (
    <>
      {standing === 'dark' ? <div className="wall-dark" /> : null}
      {bridgeId === null || standing === 'slide' ? <WallBanner /> : null}
      <canvas ref={canvas} className="wall-last" hidden={bridgeId === null || standing !== 'lastFrame'} />
    </>
  );
}

function useStanding(
  root: RefObject<HTMLElement | null>,
  canvas: RefObject<HTMLCanvasElement | null>,
  bridgeId: string | null,
): Standing {
  const [standing, setStanding] = useState<Standing>('dark');
  const offline = useLine().status !== 'online';
  const cutOff = useRoomStatus() !== 'connected' || offline;
  const latest = useRef(cutOff);
  useEffect(() => {
    latest.current = cutOff;
  }, [cutOff]);
  useEffect(() => {
    if (bridgeId === null) return;
    let stillSince: number | null = null;
    let hasFrame = false;
    let looks = 0;
    const look = () => {
      const video = root.current?.querySelector<HTMLVideoElement>(`video[data-bridge="${bridgeId}"]`) ?? null;
      const flows = video?.dataset['flowing'] === 'true' && video.videoWidth > 0;
      stillSince = flows ? null : (stillSince ?? Date.now());
      if (flows && looks++ % KEEP_EVERY === 0) hasFrame = keep(video, canvas.current) || hasFrame;
      setStanding(standingPicture({ now: Date.now(), stillSince, hasFrame, cutOff: latest.current }));
    };
    look();
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [root, canvas, bridgeId]);
  return standing;
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
