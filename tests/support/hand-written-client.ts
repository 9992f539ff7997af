import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as LiveKit from 'livekit-client';
import type { Page } from 'playwright-core';

const LIBRARY = createRequire(import.meta.url).resolve('livekit-client');

interface Attempt {
  readonly conference: string;
  /** What the client says that its sound is. */
  readonly source: 'microphone' | 'camera' | 'screen_share_audio' | 'unknown';
  /** Goes on sounding until the page is closed. */
  readonly stay?: boolean;
}

/** The pitch that it sounds. */
export const BY_HAND_HERTZ = 1_500;

export type Outcome = 'published' | 'refused';

/**
 * Somebody at a bridge's machine who writes the code: joins with a valid token of the bridge under another device's
 * name, and publishes a sound without asking the journal. Runs in a page that is signed in.
 */
export async function publishSoundByHand(page: Page, attempt: Attempt): Promise<Outcome> {
  // Through the debugger: the page's own policy would not load a foreign script.
  await page.evaluate(readFileSync(LIBRARY.replace(/\.esm\.mjs$/, '.umd.js'), 'utf8'));
  return page.evaluate(
    async ({ conference, source, stay, hertz }) => {
      const { Room } = (window as unknown as { LivekitClient: typeof LiveKit }).LivekitClient;
      const answer = await fetch(`/api/conferences/${conference}/media-token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ device: 'by-hand' }),
      });
      const { path, token } = (await answer.json()) as { path: string; token: string };
      const room = new Room();
      await room.connect(`${location.origin.replace('http', 'ws')}${path}`, token, { autoSubscribe: false });
      const tone = new AudioContext();
      const outlet = tone.createMediaStreamDestination();
      const oscillator = tone.createOscillator();
      oscillator.frequency.value = hertz;
      oscillator.connect(outlet);
      oscillator.start();
      const [track] = outlet.stream.getAudioTracks();
      if (track === undefined) throw new Error('no sound to publish');
      try {
        await room.localParticipant.publishTrack(track, { source: source as never });
        return 'published';
      } catch {
        return 'refused';
      } finally {
        if (stay !== true) await room.disconnect();
      }
    },
    { ...attempt, hertz: BY_HAND_HERTZ },
  );
}
