import { setTimeout as pause } from 'node:timers/promises';
import { BareSocket } from './bare-socket.ts';
import { Commander } from './commander.ts';
import type { FanOutJob } from './load-job.ts';
import { RawCommander } from './raw-commander.ts';
import { SeatSocket } from './seat-socket.ts';
import { Tally } from './tally.ts';

const CONNECT_AT_ONCE = 50;
const SETTLE_MS = 500;
/** In `42["patch",…` and `42["beat",…`: where the event's name begins. */
const NAME_AT = 4;
const [PATCH, BEAT] = [0x70, 0x62];

/** The screens of both servers, the seat that commands the one and the socket that commands the other. */
export class Hall {
  readonly #job: FanOutJob;
  readonly #tally: Tally;
  readonly #commanders: readonly Commander[];
  readonly #raw: RawCommander;
  readonly #screens: SeatSocket[] = [];
  readonly #rawScreens: BareSocket[] = [];
  #beats = 0;
  #turn = 0;
  #opened = 0;
  #patch: Buffer | null = null;

  private constructor(job: FanOutJob, commanders: readonly Commander[], raw: RawCommander, tally: Tally) {
    this.#job = job;
    this.#commanders = commanders;
    this.#raw = raw;
    this.#tally = tally;
  }

  static async open(job: FanOutJob): Promise<Hall> {
    const commanders = await Promise.all(job.cookies.map((cookie) => Commander.open(job.origin, cookie)));
    return new Hall(job, commanders, await RawCommander.open(job.rawUrl), new Tally());
  }

  /** Beats that reached a screen so far. */
  get beats(): number {
    return this.#beats;
  }

  get frameBytes(): number {
    const payload = Buffer.byteLength(this.#payload());
    return payload + (payload < 126 ? 2 : 4);
  }

  /** Opens or closes screens of both servers until there are so many of each. */
  async resizeTo(screens: number): Promise<void> {
    for (const socket of [...this.#screens.splice(screens), ...this.#rawScreens.splice(screens)]) socket.close();
    while (this.#screens.length < screens) {
      const count = Math.min(CONNECT_AT_ONCE, screens - this.#screens.length);
      this.#screens.push(...(await Promise.all(Array.from({ length: count }, () => this.#openScreen()))));
      const open = () => BareSocket.open(`${this.#job.rawUrl}/screen`, '', () => this.#tally.count());
      this.#rawScreens.push(...(await Promise.all(Array.from({ length: count }, open))));
    }
    await pause(SETTLE_MS);
  }

  /** What a broadcast of the product says becomes what the raw server says. */
  async copyPayload(): Promise<void> {
    this.#patch = null;
    await this.broadcast();
    await this.#raw.say(this.#payload());
  }

  /** Resolves to the time at which the last screen has the patch. */
  async broadcast(): Promise<number> {
    const last = this.#tally.expect(this.#screens.length);
    const [at] = await Promise.all([last, this.#commander().arm(this.#job)]);
    return at;
  }

  /** Resolves to the time of the acknowledgement. */
  async command(): Promise<number> {
    await this.#commander().arm({ conference: this.#job.emptyConference, bridges: this.#job.emptyBridges });
    return performance.now();
  }

  async broadcastRaw(): Promise<number> {
    const last = this.#tally.expect(this.#rawScreens.length);
    const [at] = await Promise.all([last, this.#raw.say('.')]);
    return at;
  }

  async wordRaw(): Promise<number> {
    await this.#raw.say(',');
    return performance.now();
  }

  close(): void {
    for (const socket of [...this.#screens, ...this.#rawScreens, ...this.#commanders, this.#raw]) socket.close();
  }

  #commander(): Commander {
    this.#turn += 1;
    const commander = this.#commanders[this.#turn % this.#commanders.length];
    if (commander === undefined) throw new Error('nobody commands');
    return commander;
  }

  /** It greets as a screen that has everything up to `seq`, so that no snapshot is sent. */
  async #openScreen(): Promise<SeatSocket> {
    const { origin, wallCookies, conference, seq } = this.#job;
    const cookie = wallCookies[this.#opened++ % wallCookies.length] ?? '';
    const screen = await SeatSocket.open({ origin, cookie, onEvent: (text) => this.#onEvent(text) });
    await screen.ask('hello', { conference, since: { public: seq } });
    return screen;
  }

  #payload(): string {
    if (this.#patch === null) throw new Error('no screen has had a patch');
    return this.#patch.toString();
  }

  #onEvent(text: Buffer): void {
    if (text[NAME_AT] === BEAT) this.#beats += 1;
    if (text[NAME_AT] !== PATCH) return;
    this.#patch ??= Buffer.from(text);
    this.#tally.count();
  }
}
