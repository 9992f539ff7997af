import type { Page } from 'playwright-core';

interface Watch {
  longestMs: number;
  lastAt: number;
  frames: number;
}
type Watched = Window & { pictureWatch?: Watch };

/** What stood between two frames of the visible picture since the watch began. */
export interface Gaps {
  readonly longestMs: number;
  readonly frames: number;
}

/** Counts the frames that are drawn, also while nobody asks. */
export const watchGaps = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const watch = { longestMs: 0, lastAt: performance.now(), frames: 0 };
    (window as Watched).pictureWatch = watch;
    const followed = new WeakSet<HTMLVideoElement>();
    const isVisible = (video: HTMLVideoElement) => getComputedStyle(video).visibility === 'visible';
    const follow = (video: HTMLVideoElement): void => {
      video.requestVideoFrameCallback(() => {
        if (isVisible(video)) {
          const now = performance.now();
          watch.longestMs = Math.max(watch.longestMs, now - watch.lastAt);
          watch.lastAt = now;
          watch.frames += 1;
        }
        follow(video);
      });
    };
    const look = (): void => {
      for (const video of document.querySelectorAll<HTMLVideoElement>('video[data-bridge]')) {
        if (!followed.has(video)) follow(video);
        followed.add(video);
      }
    };
    look();
    setInterval(look, 200);
  });

/** The gap that is still open counts too: a picture that has stopped for good is the longest of all. */
export const gapsOf = (page: Page): Promise<Gaps> =>
  page.evaluate(() => {
    const watch = (window as Watched).pictureWatch;
    if (watch === undefined) throw new Error('nobody watches');
    return { longestMs: Math.max(watch.longestMs, performance.now() - watch.lastAt), frames: watch.frames };
  });
