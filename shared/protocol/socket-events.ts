import type { CommandAck } from './command.ts';
import type { ClockAck, HelloAck } from './hello.ts';
import type { JournalState } from './journal-state.ts';
import type { MediaState } from './media-state.ts';
import type { Beat, PackedSnapshot, Patch, Snapshot } from './patch.ts';
import type { PointerSeen } from './pointer.ts';
import type { BridgeTelemetry } from './telemetry.ts';

/** What a client sends is unknown until it is parsed: types end where the cable begins. */
export interface ClientToServerEvents {
  hello: (hello: unknown, ack: (answer: HelloAck) => void) => void;
  command: (envelope: unknown, ack: (answer: CommandAck) => void) => void;
  clock: (ack: (answer: ClockAck) => void) => void;
  telemetry: (telemetry: unknown) => void;
  pointer: (pointer: unknown) => void;
}

export interface ServerToClientEvents {
  patch: (patch: Patch) => void;
  /** Packed for a hello that asked for it so. */
  snapshot: (snapshot: Snapshot | PackedSnapshot) => void;
  beat: (beat: Beat) => void;
  /** Volatile, staff only. */
  telemetry: (telemetry: BridgeTelemetry) => void;
  /** Volatile, to every seat of the conference. */
  pointer: (pointer: PointerSeen) => void;
  mediaState: (state: MediaState) => void;
  /** At the hello, and as it changes. */
  journalState: (state: JournalState) => void;
  /** This sign-in has ended; the line is closed next. */
  signedOut: (reason: 'revoked') => void;
}
