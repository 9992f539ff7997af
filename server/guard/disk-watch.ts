import { type Journal, JournalRefuses } from '../store/journal.ts';

export interface DiskWatchOptions {
  /** Writes as much as a batch of commands; rejects while the disk takes nothing. */
  readonly probe: () => Promise<void>;
  /** Whether there is room for what is not the journal itself. */
  readonly hasRoom: () => Promise<boolean>;
  readonly onChange: (refusing: boolean, cause: unknown) => void;
  readonly probeMs?: number;
}

const PROBE_MS = 2_000;

/** What the store says when the disk, and not the command, is at fault. */
const DISK = /^SQLITE_(?:FULL|IOERR|READONLY|CANTOPEN|BUSY|LOCKED|CORRUPT|NOTADB|PERM)|the store has stopped/;

/**
 * After the first refusal nothing more is tried until a small write comes through: every command is answered at once,
 * and a disk that takes ten bytes but not a hundred does not make the server swing.
 */
export class DiskWatch {
  readonly #options: DiskWatchOptions;
  #refusing = false;
  #timer: NodeJS.Timeout | null = null;
  #closed = false;

  constructor(options: DiskWatchOptions) {
    this.#options = options;
  }

  get refusing(): boolean {
    return this.#refusing;
  }

  /** The same journal, watched. */
  guarded(journal: Journal): Journal {
    return {
      ...journal,
      append: async (batch) => {
        if (this.#refusing) throw new JournalRefuses();
        return journal.append(batch).catch((cause: unknown) => {
          this.#note(cause);
          throw cause;
        });
      },
      // A cache must not take the last bytes from what it spares reading.
      saveSnapshot: async (...args) => {
        if (!this.#refusing && (await this.#options.hasRoom())) await journal.saveSnapshot(...args);
      },
    };
  }

  close(): void {
    this.#closed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
  }

  #note(cause: unknown): void {
    if (this.#refusing || this.#closed || !(cause instanceof Error) || !DISK.test(cause.message)) return;
    this.#refusing = true;
    this.#options.onChange(true, cause);
    this.#probeLater();
  }

  #probeLater(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.#probe(), this.#options.probeMs ?? PROBE_MS);
    this.#timer.unref();
  }

  async #probe(): Promise<void> {
    try {
      await this.#options.probe();
    } catch {
      return this.#probeLater();
    }
    this.#refusing = false;
    this.#options.onChange(false, null);
  }
}
