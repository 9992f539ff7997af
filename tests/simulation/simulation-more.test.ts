import { test } from 'vitest';
import { expectSound, seedsFrom } from './expect-sound.ts';

/** In a file of its own: two cores play two thousand seeds in the time of one. */
test('[SIM1] nor of a thousand others', async () => {
  await expectSound(seedsFrom(1_000, 1_000));
}, 1_200_000);
