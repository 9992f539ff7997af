import { type RefObject, useEffect, useRef, useState } from 'react';

/** Files that are dropped on a surface; answers whether some are held over it. */
export function useDrop(area: RefObject<HTMLElement | null>, onFiles: (files: FileList) => void): boolean {
  const [over, setOver] = useState(false);
  const latest = useRef(onFiles);
  useEffect(() => {
    latest.current = onFiles;
  }, [onFiles]);
  useEffect(() => {
    const element = area.current;
    const onDrag = (event: DragEvent) => {
      // Else the browser would open the file in place of the screen.
      event.preventDefault();
      setOver(event.type === 'dragover');
      if (event.type === 'drop' && event.dataTransfer !== null) latest.current(event.dataTransfer.files);
    };
    for (const type of ['dragover', 'dragleave', 'drop'] as const) element?.addEventListener(type, onDrag);
    return () => {
      for (const type of ['dragover', 'dragleave', 'drop'] as const) element?.removeEventListener(type, onDrag);
    };
  }, [area]);
  return over;
}
