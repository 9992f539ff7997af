import type { Page } from 'playwright-core';
import { z } from 'zod';
import { type RecordingSummary, recordingSummarySchema } from '../../shared/protocol/technical.ts';
import type { HeldConference } from './held-conference.ts';

export async function recordingsOf({ id, secretariat }: HeldConference): Promise<readonly RecordingSummary[]> {
  const path = `/api/conferences/${id}/recordings`;
  return secretariat.http.ask(z.array(recordingSummarySchema), { method: 'GET', path, cookie: secretariat.cookie });
}

export interface Played {
  /** Where the player stood at the end of the file. */
  readonly seconds: number;
  readonly frames: number;
  /** Red, green and blue of the picture's middle, several times a second. */
  readonly middles: readonly (readonly number[])[];
  readonly heardSeconds: number;
  /** Of each pitch, its strength against the strongest of them; all zero where nothing sounds. */
  readonly pitches: readonly number[];
}

/** Plays what lies at `path` to its end in the page's browser, and reads what is decoded. */
export const playToEnd = (page: Page, path: string, hertz: readonly number[]): Promise<Played> =>
  page.evaluate(
    async ([address, candidates]) => {
      const bytes = await (await fetch(address)).arrayBuffer();
      const video = document.createElement('video');
      video.muted = true;
      video.src = URL.createObjectURL(new Blob([bytes], { type: 'video/webm' }));
      video.playbackRate = 4;
      const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
      const middles: number[][] = [];
      const look = setInterval(() => {
        if (context === null || video.readyState < 2) return;
        context.drawImage(video, 0, 0, 16, 9);
        const [r = 0, g = 0, b = 0] = context.getImageData(8, 4, 1, 1).data;
        middles.push([r, g, b]);
      }, 100);
      await new Promise((resolve, reject) => {
        video.addEventListener('ended', resolve);
        video.addEventListener('error', () => reject(new Error(`it does not play: ${video.error?.message ?? ''}`)));
        void video.play();
      });
      clearInterval(look);
      const frames = video.getVideoPlaybackQuality().totalVideoFrames;
      const seconds = video.currentTime;
      const sound = new OfflineAudioContext(1, 1, 48_000);
      const decoded = await sound.decodeAudioData(bytes);
      const samples = decoded.getChannelData(0);
      const strengths = candidates.map((pitch) => {
        const step = 2 * Math.cos((2 * Math.PI * pitch) / decoded.sampleRate);
        let most = 0;
        for (let from = 0; from + 4_800 <= samples.length; from += 4_800) {
          let [one, two] = [0, 0];
          for (let i = from; i < from + 4_800; i++) [one, two] = [(samples[i] ?? 0) + step * one - two, one];
          most = Math.max(most, Math.sqrt(Math.max(0, one * one + two * two - step * one * two)) / 4_800);
        }
        return most;
      });
      const strongest = Math.max(...strengths);
      const pitches = strengths.map((one) => (strongest < 1e-4 ? 0 : one / strongest));
      return { seconds, frames, middles, heardSeconds: decoded.duration, pitches };
    },
    [path, hertz] as const,
  );
