import { type RefObject, useEffect, useLayoutEffect, useMemo, useState } from 'react';

export interface Letters {
  readonly width: number;
  readonly height: number;
  /** How wide words are at full width, in the wall's own letters. */
  readonly measure: (words: string, size: number, weight: number) => number;
}

/** The wall's size and letters; again when the window changes or a font has come. */
export function useLetters(element: RefObject<HTMLElement | null>): Letters {
  const [size, setSize] = useState(() => ({ width: innerWidth, height: innerHeight, fonts: 0 }));
  const [family, setFamily] = useState('sans-serif');
  useEffect(() => {
    const onSize = () => setSize(({ fonts }) => ({ width: innerWidth, height: innerHeight, fonts }));
    const onFonts = () => setSize((before) => ({ ...before, fonts: before.fonts + 1 }));
    window.addEventListener('resize', onSize);
    document.fonts.addEventListener('loadingdone', onFonts);
    return () => {
      window.removeEventListener('resize', onSize);
      document.fonts.removeEventListener('loadingdone', onFonts);
    };
  }, []);
  useLayoutEffect(() => {
    if (element.current !== null) setFamily(getComputedStyle(element.current).fontFamily);
  }, [element]);
  return useMemo(() => ({ width: size.width, height: size.height, measure: measureIn(family) }), [size, family]);
}

let canvas: CanvasRenderingContext2D | null = null;

const measureIn =
  (family: string): Letters['measure'] =>
  (words, size, weight) => {
    canvas ??= document.createElement('canvas').getContext('2d');
    if (canvas === null) return 0;
    canvas.font = `${weight} ${size}px ${family}`;
    return canvas.measureText(words).width;
  };
