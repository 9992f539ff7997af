import { useEffect } from 'react';

const enter = () => document.documentElement.requestFullscreen({ navigationUI: 'hide' }).catch(() => undefined);

/** A click enters full screen, the key F enters and leaves. A browser that refuses leaves the wall as it is. */
export function useFullscreen(): void {
  useEffect(() => {
    const onClick = () => {
      if (document.fullscreenElement === null) void enter();
    };
    const onKey = ({ key, repeat, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      if (repeat || ctrlKey || metaKey || altKey || key.toLowerCase() !== 'f') return;
      void (document.fullscreenElement === null ? enter() : document.exitFullscreen());
    };
    window.addEventListener('click', onClick);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('click', onClick);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
}
