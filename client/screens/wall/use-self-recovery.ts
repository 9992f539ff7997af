import { type RefObject, useEffect, useRef } from 'react';
import { useRoomStatus } from '../../media/room-status.ts';
import { useLine, useMediaState } from '../../sync/conference-provider.tsx';
import { reloadWhenServed } from '../../sync/reload.ts';
import { stuckBy } from './vitals.ts';

const LOOK_MS = 5_000;
const LAST = 'diemcau.wallReloadedForPictureAt';

/** Looks after the page itself: whatever has been stuck for a minute is loaded again, once the server answers. */
export function useSelfRecovery(root: RefObject<HTMLElement | null>): void {
  const offline = useLine().status !== 'online';
  const room = useRoomStatus();
  const mediaReady = useMediaState()?.state === 'ready';
  const signs = useRef({ offline, room, mediaReady });
  useEffect(() => {
    signs.current = { offline, room, mediaReady };
  }, [offline, room, mediaReady]);
  useEffect(() => {
    let lookedAt = Date.now();
    let offlineSince: number | null = null;
    let still: Still = { since: null, frames: -1 };
    let reloading = false;
    const look = () => {
      const now = Date.now();
      offlineSince = signs.current.offline ? (offlineSince ?? now) : null;
      still = signs.current.mediaReady
        ? lookAtPicture(root.current, signs.current.room === 'connected', still, now)
        : MOVES;
      const reloadedForPictureAt = Number(sessionStorage.getItem(LAST) ?? 0);
      const stuck = stuckBy({ now, lookedAt, offlineSince, stillSince: still.since, reloadedForPictureAt });
      lookedAt = now;
      if (stuck === null || reloading) return;
      reloading = true;
      if (stuck === 'picture') sessionStorage.setItem(LAST, String(now));
      void reloadWhenServed(stuck);
    };
    const timer = setInterval(look, LOOK_MS);
    return () => clearInterval(timer);
  }, [root]);
}

interface Still {
  readonly since: number | null;
  readonly frames: number;
}

const MOVES: Still = { since: null, frames: -1 };

/** A room that cannot be joined counts as a still picture; a bridge without a camera does not: there is none to move. */
function lookAtPicture(root: HTMLElement | null, joined: boolean, before: Still, now: number): Still {
  if (!joined) return { since: before.since ?? now, frames: -1 };
  const videos = root === null ? [] : shownVideos(root);
  if (videos.length === 0) return MOVES;
  const frames = videos.reduce((sum, video) => sum + video.getVideoPlaybackQuality().totalVideoFrames, 0);
  return { since: frames === before.frames ? (before.since ?? now) : null, frames };
}

/** The halls that are seen; of several one that moves is enough. A shared screen may rightly stand still for an hour. */
const shownVideos = (root: HTMLElement): readonly HTMLVideoElement[] =>
  [...root.querySelectorAll<HTMLVideoElement>('video[data-bridge]')].filter(
    ({ style, srcObject, videoWidth }) => style.visibility !== 'hidden' && srcObject !== null && videoWidth > 0,
  );
