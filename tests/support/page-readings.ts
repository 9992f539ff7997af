import type { Page } from 'playwright-core';
import { COLOURS, type Colour } from './fake-devices.ts';

/** The picture that a person before the screen sees now, read from decoded pixels. */
export interface SeenPicture {
  readonly bridgeId: string;
  readonly colour: Colour;
}

/** Null when no picture is visible, or the visible one has not decoded a frame. */
export async function seenPicture(page: Page): Promise<SeenPicture | null> {
  const seen = await page.evaluate(() => {
    const videos = [...document.querySelectorAll<HTMLVideoElement>('video[data-bridge]:not([data-layer=beneath])')];
    const video = videos.find((one) => getComputedStyle(one).visibility === 'visible' && one.videoWidth > 0);
    const context = document.createElement('canvas').getContext('2d');
    if (video === undefined || context === null) return null;
    context.drawImage(video, 0, 0, 16, 9);
    const [r = 0, g = 0, b = 0] = context.getImageData(8, 4, 1, 1).data;
    return { bridgeId: video.dataset['bridge'] ?? '', rgb: [r, g, b] };
  });
  return seen === null ? null : { bridgeId: seen.bridgeId, colour: nearest(seen.rgb) };
}

function nearest(rgb: readonly number[]): Colour {
  const distance = (colour: Colour): number =>
    COLOURS[colour].reduce((sum, part, i) => sum + (part - (rgb[i] ?? 0)) ** 2, 0);
  const [first = 'red', ...others] = Object.keys(COLOURS) as Colour[];
  return others.reduce((best, colour) => (distance(colour) < distance(best) ? colour : best), first);
}

/** The bridge whose decoded picture is visible, whatever it shows. */
export const visibleBridge = async (page: Page): Promise<string | null> => (await seenPicture(page))?.bridgeId ?? null;

/** Whether the visible picture shows so many new frames within the time. */
export const showsNewFrames = (page: Page, frames: number, withinMs: number): Promise<boolean> =>
  page.evaluate(
    async ([wanted, ms]) => {
      const pause = () => new Promise((resolve) => setTimeout(resolve, 100));
      const visible = () =>
        [...document.querySelectorAll<HTMLVideoElement>('video[data-bridge]:not([data-layer=beneath])')].find(
          (one) => getComputedStyle(one).visibility === 'visible',
        );
      const deadline = performance.now() + ms;
      for (let seen = 0; seen < wanted; ) {
        if (performance.now() > deadline) return false;
        const video = visible();
        // Never awaits nothing: a loop without a pause would leave the page no turn to show a picture in.
        const drawn = new Promise((resolve) => video?.requestVideoFrameCallback(() => resolve(true)));
        if ((await Promise.race([drawn, pause()])) === true) seen += 1;
      }
      return true;
    },
    [frames, withinMs] as const,
  );

/** Which of these pitches sound from the page within the time; the edges of one beep do not count as another. */
export const heardPitches = (page: Page, candidates: readonly number[], listenMs: number): Promise<number[]> =>
  page.evaluate(
    async ([pitches, ms]) => {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 4_096;
      for (const element of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
        const sound = element.srcObject instanceof MediaStream ? element.srcObject.getAudioTracks() : [];
        if (element.muted || sound.length === 0) continue;
        context.createMediaStreamSource(new MediaStream(sound)).connect(analyser);
      }
      const bins = new Float32Array(analyser.frequencyBinCount);
      const peaks = pitches.map(() => Number.NEGATIVE_INFINITY);
      for (const end = performance.now() + ms; performance.now() < end; ) {
        await new Promise((resolve) => setTimeout(resolve, 20));
        analyser.getFloatFrequencyData(bins);
        pitches.forEach((hertz, i) => {
          const bin = Math.round((hertz * analyser.fftSize) / context.sampleRate);
          peaks[i] = Math.max(peaks[i] ?? 0, ...bins.slice(bin - 1, bin + 2));
        });
      }
      await context.close();
      const SILENT_DB = -60;
      const floor = Math.max(SILENT_DB, Math.max(...peaks) - 20);
      return pitches.filter((_, i) => (peaks[i] ?? SILENT_DB) > floor);
    },
    [candidates, listenMs] as const,
  );

/**
 * Milliseconds until this pitch sounds from the page; null: not within the time. Elements and tracks that come later
 * are listened to as well.
 */
export const timeToSound = (page: Page, hertz: number, withinMs: number): Promise<number | null> =>
  page.evaluate(
    async ([pitch, ms]) => {
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      analyser.fftSize = 2_048;
      const listened = new Set<string>();
      const listenToAll = () => {
        for (const element of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
          const sound = element.srcObject instanceof MediaStream ? element.srcObject.getAudioTracks() : [];
          for (const track of element.muted ? [] : sound) {
            if (listened.has(track.id) || track.readyState === 'ended') continue;
            listened.add(track.id);
            context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
          }
        }
      };
      const bins = new Float32Array(analyser.frequencyBinCount);
      const bin = Math.round((pitch * analyser.fftSize) / context.sampleRate);
      const begun = performance.now();
      const SILENT_DB = -60;
      let after: number | null = null;
      while (after === null && performance.now() - begun < ms) {
        listenToAll();
        await new Promise((resolve) => setTimeout(resolve, 20));
        analyser.getFloatFrequencyData(bins);
        if (Math.max(...bins.slice(bin - 1, bin + 2)) > SILENT_DB) after = performance.now() - begun;
      }
      await context.close();
      return after;
    },
    [hertz, withinMs] as const,
  );

/** Milliseconds until the visible picture has shown so many new frames; null: not within the time. */
export async function timeToFrames(page: Page, frames: number, withinMs: number): Promise<number | null> {
  const begun = performance.now();
  return (await showsNewFrames(page, frames, withinMs)) ? performance.now() - begun : null;
}
