import type { Batch, Journal, Receipt, Recorded } from '../../server/store/journal.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import { HN } from '../support/desk.ts';
import { TestRolls } from '../support/test-rolls.ts';
import type { Dice } from './dice.ts';
import type { VirtualTime } from './virtual-time.ts';
import { Injected } from './witness.ts';

/**
 * The journal on a disk that can be full, fail, and lose what was written and not yet synced. What is synced is kept;
 * SQLite lets a torn transaction vanish as a whole, so a tail is either there or not.
 */
export class Disk {
  readonly rolls = new TestRolls();
  /** How often an append was refused. */
  refusals = 0;
  /** By seq, when it was decided: the monotonic instant in which its append was asked for. */
  readonly decidedAt = new Map<number, number>();
  /** Of every command that is kept, in the order of the journal. */
  readonly receipts: Receipt[] = [];
  full = false;
  /** The last fact that was kept, by the clock of its server. */
  newestAt: number | null = null;
  /** So many of the next appends fail at their sync. */
  failing = 0;
  readonly #kept: Journal = createMemoryJournal();
  readonly #time: VirtualTime;
  readonly #dice: Dice;
  /** Written and not synced: lost with the machine, or not. */
  #unsynced: (() => Promise<unknown>)[] = [];

  constructor(time: VirtualTime, dice: Dice) {
    this.#time = time;
    this.#dice = dice;
  }

  /** Everything that is kept, read beside all doubles. */
  kept(): Promise<readonly Recorded[]> {
    return this.#kept.read(HN, 0, 100_000);
  }

  get real(): Journal {
    return this.#kept;
  }

  /** The process is gone, and with it whatever was not synced; now and then the disk had got to it. */
  async crash(): Promise<void> {
    const left = this.#unsynced;
    this.#unsynced = [];
    for (const write of left) if (this.#dice.happens(0.5)) await write().catch(() => undefined);
  }

  /** The journal as the server has it. */
  port(): Journal {
    const kept = this.#kept;
    return {
      ...kept,
      append: (batch) => this.#append(batch),
      read: async (...args) => {
        await this.#time.sleep(this.#dice.between(0, 3));
        return kept.read(...args);
      },
      lookup: async (...args) => {
        await this.#time.sleep(this.#dice.between(0, 3));
        return kept.lookup(...args);
      },
    };
  }

  async #append(batch: Batch): ReturnType<Journal['append']> {
    const askedAt = this.#time.now;
    await this.#time.sleep(this.#dice.between(0, 4));
    if (this.full) {
      this.refusals += 1;
      throw new Injected('SQLITE_FULL');
    }
    const keep = () => this.#keep(batch, askedAt);
    this.#unsynced.push(keep);
    await this.#time.sleep(this.#dice.between(0, 8));
    if (this.failing > 0) {
      this.failing -= 1;
      this.refusals += 1;
      // Its frames may stay behind in the file until somebody writes over them: a crash now may bring them back.
      throw new Injected('SQLITE_IOERR_FSYNC');
    }
    this.#unsynced = [];
    return keep();
  }

  async #keep(batch: Batch, askedAt: number): ReturnType<Journal['append']> {
    const outcome = await this.#kept.append(batch);
    if (!outcome.ok) return outcome;
    this.rolls.apply(batch.delegates);
    this.receipts.push(...batch.receipts.toSorted((a, b) => a.seq - b.seq));
    this.newestAt = batch.events.at(-1)?.event.at ?? this.newestAt;
    batch.events.forEach((_, index) => this.decidedAt.set(batch.expectedSeq + index + 1, askedAt));
    return outcome;
  }
}
