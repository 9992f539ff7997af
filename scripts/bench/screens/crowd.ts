import { setTimeout as pause } from 'node:timers/promises';
import { numbers } from '../../fixtures/people.ts';
import { BareSocket } from '../bare-socket.ts';
import { median } from '../figures.ts';
import { Tally } from '../tally.ts';
import type { CrowdJob, SeatsJob, Storm } from './load-job.ts';
import { monotonicMs } from './monotonic.ts';
import { PATIENCE, type Patience, waitBeforeTry } from './reconnect.ts';
import { Screen } from './screen.ts';
import { signInScreens } from './sign-ins.ts';

const CONNECT_AT_ONCE = 50;
/** To open them is not what is measured. */
const AT_THE_START: Patience = { connectMs: 30_000, greetingMs: 30_000 };
/** A page tries for ever; the bench does not. */
const MAX_TRIES = 20;

interface Closable {
  close(): void;
}

/** Thousands of screens of one server. */
export class Crowd {
  readonly #job: CrowdJob;
  readonly #tally = new Tally();
  readonly #screens: Closable[] = [];
  readonly #cookies: string[] = [];
  #frame: Buffer | null = null;
  #beats = 0;

  constructor(job: CrowdJob) {
    this.#job = job;
  }

  /** Beats that reached a screen so far. */
  get beats(): number {
    return this.#beats;
  }

  /** What a broadcast said. */
  get frame(): string {
    if (this.#frame === null) throw new Error('no screen has had a frame');
    return this.#frame.toString();
  }

  async growTo(screens: number): Promise<number> {
    const start = monotonicMs();
    await this.#signIn(screens);
    while (this.#screens.length < screens) {
      const first = this.#screens.length;
      const count = Math.min(CONNECT_AT_ONCE, screens - first);
      this.#screens.push(...(await Promise.all(Array.from({ length: count }, (_, n) => this.#open(first + n)))));
    }
    return monotonicMs() - start;
  }

  /** Resolves to the time at which the last screen has one frame more. */
  async expect(): Promise<number> {
    await this.#tally.expect(this.#screens.length);
    return monotonicMs();
  }

  /** All are cut at once, and come back as pages do. */
  async storm(seed: number, since: number | null): Promise<Storm> {
    const job = this.#job;
    if (job.speaks !== 'seats') throw new Error('these screens have nothing to ask for');
    const random = numbers(seed);
    const lost = this.#screens.splice(0);
    const start = monotonicMs();
    for (const screen of lost) screen.close();
    const back = await Promise.all(
      lost.map(async (_, index) => {
        const failed = await this.#comeBack(job, index, since, random);
        return { failed, ms: monotonicMs() - start };
      }),
    );
    const ms = back.map((one) => one.ms);
    const failed = back.reduce((sum, one) => sum + one.failed, 0);
    return { lastMs: Math.max(...ms), medianMs: median(ms), failed };
  }

  /** Resolves to how many tries brought nothing. */
  async #comeBack(job: SeatsJob, index: number, since: number | null, random: () => number): Promise<number> {
    for (let attempt = 0; attempt < MAX_TRIES; attempt++) {
      await pause(waitBeforeTry(attempt, random()));
      const screen = await this.#openSeat(job, index, { since, patience: PATIENCE }).catch(() => null);
      if (screen === null) continue;
      this.#screens.push(screen);
      return attempt;
    }
    throw new Error(`a screen was not let in, ${MAX_TRIES} times`);
  }

  close(): void {
    for (const screen of this.#screens.splice(0)) screen.close();
  }

  async #signIn(screens: number): Promise<void> {
    const job = this.#job;
    if (job.speaks !== 'seats' || job.token === null) return;
    const missing = screens - this.#cookies.length;
    this.#cookies.push(...(await signInScreens(job.origin, job.token, job.addresses, missing)));
  }

  #open(index: number): Promise<Closable> {
    const job = this.#job;
    // One that has everything up to `seq`, so that no snapshot is sent.
    if (job.speaks === 'seats') return this.#openSeat(job, index, { since: job.seq, patience: AT_THE_START });
    return BareSocket.open(`${job.origin}/screen`, '', (text) => this.#onFrame(text), {
      localAddress: addressOf(job, index),
    });
  }

  #openSeat(
    job: SeatsJob,
    index: number,
    { since, patience }: { readonly since: number | null; readonly patience: Patience },
  ): Promise<Screen> {
    const { origin, conference, screen } = job;
    const options = { origin, conference, screen, since, address: addressOf(job, index) };
    return Screen.open(
      {
        ...options,
        cookie: this.#cookies[index] ?? '',
        onPatch: (text) => this.#onFrame(text),
        onBeat: () => {
          this.#beats += 1;
        },
        onLost: () => {
          throw new Error('the server hung up on a screen');
        },
      },
      patience,
    );
  }

  #onFrame(text: Buffer): void {
    this.#frame ??= Buffer.from(text);
    this.#tally.count();
  }
}

const addressOf = ({ addresses }: CrowdJob, index: number): string =>
  addresses[index % addresses.length] ?? '127.0.0.1';
