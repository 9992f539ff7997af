import { useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Beyond the edges, so that a quick scroll shows rows and no gaps. */
const BESIDE = 6;

export interface RowWindow {
  readonly list: (element: HTMLElement | null) => void;
  readonly from: number;
  readonly to: number;
  readonly onScroll: () => void;
  /** Brings a row into view. */
  readonly show: (index: number) => void;
  /** How many rows fit. */
  readonly page: () => number;
}

/** Of a list of thousands only the rows in view are drawn; all have the same height. */
export function useWindow(count: number, rowHeight: number): RowWindow {
  const element = useRef<HTMLElement | null>(null);
  const [range, setRange] = useState({ from: 0, to: 40 });
  const look = useCallback(() => {
    const list = element.current;
    if (list === null) return;
    const from = Math.max(0, Math.floor(list.scrollTop / rowHeight) - BESIDE);
    const to = Math.ceil((list.scrollTop + list.clientHeight) / rowHeight) + BESIDE;
    setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
  }, [rowHeight]);
  useLayoutEffect(look);
  useLayoutEffect(() => {
    const list = element.current;
    if (list === null) return;
    const sizes = new ResizeObserver(look);
    sizes.observe(list);
    return () => sizes.disconnect();
  }, [look]);
  const hold = useCallback((list: HTMLElement | null) => {
    element.current = list;
  }, []);
  const show = (index: number) => {
    const list = element.current;
    if (list === null) return;
    const top = index * rowHeight;
    if (top < list.scrollTop) list.scrollTop = top;
    else if (top + rowHeight > list.scrollTop + list.clientHeight) list.scrollTop = top + rowHeight - list.clientHeight;
  };
  const page = () => Math.max(1, Math.floor((element.current?.clientHeight ?? rowHeight) / rowHeight) - 1);
  return { list: hold, from: Math.min(range.from, count), to: Math.min(range.to, count), onScroll: look, show, page };
}
