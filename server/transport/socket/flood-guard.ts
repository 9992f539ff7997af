import type { Actor } from '../../../shared/domain/actor.ts';
import { mayUse } from '../../../shared/domain/capabilities.ts';

/** What is sent is read before anybody can say no to it: past these a line is cut before the next message is read. */
const WINDOW_MS = 10_000;
const MAX_PACKETS = 1_000;
const MAX_BYTES = 4 * 1024 * 1024;
/** Who only looks, or is not known yet, has nothing long to say. */
const MAX_SHORT_BYTES = 16 * 1024;

type Sitting = Pick<Actor, 'seat' | 'bridgeId'>;

interface Line {
  on(event: 'packet', listener: (packet: { readonly data?: unknown }) => void): unknown;
  close(discard: boolean): void;
}

interface Lines {
  on(event: 'connection', listener: (line: Line) => void): unknown;
}

/** Watches every line from its first packet; call the answer when it is known whose it is. */
export function guardLines(lines: Lines): (line: object, sitting: Sitting) => void {
  const writers = new WeakSet<object>();
  lines.on('connection', (line) => {
    const isWithin = budget();
    line.on('packet', ({ data }) => {
      const size = typeof data === 'string' || data instanceof Uint8Array ? data.length : 0;
      const isTooLong = size > MAX_SHORT_BYTES && !writers.has(line);
      if (isTooLong || !isWithin(size)) line.close(true);
    });
  });
  return (line, sitting) => {
    if (mayUse(sitting, 'writeAtLength')) writers.add(line);
  };
}

/** Counts what one line sends in a window of time. */
function budget(): (size: number) => boolean {
  let window = { since: performance.now(), packets: 0, bytes: 0 };
  return (size) => {
    const at = performance.now();
    if (at - window.since > WINDOW_MS) window = { since: at, packets: 0, bytes: 0 };
    window.packets += 1;
    window.bytes += size;
    return window.packets <= MAX_PACKETS && window.bytes <= MAX_BYTES;
  };
}
