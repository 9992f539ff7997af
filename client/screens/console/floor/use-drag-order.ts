import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { dropAnchor, type RowBox } from '../move-one.ts';

interface Dragging<T extends string> {
  readonly id: T;
  /** Before whom it would fall now; null: at the end; undefined: where it is. */
  readonly before: T | null | undefined;
}

export interface DragOrder<T extends string> {
  readonly dragging: Dragging<T> | null;
  readonly handleProps: (id: T) => {
    readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
    readonly onPointerCancel: () => void;
  };
}

/** So near to the edge of its list a dragged row scrolls it. */
const EDGE_PX = 36;
const STEP_PX = 14;

/**
 * Rows taken by a handle, with the mouse or a finger. Rows are measured where they stand at each movement, so somebody
 * who joins the list in the meantime disturbs nothing; the drop says before whom, never a number.
 */
export function useDragOrder<T extends string>(
  list: RefObject<HTMLElement | null>,
  ids: readonly T[],
  onDrop: (id: T, before: T | null) => void,
): DragOrder<T> {
  const [dragging, setDragging] = useState<Dragging<T> | null>(null);
  const grabbed = useRef<T | null>(null);
  const stop = () => {
    grabbed.current = null;
    setDragging(null);
  };
  useEscape(dragging !== null, stop);
  const boxes = (): readonly RowBox<T>[] =>
    ids.flatMap((id) => {
      const row = list.current?.querySelector(`[data-row="${CSS.escape(id)}"]`);
      if (row == null) return [];
      const { top, bottom } = row.getBoundingClientRect();
      return [{ id, top, bottom }];
    });
  return {
    dragging,
    handleProps: (id) => ({
      onPointerDown: (event) => {
        if (event.button !== 0) return;
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        grabbed.current = id;
        setDragging({ id, before: undefined });
      },
      onPointerMove: ({ clientY }) => {
        if (grabbed.current !== id) return;
        scrollNear(list.current, clientY);
        setDragging({ id, before: dropAnchor(boxes(), id, clientY) });
      },
      onPointerUp: ({ clientY }) => {
        if (grabbed.current !== id) return;
        const before = dropAnchor(boxes(), id, clientY);
        stop();
        list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
        if (before !== undefined) onDrop(id, before);
      },
      onPointerCancel: stop,
    }),
  };
}

/** Escape lets go where it was. */
function useEscape(active: boolean, stop: () => void): void {
  const latest = useRef(stop);
  useEffect(() => {
    latest.current = stop;
  }, [stop]);
  useEffect(() => {
    if (!active) return;
    const onKey = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') latest.current();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [active]);
}

function scrollNear(list: HTMLElement | null, y: number): void {
  const scroll = list?.closest('.console-scroll');
  if (scroll == null) return;
  const { top, bottom } = scroll.getBoundingClientRect();
  if (y < top + EDGE_PX) scroll.scrollTop -= STEP_PX;
  if (y > bottom - EDGE_PX) scroll.scrollTop += STEP_PX;
}
