import type { MediaState } from './media-state.ts';

export interface StateCell {
  readonly get: () => MediaState;
  readonly set: (next: MediaState) => void;
  readonly onChange: (listener: (state: MediaState) => void) => () => void;
}

export function createStateCell(initial: MediaState, log: (line: string) => void): StateCell {
  let current = initial;
  const listeners = new Set<(state: MediaState) => void>();

  const tell = (listener: (state: MediaState) => void): void => {
    try {
      listener(current);
    } catch (cause) {
      // Whoever watches must not be able to stop LiveKit from being looked after.
      log(`a listener to LiveKit's state failed: ${String(cause)}`);
    }
  };

  return {
    get: () => current,
    set: (next) => {
      if (JSON.stringify(next) === JSON.stringify(current)) return;
      current = next;
      for (const listener of listeners) tell(listener);
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
