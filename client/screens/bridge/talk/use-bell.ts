import { useEffect, useState } from 'react';
import { RingSound } from './ring-sound.ts';

/** Rings while it should, and falls silent with the page. */
export function useBell(rings: boolean, vibrates: boolean): RingSound {
  const [bell] = useState(() => new RingSound());
  useEffect(() => {
    if (!rings) return;
    bell.start(vibrates);
    return () => bell.stop();
  }, [bell, rings, vibrates]);
  useEffect(() => () => bell.close(), [bell]);
  return bell;
}
