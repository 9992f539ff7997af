import { type BridgeId, type ConferenceId, commandIdSchema } from '../../../shared/domain/ids.ts';
import { type Cell, createCell, type Readable } from '../../sync/cell.ts';
import { newId } from '../../sync/new-id.ts';
import { type CommandLine, type SendOutcome, sendCommand } from '../../sync/send-command.ts';
import { type CheckInStore, envelopeOf, type NotedCheckIn, settlementOf } from './check-in-queue.ts';

export interface Noted {
  /** Without the server's answer so far. */
  readonly waiting: readonly NotedCheckIn[];
  /** What the server does not accept, until a person has seen it. */
  readonly refused: readonly NotedCheckIn[];
  /** False: a scan is in the page's memory alone. */
  readonly isKept: boolean;
}

export interface SenderOptions {
  readonly line: CommandLine;
  readonly store: CheckInStore;
  readonly conference: ConferenceId;
  readonly bridgeId: BridgeId;
  /** The server's answer to a scan, whenever it comes. */
  readonly onSettled: (noted: NotedCheckIn, outcome: SendOutcome) => void;
  readonly makeId?: () => string;
}

/** The line may be there and the answer not: it is tried again after a while. */
const AGAIN_MS = 2_000;

/** Sends the scans of a door one after the other, for as long as it takes. */
export class CheckInSender {
  readonly #options: SenderOptions;
  readonly #noted: Cell<Noted>;
  readonly #unsubscribe: () => void;
  #isKept = true;
  #sending = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: SenderOptions) {
    this.#options = options;
    this.#noted = createCell<Noted>(this.#read());
    this.#unsubscribe = options.line.status.subscribe(() => void this.#send());
    void this.#send();
  }

  get noted(): Readable<Noted> {
    return this.#noted;
  }

  note(scan: Pick<NotedCheckIn, 'delegateId' | 'who' | 'way' | 'seenAt'>): NotedCheckIn {
    const id = commandIdSchema.parse((this.#options.makeId ?? newId)());
    const noted: NotedCheckIn = { ...scan, id, refusal: null };
    if (!this.#options.store.put(noted)) this.#isKept = false;
    this.#tell();
    void this.#send();
    return noted;
  }

  /** A person has seen that the server did not accept it. */
  readonly dismiss = (noted: NotedCheckIn): void => {
    this.#options.store.remove(noted);
    this.#tell();
  };

  close(): void {
    this.#closed = true;
    this.#unsubscribe();
    clearTimeout(this.#timer);
  }

  async #send(): Promise<void> {
    if (this.#sending || this.#closed) return;
    this.#sending = true;
    clearTimeout(this.#timer);
    let next = this.#next();
    while (next !== undefined && !this.#closed && (await this.#sendOne(next))) next = this.#next();
    this.#sending = false;
    if (this.#next() !== undefined && !this.#closed) this.#timer = setTimeout(() => void this.#send(), AGAIN_MS);
  }

  /** False: no answer now, and the rest waits with it. */
  async #sendOne(noted: NotedCheckIn): Promise<boolean> {
    const { line, conference, bridgeId, store, onSettled } = this.#options;
    const outcome = await sendCommand(line, envelopeOf(noted, conference, bridgeId));
    const settlement = settlementOf(outcome);
    if (settlement === 'again') return false;
    if (settlement === 'refused' && outcome.kind === 'refused') {
      const { code, params } = outcome;
      store.put({ ...noted, refusal: { code, params } });
    } else {
      store.remove(noted);
    }
    this.#tell();
    onSettled(noted, outcome);
    return true;
  }

  #next(): NotedCheckIn | undefined {
    return this.#read().waiting[0];
  }

  #read(): Noted {
    const all = this.#options.store.all();
    return {
      waiting: all.filter(({ refusal }) => refusal === null),
      refused: all.filter(({ refusal }) => refusal !== null),
      isKept: this.#isKept,
    };
  }

  #tell(): void {
    this.#noted.set(this.#read());
  }
}
