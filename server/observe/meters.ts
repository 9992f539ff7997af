/**
 * What the parts of the server tell of themselves. They know no library of figures, and nothing told here names a
 * person, a bridge or a conference.
 */
import type { StreamName } from '../../shared/protocol/stream.ts';

export interface DeskMeters {
  /** A command was answered: `ok`, or the code of its refusal. */
  command(type: string, outcome: string, ms: number): void;
}

export interface JournalMeters {
  /** One transaction: kept, raced by another writer, or refused by the disk. */
  appended(outcome: 'kept' | 'raced' | 'refused', events: number, ms: number): void;
}

export interface MediaMeters {
  /** One call to LiveKit. */
  mediaCall(call: string, outcome: 'ok' | 'failed', ms: number): void;
}

export interface HttpMeters {
  /** By the class of its status, `2xx` to `5xx`. */
  answered(status: string): void;
  signInRefused(door: string): void;
}

export interface GatewayMeters {
  /** One broadcast to everybody in the stream; `bytes` of one frame. */
  frame(stream: StreamName, sent: { readonly sockets: number; readonly bytes: number; readonly ms: number }): void;
  /** A line was given up by the server. */
  dropped(reason: string): void;
  /** How a screen was brought into step with one stream. */
  hello(answer: 'patch' | 'snapshot' | 'refused'): void;
}

export interface ClockMeters {
  /** The clock of the machine was set to another time. */
  clockJumped(byMs: number): void;
}

export type Meters = DeskMeters & JournalMeters & MediaMeters & HttpMeters & GatewayMeters & ClockMeters;

/** Public, staff, bridge or door: which bridge is nobody's business here. */
export const kindOfStream = (stream: string): string => stream.split(':')[0] ?? stream;
