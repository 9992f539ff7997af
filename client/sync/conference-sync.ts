import type { Seat } from '../../shared/domain/actor.ts';
import { audiencesOf } from '../../shared/domain/audience.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { HelloAck } from '../../shared/protocol/hello.ts';
import type { Session } from '../../shared/protocol/http.ts';
import type { JournalState } from '../../shared/protocol/journal-state.ts';
import type { MediaState } from '../../shared/protocol/media-state.ts';
import type { Pointer, PointerSeen } from '../../shared/protocol/pointer.ts';
import { type StreamName, streamOf } from '../../shared/protocol/stream.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { createCell, type Readable } from './cell.ts';
import { Freshness, reloadPage } from './freshness.ts';
import { type Fetched, getSession, getSnapshot } from './http.ts';
import { Inbox } from './inbox.ts';
import { ServerTime } from './server-time.ts';
import { type Line, SocketLine } from './socket-line.ts';
import { StreamFollower } from './stream-follower.ts';
import { TelemetryBoard } from './telemetry-board.ts';
import { unpack } from './unpack.ts';

export interface SeatOfPage {
  readonly seat: Seat;
  readonly bridgeId: BridgeId | null;
}

/** How far the page is. `otherSeat`: this browser has signed in anew elsewhere, and the page shows the old seat. */
export type Opening = 'loading' | 'ready' | 'signedOut' | 'unknown' | 'otherSeat';

const ASK_AGAIN_MS = 2_000;

/** The server cannot answer at the moment, or too many ask from this address at once: that passes. */
const isForNow = (fetched: Fetched<unknown>): boolean =>
  fetched.kind === 'offline' || (fetched.kind === 'refused' && (fetched.status >= 500 || fetched.status === 429));

/** Those who were turned away in the same moment do not come back in the same moment. */
const aWhile = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 500 + Math.random() * 4_500));

/** One conference on one screen: its streams, its line, the server's clock and what else the server tells. */
export class ConferenceSync {
  readonly conference: ConferenceId;
  readonly line: SocketLine;
  readonly time: ServerTime;
  readonly freshness = new Freshness();
  readonly telemetry = new TelemetryBoard();
  readonly #opening = createCell<Opening>('loading');
  readonly #media = createCell<MediaState | null>(null);
  readonly #journal = createCell<JournalState['state']>('ok');
  readonly #pointer = createCell<PointerSeen | null>(null);
  #seat: SeatOfPage | null = null;
  #followers: readonly StreamFollower[] = [];
  #snapshots: Promise<unknown> = Promise.resolve();
  /** An event that this page does not know comes from a newer server: only a newer page can read it. */
  readonly #inbox = new Inbox(() => reloadPage('message not understood'));
  #askedAt = 0;
  #closed = false;

  constructor(conference: ConferenceId) {
    this.conference = conference;
    this.time = new ServerTime(
      () => this.line.askTime(),
      () => this.#followers[0]?.state.get().conference.rehearsalOf?.clockOffsetMs ?? 0,
    );
    this.line = new SocketLine({
      greet: () => this.#greet(),
      onSignedOut: () => this.#onSignedOut(),
      now: () => this.time.now(),
    });
    this.#listen();
    void this.#open();
  }

  get opening(): Readable<Opening> {
    return this.#opening;
  }

  get media(): Readable<MediaState | null> {
    return this.#media;
  }

  /** Whether the server writes down what is done here. */
  get journal(): Readable<JournalState['state']> {
    return this.#journal;
  }

  /** Where somebody points on the desk; null: nobody has pointed yet. */
  get pointer(): Readable<PointerSeen | null> {
    return this.#pointer;
  }

  get lineStatus(): Readable<Line> {
    return this.line.status;
  }

  /** Known once the page is ready. */
  get seat(): SeatOfPage {
    return this.#seat ?? { seat: 'viewer', bridgeId: null };
  }

  /** The staff's stream or the public one. */
  get main(): Readable<ConferenceState> {
    return this.#follower(0);
  }

  /** How far the main stream has come: the number of the last fact that this page shows. */
  get headSeq(): number {
    return this.#followers[0]?.seq ?? 0;
  }

  /** What concerns the own bridge alone; staff read it from their one stream. */
  get own(): Readable<ConferenceState> {
    return this.#followers.length > 1 ? this.#follower(1) : this.main;
  }

  sendTelemetry(telemetry: Telemetry): void {
    if (this.line.socket.connected) this.line.socket.volatile.emit('telemetry', telemetry);
  }

  sendPointer(pointer: Pointer): void {
    if (this.line.socket.connected) this.line.socket.volatile.emit('pointer', pointer);
  }

  close(): void {
    this.#closed = true;
    this.line.close();
    this.time.stop();
    this.telemetry.stop();
  }

