import { randomBytes } from 'node:crypto';

/** A LiveKit that never answers: for a server whose test needs no pictures. */
export const NO_MEDIA = {
  LIVEKIT_URL: 'ws://127.0.0.1:9',
  LIVEKIT_API_KEY: `DC${randomBytes(8).toString('hex')}`,
  LIVEKIT_API_SECRET: randomBytes(32).toString('hex'),
};
