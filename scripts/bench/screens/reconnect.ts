/** How a page comes back (client/sync/socket-line.ts): socket.io-client's own back-off with these figures. */
export const RECONNECTION = {
  reconnectionDelay: 1_000,
  reconnectionDelayMax: 3_000,
  randomizationFactor: 0.5,
} as const;
/** What a try is given until the line is open, and then until its hello is answered. */
export interface Patience {
  readonly connectMs: number;
  readonly greetingMs: number;
}
export const PATIENCE: Patience = { connectMs: 8_000, greetingMs: 20_000 };

/** What the page waits before its try number `attempt` (from 0); `random` is in [0, 1). */
export function waitBeforeTry(attempt: number, random: number): number {
  const { reconnectionDelay, reconnectionDelayMax, randomizationFactor } = RECONNECTION;
  const ms = reconnectionDelay * 2 ** attempt;
  const deviation = Math.floor(random * randomizationFactor * ms);
  const isEarlier = Math.floor(random * 10) % 2 === 0;
  return Math.min(isEarlier ? ms - deviation : ms + deviation, reconnectionDelayMax);
}