  #follower(index: number): Readable<ConferenceState> {
    const follower = this.#followers[index];
    if (follower === undefined) throw new Error('the conference is read before it is there');
    return follower.state;
  }

  async #open(): Promise<void> {
    const session = await this.#untilAnswered(getSession);
    if (this.#closed) return;
    if (session.kind !== 'ok') return this.#onSignedOut();
    this.#take(session.value);
    this.#snapshots = Promise.all(this.#followers.map((follower) => this.#load(follower)));
    this.line.open();
  }

  #take({ seat, bridgeId }: Session): void {
    this.#seat = { seat, bridgeId };
    this.#followers = audiencesOf({ seat, session: '', bridgeId }).map(
      (audience) => new StreamFollower(streamOf(audience), (follower) => this.#askAgain(follower)),
    );
    this.#followers[0]?.state.subscribe(() => this.#onMainState());
  }

  /** The first state comes by HTTP, compressed and cached; while that fails, the hello asks for it on the line as well. */
  async #load(follower: StreamFollower): Promise<void> {
    const fetched = await getSnapshot(this.conference, follower.stream);
    if (this.#closed || follower.isLoaded) return;
    if (fetched.kind === 'ok') follower.adopt(fetched.value);
    if (fetched.kind === 'refused' && fetched.status === 401) this.#onSignedOut();
    if (fetched.kind === 'refused' && (fetched.status === 403 || fetched.status === 404)) this.#opening.set('unknown');
    if (isForNow(fetched)) void aWhile().then(() => this.#tryAgain(follower));
    this.#checkReady();
  }

  #tryAgain(follower: StreamFollower): void {
    if (!this.#closed && !follower.isLoaded) void this.#load(follower);
  }

  async #untilAnswered<T>(ask: () => Promise<Fetched<T>>): Promise<Fetched<T>> {
    for (;;) {
      const fetched = await ask();
      if (!isForNow(fetched) || this.#closed) return fetched;
      await aWhile();
    }
  }

  #listen(): void {
    const { socket } = this.line;
    const of = (stream: StreamName) => this.#followers.find((follower) => follower.stream === stream);
    socket.on('patch', (patch) => this.#inbox.take(() => of(patch.stream)?.onPatch(patch)));
    socket.on('snapshot', (packed) =>
      this.#inbox.takeWhenReady(unpack(packed), (snapshot) => {
        of(snapshot.stream)?.adopt(snapshot);
        this.#checkReady();
      }),
    );
    socket.on('beat', (beat) => this.#inbox.take(() => of(beat.stream)?.onBeat(beat)));
    socket.on('telemetry', (telemetry) => this.telemetry.heard(telemetry));
    socket.on('pointer', (pointer) => this.#pointer.set(pointer));
    socket.on('mediaState', (state) => this.#media.set(state));
    socket.on('journalState', ({ conference, state }) => {
      if (conference === this.conference) this.#journal.set(state);
    });
    socket.on('signedOut', (reason) => {
      if (reason === 'revoked') this.#onSignedOut();
    });
  }

  #onSignedOut(): void {
    this.#opening.set('signedOut');
    this.line.close();
  }

  async #greet(): Promise<boolean> {
    await this.#snapshots;
    const answer = await this.#hello();
    // What came before the answer is on the screen before anybody may press.
    await this.#inbox.settled();
    if (answer?.ok !== true) {
      if (answer?.code === 'conference-unknown' || answer?.code === 'not-permitted') this.#opening.set('unknown');
      return false;
    }
    if (answer.seat !== this.seat.seat || answer.bridgeId !== this.seat.bridgeId) this.#opening.set('otherSeat');
    this.freshness.onHello(answer);
    this.#onMainState();
    void this.time.measure();
    return true;
  }

  async #hello(): Promise<HelloAck | null> {
    this.#askedAt = performance.now();
    const since = Object.fromEntries(
      this.#followers.flatMap((follower) => {
        const seq = follower.since();
        return seq === null ? [] : [[follower.stream, seq]];
      }),
    );
    return this.line.hello({ conference: this.conference, since, packed: true });
  }

  /** Something is missing. One asking at a time; the next beat notices it again if the answer brought nothing. */
  #askAgain(follower: StreamFollower): void {
    if (!this.line.socket.connected || performance.now() - this.#askedAt < ASK_AGAIN_MS) return;
    if (follower.nextRemedy() === 'reload') reloadPage('states missing');
    else void this.#hello();
  }

  #checkReady(): void {
    if (this.#opening.get() !== 'loading') return;
    if (this.#followers.every((follower) => follower.isLoaded)) this.#opening.set('ready');
  }

  #onMainState(): void {
    if (this.#followers[0]?.isLoaded === true) this.freshness.onState(this.main.get(), this.seat.bridgeId);
  }
}
