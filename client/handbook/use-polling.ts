import { useEffect } from 'react';
import type { Book } from './book.ts';

const EVERY_MS = 5_000;
/** A hall opens the handbook in one minute: spread, its questions do not come in one beat for ever. */
const SPREAD_MS = 1_000;

/** Asks while somebody looks; a phone in a pocket asks nothing. */
export function usePolling(book: Book): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isLeft = false;
    const isSeen = () => document.visibilityState === 'visible';
    const later = () => {
      clearTimeout(timer);
      if (isLeft || !isSeen()) return;
      timer = setTimeout(() => void book.refresh().then(later), EVERY_MS + Math.random() * SPREAD_MS);
    };
    const soon = () => {
      if (isSeen()) void book.refresh().then(later);
      else clearTimeout(timer);
    };
    void book.open().then(later);
    window.addEventListener('online', soon);
    document.addEventListener('visibilitychange', soon);
    return () => {
      isLeft = true;
      clearTimeout(timer);
      window.removeEventListener('online', soon);
      document.removeEventListener('visibilitychange', soon);
    };
  }, [book]);
}
