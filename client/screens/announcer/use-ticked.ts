import { useState } from 'react';
import { useSync } from '../../sync/conference-context.ts';
import { kept, readTicked, type Ticked } from './cue-progress.ts';

/** The ticks of this browser, kept over a reload. */
export function useTicked(): { readonly ticked: Ticked; readonly change: (ticked: Ticked) => void } {
  const sync = useSync();
  const key = `diem-cau-cues-${sync.conference}`;
  const [ticked, setTicked] = useState(() => readTicked(stored(key)));
  const change = (next: Ticked) => {
    setTicked(next);
    try {
      localStorage.setItem(key, kept(sync.main.get().agenda, next));
    } catch {
      // A browser that keeps nothing forgets the ticks at a reload: the announcer makes them again.
    }
  };
  return { ticked, change };
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
