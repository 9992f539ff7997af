import type { RecordingId } from '../../../shared/domain/ids.ts';
import { createCell, type Readable } from '../../sync/cell.ts';
import type { Fetched } from '../../sync/http.ts';

export interface Piece {
  readonly recording: RecordingId;
  readonly part: number;
  readonly piece: number;
  /** The instant of its last picture. */
  readonly until: number;
  readonly body: Blob;
}

/** Where pieces outlive the page until the server has them. */
export interface PieceShelf {
  put(piece: Piece): Promise<void>;
  drop(piece: Piece): Promise<void>;
  all(): Promise<readonly Piece[]>;
}

interface SenderOptions {
  readonly send: (piece: Piece) => Promise<Fetched<unknown>>;
  readonly shelf: PieceShelf;
}

/** Of what is kept on this side: half an hour of pictures. */
export const MOST_WAITING = 900;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5_000;

/** What passes by itself: the line, the server, its disk, the session; anything else will be refused the next time too. */
const PASSING: ReadonlySet<number> = new Set([401, 408, 429, 500, 502, 503, 504, 507]);

/** Sends pieces one after the other, each until it is acknowledged. Nothing overtakes, nothing is left out. */
export class PieceSender {
  readonly #options: SenderOptions;
  readonly #waiting: Piece[] = [];
  readonly #count = createCell(0);
  readonly #acknowledged = createCell(0);
  readonly #refused = createCell<string | null>(null);
  #sending = false;
  #closed = false;
  #wake: (() => void) | null = null;

  constructor(options: SenderOptions) {
    this.#options = options;
    void this.#takeUp();
  }

  get waiting(): Readable<number> {
    return this.#count;
  }

  get acknowledged(): Readable<number> {
    return this.#acknowledged;
  }

  /** The part whose pieces the server takes no more, as `recording/part`. */
  get refused(): Readable<string | null> {
    return this.#refused;
  }

  get isFull(): boolean {
    return this.#waiting.length >= MOST_WAITING;
  }

  add(piece: Piece): void {
    void this.#options.shelf.put(piece);
    this.#waiting.push(piece);
    this.#turn();
  }

  /** The line is back: not after the pause, at once. */
  hurry(): void {
    this.#wake?.();
  }

  close(): void {
    this.#closed = true;
    this.#wake?.();
  }

  /** What an earlier life of this page could not send goes first: its parts are older. */
  async #takeUp(): Promise<void> {
    const kept = await this.#options.shelf.all();
    const known = new Set(this.#waiting.map(nameOf));
    this.#waiting.unshift(...kept.filter((piece) => !known.has(nameOf(piece))).toSorted(byAge));
    this.#turn();
  }

  #turn(): void {
    this.#count.set(this.#waiting.length);
    if (this.#sending) return;
    this.#sending = true;
    void this.#drain().finally(() => {
      this.#sending = false;
      // Added while the last answer was being read.
      if (this.#waiting.length > 0 && !this.#closed) this.#turn();
    });
  }

  async #drain(): Promise<void> {
    let pause = FIRST_PAUSE_MS;
    for (let piece = this.#waiting[0]; piece !== undefined && !this.#closed; piece = this.#waiting[0]) {
      const answer = await this.#options.send(piece);
      if (answer.kind === 'ok') {
        pause = FIRST_PAUSE_MS;
        this.#acknowledged.set(this.#acknowledged.get() + 1);
        this.#leave(piece, (one) => one === piece);
      } else if (isPassing(answer)) {
        await this.#rest(pause);
        pause = Math.min(LONGEST_PAUSE_MS, pause * 2);
      } else {
        this.#refused.set(partOf(piece));
        this.#leave(piece, (one) => partOf(one) === partOf(piece));
      }
    }
  }

  #leave(first: Piece, goes: (piece: Piece) => boolean): void {
    const gone = this.#waiting.filter((one) => one === first || goes(one));
    for (const piece of gone) {
      this.#waiting.splice(this.#waiting.indexOf(piece), 1);
      void this.#options.shelf.drop(piece);
    }
    this.#count.set(this.#waiting.length);
  }

  #rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        this.#wake = null;
        resolve();
      };
      const timer = setTimeout(wake, ms);
      this.#wake = wake;
    });
  }
}

/** A classified session passes as well; what was recorded before it may be sent after it. */
export const isPassing = (answer: Exclude<Fetched<unknown>, { kind: 'ok' }>): boolean =>
  answer.kind === 'offline' || PASSING.has(answer.status) || answer.code === 'classified';

export const partOf = ({ recording, part }: Pick<Piece, 'recording' | 'part'>): string => `${recording}/${part}`;
const nameOf = (piece: Piece): string => `${partOf(piece)}/${piece.piece}`;
const byAge = (a: Piece, b: Piece): number => a.until - b.until || a.part - b.part || a.piece - b.piece;
