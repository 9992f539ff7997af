import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import type { BridgeId, ConferenceId, DelegateId } from '../../../shared/domain/ids.ts';
import type { DelegatePage } from '../../../shared/protocol/http.ts';
import { badgeKey } from '../../parts/badge-text.ts';
import { type Cell, createCell, type Readable } from '../../sync/cell.ts';
import type { DelegateQuery, Fetched } from '../../sync/http.ts';

export interface RollStatus {
  readonly loaded: number;
  /** Loading for the first time, whole, or not to be had now. */
  readonly state: 'loading' | 'ready' | 'failed';
  /** When the reading began, by the page's own clock: what the server knew before stands in it. */
  readonly readFrom: number;
}

type Ask = (conference: ConferenceId, query: DelegateQuery) => Promise<Fetched<DelegatePage>>;

const PAGE = 200;
/** While a hall comes in, the counters move each second: the rows are read again at most so often. */
const REST_MS = 5_000;

/**
 * The list of one door, held in the page so that a scan is answered at once and without a line. It is read page by page
 * and changed over when it is whole: in the middle of a reading nobody is missing.
 */
export class DoorRoll {
  readonly #status: Cell<RollStatus> = createCell<RollStatus>({ loaded: 0, state: 'loading', readFrom: 0 });
  readonly #ask: Ask;
  readonly #conference: ConferenceId;
  readonly #bridgeId: BridgeId;
  #byBadge: ReadonlyMap<string, DelegateRow> = new Map();
  #byId: ReadonlyMap<DelegateId, DelegateRow> = new Map();
  #reading = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(ask: Ask, conference: ConferenceId, bridgeId: BridgeId) {
    this.#ask = ask;
    this.#conference = conference;
    this.#bridgeId = bridgeId;
  }

  get status(): Readable<RollStatus> {
    return this.#status;
  }

  ofBadge(badge: string): DelegateRow | undefined {
    return this.#byBadge.get(badgeKey(badge));
  }

  ofId(delegateId: DelegateId): DelegateRow | undefined {
    return this.#byId.get(delegateId);
  }

  /** Reads the list, or once more after the reading that goes on. */
  refresh(): void {
    if (this.#closed) return;
    if (this.#reading) {
      this.#again = true;
      return;
    }
    clearTimeout(this.#timer);
    void this.#read();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #read(): Promise<void> {
    this.#reading = true;
    this.#again = false;
    const readFrom = performance.now();
    const rows = await this.#pages(readFrom);
    this.#reading = false;
    if (this.#closed) return;
    if (rows === null) {
      // What was read before still answers.
      if (this.#status.get().state === 'loading') this.#status.set({ loaded: 0, state: 'failed', readFrom });
    } else {
      this.#take(rows);
      this.#status.set({ loaded: rows.length, state: 'ready', readFrom });
    }
    if (rows === null || this.#again) this.#timer = setTimeout(() => this.refresh(), REST_MS);
  }

  async #pages(readFrom: number): Promise<DelegatePage['delegates'] | null> {
    const rows: DelegatePage['delegates'] = [];
    let after: string | null = null;
    do {
      const page: Fetched<DelegatePage> = await this.#ask(this.#conference, {
        bridge: this.#bridgeId,
        after,
        limit: PAGE,
      });
      if (page.kind !== 'ok') return null;
      rows.push(...page.value.delegates);
      after = page.value.next;
      // The first reading answers scans while it goes on.
      if (this.#status.get().state !== 'ready') {
        this.#take(rows);
        this.#status.set({ loaded: rows.length, state: 'loading', readFrom });
      }
    } while (after !== null && !this.#closed);
    return rows;
  }

  #take(rows: DelegatePage['delegates']): void {
    this.#byBadge = new Map(rows.flatMap((row) => (row.badge === null ? [] : [[badgeKey(row.badge), row] as const])));
    this.#byId = new Map(rows.map((row) => [row.delegateId, row]));
  }
}
