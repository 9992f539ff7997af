/**
 * The time of the conferences. The clock of the machine is set by people and by NTP, forward and back; a speech that is
 * on must not end by that, and nothing may seem to have happened before what came first. So the server counts by itself
 * from where it began, and moves towards the machine's clock so slowly that nobody sees it.
 *
 * By this clock: every `at` of the journal, the clocks of screens, sign-ins, links and codes.
 * By the machine's clock: tokens of LiveKit (which checks them by its own), certificates, files and the log.
 * By the steady clock alone: pauses, limits, deny-lists, timers.
 */
import { uptime } from 'node:os';

export interface TimeSource {
  /** As people set it. */
  readonly wall: () => number;
  /** Runs evenly, and stands still while the machine sleeps. */
  readonly steady: () => number;
  /** Runs on while it sleeps; coarse. */
  readonly sinceBoot: () => number;
}

export interface ServerClockOptions {
  readonly source?: TimeSource;
  /** The clock of the machine was set to another time, by so much. */
  readonly onJump: (byMs: number) => void;
}

const MACHINE: TimeSource = {
  wall: () => Date.now(),
  steady: () => performance.now(),
  sinceBoot: () => uptime() * 1_000,
};

const LOOK_EVERY_MS = 1_000;
/** A speech of ten minutes is wrong by three seconds at most. */
const FASTEST = 0.005;
/** What NTP mends without a jump is mended within this time. */
const MEND_WITHIN_MS = 20_000;
const JUMP_MS = 1_000;
const SLEPT_MS = 3_000;
/** The machine began without a date: no conference was held by such a clock. */
const NEVER_SET_MS = 24 * 60 * 60_000;
/** What was written later than this before us was written by a clock that was wrong altogether. */
const WRITTEN_AHEAD_MS = 15 * 60_000;

export class ServerClock {
  readonly #source: TimeSource;
  readonly #onJump: (byMs: number) => void;
  #timer: NodeJS.Timeout | null = null;
  #base: number;
  #steadyAt: number;
  #bootAt: number;
  #rate = 0;
  #offset = 0;

  constructor({ source = MACHINE, onJump }: ServerClockOptions) {
    this.#source = source;
    this.#onJump = onJump;
    this.#base = source.wall();
    this.#steadyAt = source.steady();
    this.#bootAt = source.sinceBoot();
  }

  /** Bound, so that it can be handed on. It never goes back. */
  readonly now = (): number => Math.floor(this.#exactly());

  /** The machine's clock less this one. */
  get offsetMs(): number {
    return this.#source.wall() - this.#exactly();
  }

  /** The clock of the machine was set back while no server ran: time goes on from the last fact that was written. */
  notBefore(written: number | null): void {
    const ahead = (written ?? 0) - this.#exactly();
    if (ahead > 0 && ahead <= WRITTEN_AHEAD_MS) this.#settle(ahead);
  }

  start(): void {
    this.#timer ??= setInterval(() => this.look(), LOOK_EVERY_MS).unref();
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Compares with the machine's clock. */
  look(): void {
    this.#countSleep();
    const offset = this.offsetMs;
    const jumped = offset - this.#offset;
    this.#settle(offset >= NEVER_SET_MS ? offset : 0);
    this.#offset = this.offsetMs;
    this.#rate = Math.max(-FASTEST, Math.min(FASTEST, this.#offset / MEND_WITHIN_MS));
    if (Math.abs(jumped) >= JUMP_MS) this.#onJump(jumped);
  }

  /** Time passed while the machine slept, and nobody spoke. */
  #countSleep(): void {
    const { steady, sinceBoot } = this.#source;
    const slept = sinceBoot() - this.#bootAt - (steady() - this.#steadyAt);
    if (slept >= SLEPT_MS) this.#settle(slept);
  }

  #settle(forwardMs: number): void {
    this.#base = this.#exactly() + forwardMs;
    this.#steadyAt = this.#source.steady();
    this.#bootAt = this.#source.sinceBoot();
  }

  #exactly(): number {
    return this.#base + (this.#source.steady() - this.#steadyAt) * (1 + this.#rate);
  }
}
