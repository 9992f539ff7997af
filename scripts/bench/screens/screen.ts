import { BareSocket, frameOf } from '../bare-socket.ts';
import type { Patience } from './reconnect.ts';

/**
 * The protocol of the line as far as a screen needs it that only counts: the one place to change when it changes. The
 * first character of a frame is Engine.IO's, the second Socket.IO's; then come a name and what it carries.
 */
const PONG = frameOf('3');
const PATH = '/socket.io/?EIO=4&transport=websocket';
const [OPENED, PING] = [0x30, 0x32];
const [CONNECTED, EVENT, ACKNOWLEDGED, REFUSED, WITH_BYTES] = [0x30, 0x32, 0x33, 0x34, 0x35];
/** In `42["patch",…`: where the event's name begins. */
const NAME_AT = 4;
const [PATCH, BEAT] = [0x70, 0x62];
const SNAPSHOT = Buffer.from('snapshot');
const WELCOME = Buffer.from('"ok":true');

export interface ScreenOptions {
  readonly origin: string;
  /** The address that it comes from. */
  readonly address: string;
  readonly cookie: string;
  readonly conference: string;
  /** The path of its page. */
  readonly screen: string;
  /** What it has of the public stream; null: nothing, it needs the whole state. */
  readonly since: number | null;
  readonly onPatch: (text: Buffer) => void;
  readonly onBeat: () => void;
  /** The server hung up on a screen that was in step. */
  readonly onLost: () => void;
}

/** A viewer's line, in step as soon as its hello was answered and it has the state, or the patch that it lacked. */
export class Screen {
  readonly #options: ScreenOptions;
  readonly #inStep: () => void;
  readonly #failed: (cause: Error) => void;
  #socket: BareSocket | null = null;
  #isWelcome = false;
  #isFilled = false;
  #isClosed = false;

  private constructor(options: ScreenOptions, inStep: () => void, failed: (cause: Error) => void) {
    this.#options = options;
    this.#inStep = inStep;
    this.#failed = failed;
  }

  /** Rejects when the line is refused, is not open in time or not in step in time. */
  static async open(options: ScreenOptions, patience: Patience): Promise<Screen> {
    const { promise, resolve, reject } = outcome();
    const screen = new Screen(options, resolve, reject);
    // It may be refused while it still connects, before anybody waits for this.
    promise.catch(() => undefined);
    try {
      await within(patience.connectMs, screen.#connect());
      await within(patience.greetingMs, promise);
      return screen;
    } catch (cause) {
      screen.close();
      throw cause;
    }
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.close();
  }

  get isInStep(): boolean {
    return this.#isWelcome && this.#isFilled;
  }

  async #connect(): Promise<void> {
    const { origin, cookie, address } = this.#options;
    const socket = await BareSocket.open(`${origin}${PATH}`, cookie, (text, from) => this.#onText(text, from), {
      localAddress: address,
      onBytes: () => this.#onFilled(),
      onClosed: () => this.#onClosed(),
    });
    this.#socket = socket;
    if (this.#isClosed) socket.close();
  }

  #onText(text: Buffer, from: BareSocket): void {
    if (text[0] === PING) return from.sendFrame(PONG);
    if (text[0] === OPENED) return from.send(`40${JSON.stringify({ screen: this.#options.screen })}`);
    switch (text[1]) {
      case EVENT:
        return this.#onEvent(text);
      case CONNECTED:
        return from.send(`420${JSON.stringify(['hello', this.#hello()])}`);
      case ACKNOWLEDGED:
        return this.#onWelcome(text);
      case REFUSED:
        return this.#failed(new Error(text.toString()));
      case WITH_BYTES:
        return;
      default:
        throw new Error(`a frame that no screen expects: ${text.toString('utf8', 0, 80)}`);
    }
  }

  #hello() {
    const { conference, since } = this.#options;
    return { conference, packed: true, since: since === null ? {} : { public: since } };
  }

  #onEvent(text: Buffer): void {
    if (text[NAME_AT] === BEAT) this.#options.onBeat();
    else if (text[NAME_AT] === PATCH) {
      if (this.isInStep) this.#options.onPatch(text);
      else this.#onFilled();
    } else if (text.subarray(NAME_AT, NAME_AT + SNAPSHOT.length).equals(SNAPSHOT)) this.#onFilled();
  }

  #onWelcome(text: Buffer): void {
    if (!text.includes(WELCOME)) return this.#failed(new Error(text.toString()));
    this.#isWelcome = true;
    if (this.isInStep) this.#inStep();
  }

  #onFilled(): void {
    this.#isFilled = true;
    if (this.isInStep) this.#inStep();
  }

  #onClosed(): void {
    this.#failed(new Error('the line was closed before the screen was in step'));
    if (this.isInStep && !this.#isClosed) this.#options.onLost();
  }
}

async function within(ms: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), ms);
  });
  await Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}

function outcome() {
  let resolve = (): void => undefined;
  let reject = (_cause: Error): void => undefined;
  const promise = new Promise<void>((onDone, onFailed) => {
    resolve = onDone;
    reject = onFailed;
  });
  return { promise, resolve, reject };
}
