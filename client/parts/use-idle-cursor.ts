import { useEffect, useState } from 'react';

const IDLE_MS = 1_000;

/** True while nobody moves the mouse: the wall then shows no cursor. */
export function useIdleCursor(): boolean {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const rest = () => setTimeout(() => setIdle(true), IDLE_MS);
    let timer = rest();
    const onMove = () => {
      clearTimeout(timer);
      timer = rest();
      setIdle(false);
    };
    window.addEventListener('pointermove', onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', onMove);
    };
  }, []);
  return idle;
}
