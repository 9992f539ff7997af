import { BareSocket, frameOf } from './bare-socket.ts';

const PONG = frameOf('3');
const PATH = '/socket.io/?EIO=4&transport=websocket';
/** The first character is Engine.IO's, the second, in a message, Socket.IO's. */
const [OPENED, PING] = [0x30, 0x32];
const [CONNECTED, ACKNOWLEDGED] = [0x30, 0x33];

export interface SeatSocketOptions {
  readonly origin: string;
  readonly cookie: string;
  /** An event, with its types before it: `42["patch",…]`. */
  readonly onEvent: (text: Buffer) => void;
}

type Waiting = Map<string, (answer: string) => void>;

/** A seat's live line by hand: Engine.IO's and Socket.IO's greetings, pings answered, acknowledgements matched. */
export class SeatSocket {
  readonly #socket: BareSocket;
  readonly #waiting: Waiting;
  #lastId = 0;

  private constructor(socket: BareSocket, waiting: Waiting) {
    this.#socket = socket;
    this.#waiting = waiting;
  }

  static async open({ origin, cookie, onEvent }: SeatSocketOptions): Promise<SeatSocket> {
    const waiting: Waiting = new Map();
    let greeted = (): void => undefined;
    const greeting = new Promise<void>((resolve) => {
      greeted = resolve;
    });
    const socket = await BareSocket.open(`${origin}${PATH}`, cookie, (text, from) => {
      if (text[0] === PING) from.sendFrame(PONG);
      else if (text[0] === OPENED) from.send('40');
      else if (text[1] === CONNECTED) greeted();
      else if (text[1] === ACKNOWLEDGED) onAnswer(waiting, text.toString());
      else onEvent(text);
    });
    await greeting;
    return new SeatSocket(socket, waiting);
  }

  /** Sends an event and resolves to the only argument of its acknowledgement, as JSON. */
  ask(event: string, payload: unknown): Promise<string> {
    this.#lastId += 1;
    const id = String(this.#lastId);
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve);
      this.#socket.send(`42${id}${JSON.stringify([event, payload])}`);
    });
  }

  close(): void {
    this.#socket.close();
  }
}

function onAnswer(waiting: Waiting, text: string): void {
  const start = text.indexOf('[');
  const id = text.slice(2, start);
  waiting.get(id)?.(text.slice(start + 1, -1));
  waiting.delete(id);
}
