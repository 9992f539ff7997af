import { BareSocket } from './bare-socket.ts';

/** Tells the raw server what to do, one word at a time; the answer comes after the deed. */
export class RawCommander {
  readonly #socket: BareSocket;
  readonly #answers: { next: () => void };

  private constructor(socket: BareSocket, answers: { next: () => void }) {
    this.#socket = socket;
    this.#answers = answers;
  }

  static async open(url: string): Promise<RawCommander> {
    const answers = { next: (): void => undefined };
    const socket = await BareSocket.open(`${url}/commander`, '', () => answers.next());
    return new RawCommander(socket, answers);
  }

  say(word: string): Promise<void> {
    return new Promise((resolve) => {
      this.#answers.next = resolve;
      this.#socket.send(word);
    });
  }

  close(): void {
    this.#socket.close();
  }
}
