import { type FocusEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';

/** Inside a field of a row the arrows belong to the field. */
const FIELDS = ['INPUT', 'SELECT', 'TEXTAREA'];

export interface RowProps {
  readonly 'data-row': string;
  readonly tabIndex: 0 | -1;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

export interface Roving<T extends string> {
  readonly list: (element: HTMLElement | null) => void;
  /** The row that Tab enters, or null in an empty list. */
  readonly current: T | null;
  /** The row that somebody has gone to; null as long as nobody has. */
  readonly chosen: T | null;
  readonly choose: (id: T) => void;
  readonly rowProps: (id: T) => RowProps;
  readonly listProps: { readonly onBlur: (event: FocusEvent) => void };
}

/**
 * One stop of the Tab key for a whole list, arrows inside it. Rows are known by id, so the focus stays with its row
 * while the list is sorted anew, and goes to the neighbour when the row leaves.
 */
export function useRoving<T extends string>(
  ids: readonly T[],
  onKey: (id: T, event: KeyboardEvent) => void = () => undefined,
  first: T | null = null,
): Roving<T> {
  const list = useRef<HTMLElement>(null);
  const inside = useRef(false);
  const place = useRef(0);
  const [wanted, choose] = useState<T | null>(null);
  const found = ids.findIndex((id) => id === (wanted ?? first));
  const at = found === -1 ? Math.min(place.current, ids.length - 1) : found;
  const current = ids[at] ?? null;
  const row = (id: T) => list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);

  useLayoutEffect(() => {
    place.current = Math.max(0, at);
    // A row that was moved or removed in the document takes the focus with it into nothing.
    if (inside.current && document.activeElement === document.body && current !== null) row(current)?.focus();
  });

  const onKeyDown = (id: T, event: KeyboardEvent) => {
    if (event.target instanceof HTMLElement && FIELDS.includes(event.target.tagName)) return;
    const target = event.altKey || event.ctrlKey || event.metaKey ? null : targetOf(event.key, ids, id);
    if (target === null) return onKey(id, event);
    event.preventDefault();
    choose(target);
    row(target)?.focus();
  };

  const hold = useCallback((element: HTMLElement | null) => {
    list.current = element;
  }, []);

  return {
    list: hold,
    current,
    chosen: wanted === null ? null : current,
    choose,
    rowProps: (id) => ({
      'data-row': id,
      tabIndex: id === current ? 0 : -1,
      onFocus: () => {
        inside.current = true;
        choose(id);
      },
      onKeyDown: (event) => onKeyDown(id, event),
    }),
    listProps: {
      onBlur: ({ relatedTarget }) => {
        if (relatedTarget !== null && !list.current?.contains(relatedTarget)) inside.current = false;
      },
    },
  };
}

function targetOf<T extends string>(key: string, ids: readonly T[], id: T): T | null {
  const at = ids.indexOf(id);
  switch (key) {
    case 'ArrowDown':
      return ids[Math.min(at + 1, ids.length - 1)] ?? null;
    case 'ArrowUp':
      return ids[Math.max(at - 1, 0)] ?? null;
    case 'Home':
      return ids[0] ?? null;
    case 'End':
      return ids.at(-1) ?? null;
    default:
      return null;
  }
}
