import type { HandbookAck, HandbookOwn, HandbookView } from '../../shared/protocol/handbook.ts';
import type { Asked } from './ask.ts';
import type { BookOptions, BookState } from './book-state.ts';
import { Pages } from './pages.ts';

const CLOSED: BookState = { standing: 'opening', view: null, own: null, keptAt: null, isOffline: false };
/** What concerns the delegate alone (the seat, the check-in) may change while nothing of the conference does. */
const OWN_AGAIN_MS = 20_000;

/** The handbook as it stands on this phone: what the server said last, or the copy of it that was kept. */
export class Book {
  readonly pages: Pages;
  readonly #options: BookOptions;
  readonly #listeners = new Set<() => void>();
  #state = CLOSED;
  #etag: string | null = null;
  #ownAt = 0;
  #seenAt: number | null = null;
  #asking: Promise<void> | null = null;

  constructor(options: BookOptions) {
    this.#options = options;
    this.pages = new Pages(options);
  }

  readonly state = (): BookState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Shows what was kept at once; the server is asked right after. */
  async open(): Promise<void> {
    const { shelf, now } = this.#options;
    const kept = await shelf.get('view');
    const view = kept === null ? null : await readJson<HandbookView>(kept.blob);
    if (kept !== null && view !== null && this.#state.view === null) {
      if (view.forgetAt !== null && view.forgetAt <= now()) await this.#leave('forgotten');
      else {
        const own = await shelf.get('own');
        this.#seenAt = kept.at;
        this.#set({
          standing: 'here',
          view,
          own: own === null ? null : await readJson<HandbookOwn>(own.blob),
          keptAt: kept.at,
        });
      }
    }
    await this.refresh();
  }

  /** One question at a time: a slow network is not asked again before it has answered. */
  refresh(): Promise<void> {
    this.#asking ??= this.#refresh().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #refresh(): Promise<void> {
    const { line, now } = this.#options;
    const asked = await line.view(this.#state.view === null ? null : this.#etag);
    if (asked.kind === 'refused') return this.#refused(asked);
    if (asked.kind === 'offline') {
      this.#set({ isOffline: true, keptAt: this.#state.view === null ? null : this.#seenAt });
      return;
    }
    this.#seenAt = now();
    if (asked.kind === 'ok') await this.#take(asked.value, asked.etag);
    else this.#set({ keptAt: null, isOffline: false });
    const isDue = now() - this.#ownAt >= OWN_AGAIN_MS || asked.kind === 'ok';
    if (isDue && this.#state.standing === 'here') await this.refreshOwn();
  }

  async #take(view: HandbookView, etag: string | null): Promise<void> {
    const { shelf, now } = this.#options;
    if (view.forgetAt !== null && view.forgetAt <= now()) return this.#leave('forgotten');
    this.#etag = etag;
    this.#set({ standing: 'here', view, keptAt: null, isOffline: false });
    // Of a classified session nothing stays on a phone, and nothing from before it either.
    if (view.classified !== null) return shelf.clear();
    await shelf.put('view', jsonBlob(view), now());
    await this.pages.dropOthers(view.documents);
  }

  async refreshOwn(): Promise<void> {
    const { line, shelf, now, badge } = this.#options;
    if (badge === null) return;
    const asked = await line.own();
    if (asked.kind === 'refused' && (asked.status === 404 || asked.status === 401)) return this.#leave('gone');
    if (asked.kind !== 'ok') return;
    this.#ownAt = now();
    if (JSON.stringify(asked.value) === JSON.stringify(this.#state.own)) return;
    this.#set({ own: asked.value });
    if (this.#state.view?.classified === null) await shelf.put('own', jsonBlob(asked.value), now());
  }

  async #refused({ status }: Extract<Asked<never>, { kind: 'refused' }>): Promise<void> {
    if (status === 404) return this.#leave('gone');
    if (status === 401) return this.#leave('shut');
    // Too many at once, or a server in trouble: what stands there goes on standing there.
    this.#set({ isOffline: true, keptAt: this.#state.view === null ? null : this.#seenAt });
  }

  async #leave(standing: 'gone' | 'shut' | 'forgotten'): Promise<void> {
    this.#etag = null;
    this.#set({ ...CLOSED, standing });
    await this.#options.shelf.clear();
  }

  newId(): string {
    return this.#options.newId();
  }

  /** `id` as it was at the first try: a repeat after a lost answer counts once. */
  vote(wish: {
    readonly id: string;
    readonly ballotId: string;
    readonly option: number;
  }): Promise<HandbookAck | 'offline'> {
    return this.#tell('vote', wish);
  }

  giveFeedback(wish: { readonly id: string; readonly text: string }): Promise<HandbookAck | 'offline'> {
    return this.#tell('feedback', wish);
  }

  async #tell(what: 'vote' | 'feedback', wish: object): Promise<HandbookAck | 'offline'> {
    const answer = await this.#options.line.tell(what, wish);
    if (answer !== 'offline') await this.refreshOwn();
    return answer;
  }

  #set(change: Partial<BookState>): void {
    const next = { ...this.#state, ...change };
    const isSame = Object.keys(change).every((key) => Reflect.get(next, key) === Reflect.get(this.#state, key));
    if (isSame) return;
    this.#state = next;
    for (const listener of this.#listeners) listener();
  }
}

const jsonBlob = (value: unknown): Blob => new Blob([JSON.stringify(value)], { type: 'application/json' });

async function readJson<T>(blob: Blob): Promise<T | null> {
  try {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- written by this very page; what does not parse is not shown
    return JSON.parse(await blob.text()) as T;
  } catch {
    return null;
  }
}
