/** Whose events these are: a process that died hears of nothing any more, not of its timers and not of its disk. */
export interface Life {
  readonly name: string;
  alive: boolean;
}

export interface Due {
  readonly at: number;
  readonly order: number;
  readonly life: Life;
  readonly run: () => void;
  cancelled: boolean;
}

const realImmediate = setImmediate;
const WORLD: Life = { name: 'world', alive: true };

/** Everything that needs no time has happened. */
const drained = (): Promise<void> => new Promise((resolve) => realImmediate(resolve));

/** What replaces the clocks and timers of the machine, so that a run hangs on nothing but its seed. */
type Patched = Pick<typeof globalThis, 'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval'>;

/**
 * The time of a run. What is due runs one after the other, at its own instant, until nothing is left to do without
 * time; so whatever is awaited is an instant at which a process can die. Monotonic time never jumps; the wall does.
 */
export class VirtualTime {
  /** How far the wall clock stands from where it should. */
  wallOff = 0;
  /** Wall milliseconds that pass in one. */
  wallRate = 1;
  readonly #epoch: number;
  readonly #heap: Due[] = [];
  #now = 0;
  #order = 0;
  #life: Life = WORLD;
  #ran = 0;

  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** Monotonic, from 0. */
  get now(): number {
    return this.#now;
  }

  /** What `Date.now()` says in this world. */
  get wall(): number {
    return Math.round(this.#epoch + this.#now * this.wallRate + this.wallOff);
  }

  /** What a clock says that was set once and never again. */
  get steady(): number {
    return Math.round(this.#epoch + this.#now);
  }

  get ran(): number {
    return this.#ran;
  }

  after(ms: number, run: () => void, life: Life = this.#life): Due {
    const due: Due = { at: this.#now + Math.max(0, ms), order: ++this.#order, life, run, cancelled: false };
    this.#push(due);
    return due;
  }

  /** Not of whoever is at it now, but of the world: it happens even if they die. */
  later(ms: number, run: () => void): void {
    this.after(ms, run, WORLD);
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve));
  }

  /** Begins something of this life now, and lets everything happen that needs no time. */
  async as(life: Life, run: () => void): Promise<void> {
    const before = this.#life;
    this.#life = life;
    run();
    await drained();
    this.#life = before;
  }

  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (let next = this.#heap[0]; next !== undefined && next.at <= until; next = this.#heap[0]) {
      this.#pop();
      if (next.cancelled || !next.life.alive) continue;
      this.#now = next.at;
      this.#ran += 1;
      await this.as(next.life, next.run);
    }
    this.#now = until;
  }

  /** Puts this time in the place of the machine's; the answer takes it out again. */
  install(): () => void {
    const machine: Patched = { setTimeout, clearTimeout, setInterval, clearInterval };
    const { now: dateNow } = Date;
    const { random } = Math;
    const performanceNow = Object.getOwnPropertyDescriptor(performance, 'now');
    Object.assign(globalThis, this.#timers());
    Date.now = () => this.wall;
    performance.now = () => this.#now;
    Math.random = () => {
      throw new Error('chance beside the seed');
    };
    return () => {
      Object.assign(globalThis, machine);
      Date.now = dateNow;
      Math.random = random;
      Reflect.deleteProperty(performance, 'now');
      if (performanceNow !== undefined) Object.defineProperty(performance, 'now', performanceNow);
    };
  }

  #timers() {
    const handleOf = (state: { due: Due }) => ({ state, unref: () => undefined, ref: () => undefined });
    const clear = (handle: ReturnType<typeof handleOf> | null | undefined): void => {
      if (handle != null) handle.state.due.cancelled = true;
    };
    const setTimeout = (run: () => void, ms = 0) => handleOf({ due: this.after(ms, run) });
    const setInterval = (run: () => void, ms = 0) => {
      const again = () => {
        state.due = this.after(ms, again);
        run();
      };
      const state = { due: this.after(ms, again) };
      return handleOf(state);
    };
    return { setTimeout, clearTimeout: clear, setInterval, clearInterval: clear };
  }

  #push(due: Due): void {
    const heap = this.#heap;
    let at = heap.push(due) - 1;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above];
      if (parent === undefined || isBefore(parent, due)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = due;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let at = 0;
    for (;;) {
      const left = heap[2 * at + 1];
      const right = heap[2 * at + 2];
      const isRight = left !== undefined && right !== undefined && isBefore(right, left);
      const child = isRight ? right : left;
      if (child === undefined || isBefore(last, child)) break;
      heap[at] = child;
      at = 2 * at + (isRight ? 2 : 1);
    }
    heap[at] = last;
  }
}

const isBefore = (a: Due, b: Due): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);
