/**
 * The way into a room and back into it. It joins when LiveKit is ready, with a fresh token each time, and never gives
 * up; only another machine in the same place stops it, until somebody takes the place back. What is received is a
 * difference: the wishes against what is subscribed.
 */
import { ConnectionState, type Room, RoomEvent } from 'livekit-client';
import type { MediaToken } from '../../shared/protocol/http.ts';
import type { MediaState } from '../../shared/protocol/media-state.ts';
import { createCell, type Readable } from '../sync/cell.ts';
import type { Fetched } from '../sync/http.ts';
import { NOTHING_RECEIVED, type Received, receivedTracks } from './receive.ts';
import { afterDisconnect, isAnotherLiveKit, rejoinDelay } from './rejoin.ts';
import { newRoom } from './room-options.ts';

export type RoomStatus = 'connected' | 'reconnecting' | 'disconnected' | 'unavailable' | 'replaced' | 'full';

export interface MediaRoomOptions {
  /** Asks for a way in; a token serves once. */
  readonly entrance: () => Promise<Fetched<MediaToken>>;
  /** Subscribes to what is wanted in the room as it is now. */
  readonly tune: (room: Room) => void;
  readonly mediaState: Readable<MediaState | null>;
  /** While the coordinator is away a flowing room is left as it is: there would be no token for another. */
  readonly isLineOnline: () => boolean;
}

/** A shorter break is nobody's business. */
const SHOW_BREAK_MS = 1_500;
const SETTLED_MS = 10_000;
/** If the library has not come back by then although everything is there, a fresh join is the shorter way. */
const STUCK_MS = 12_000;

export class MediaRoom {
  readonly #options: MediaRoomOptions;
  readonly #status = createCell<RoomStatus>('disconnected');
  readonly #received = createCell<Received>(NOTHING_RECEIVED);
  readonly #room = createCell<Room | null>(null);
  readonly #soundBlocked = createCell(false);
  readonly #stopWatching: () => void;
  #admitted = false;
  #applying = false;
  #attempt = 0;
  #connectedAt = 0;
  #breakTimer: ReturnType<typeof setTimeout> | undefined;
  #stuckTimer: ReturnType<typeof setTimeout> | undefined;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: MediaRoomOptions) {
    this.#options = options;
    let before = options.mediaState.get();
    this.#stopWatching = options.mediaState.subscribe(() => {
      const now = options.mediaState.get();
      this.#onMediaState(before, now);
      before = now;
    });
  }

  get status(): Readable<RoomStatus> {
    return this.#status;
  }

  get received(): Readable<Received> {
    return this.#received;
  }

  /** The room as long as it is joined, for whoever publishes into it. */
  get room(): Readable<Room | null> {
    return this.#room;
  }

  get soundBlocked(): Readable<boolean> {
    return this.#soundBlocked;
  }

  /** Whether this machine has a place in the room now; without one it leaves and asks no more. */
  admit(admitted: boolean): void {
    if (this.#admitted === admitted || this.#closed) return;
    this.#admitted = admitted;
    if (admitted) void this.#join();
    else this.#stayOut();
  }

  /** What is wanted has changed. Many changes come at once; the difference is taken once, after them. */
  readonly apply = (): void => {
    if (this.#applying) return;
    this.#applying = true;
    queueMicrotask(() => {
      this.#applying = false;
      const room = this.#room.get();
      if (room === null || room.state !== ConnectionState.Connected) return;
      this.#options.tune(room);
      this.#received.set(receivedTracks(room));
    });
  };

  takeBack(): void {
    if (this.#status.get() !== 'replaced') return;
    this.#status.set('disconnected');
    void this.#join();
  }

  /** Must be called from a press: that is what the browser waits for. */
  async unblockSound(): Promise<void> {
    await this.#room.get()?.startAudio();
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#breakTimer);
    clearTimeout(this.#stuckTimer);
    clearTimeout(this.#retryTimer);
    this.#stopWatching();
    void this.#room.get()?.disconnect(false);
  }

  get #mayJoin(): boolean {
    return this.#admitted && !this.#closed && this.#status.get() !== 'replaced';
  }

  get #isReady(): boolean {
    const state = this.#options.mediaState.get();
    return state === null || state.state === 'ready';
  }

  async #join(): Promise<void> {
    clearTimeout(this.#retryTimer);
    if (!this.#mayJoin || this.#room.get() !== null) return;
    if (!this.#isReady) return this.#say('unavailable');
    const room = newRoom();
    this.#room.set(room);
    this.#listen(room);
    try {
      const entrance = await this.#entrance();
      if (this.#room.get() !== room) return;
      await room.connect(entrance.url, entrance.token, { autoSubscribe: false, maxRetries: 0 });
      this.#onJoined(room);
    } catch {
      // A room that was left meanwhile has a successor that joins by itself.
      if (this.#room.get() !== room) return;
      this.#leave(room);
      this.#joinLater();
    }
  }

  async #entrance(): Promise<{ readonly url: string; readonly token: string }> {
    const fetched = await this.#options.entrance();
    if (fetched.kind === 'refused') this.#say(fetched.code === 'too-many-devices' ? 'full' : 'unavailable');
    if (fetched.kind !== 'ok') throw new Error('no way into the room');
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    return { url: `${scheme}://${location.host}${fetched.value.path}`, token: fetched.value.token };
  }

  #onJoined(room: Room): void {
    if (this.#closed || this.#room.get() !== room) {
      void room.disconnect(false);
      return;
    }
    this.#connectedAt = performance.now();
    this.#say('connected');
    this.apply();
  }

  #stayOut(): void {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#stuckTimer);
    const room = this.#room.get();
    if (room !== null) {
      this.#leave(room);
      void room.disconnect(false);
    }
    this.#attempt = 0;
    this.#say('unavailable');
  }

  #joinLater(): void {
    if (this.#closed || !this.#admitted) return;
    this.#retryTimer = setTimeout(() => void this.#join(), rejoinDelay(this.#attempt, Math.random()));
    this.#attempt += 1;
  }

  #leave(room: Room): void {
    if (this.#room.get() !== room) return;
    room.removeAllListeners();
    this.#room.set(null);
    this.#received.set(NOTHING_RECEIVED);
    this.#soundBlocked.set(false);
  }

  #listen(room: Room): void {
    const { apply } = this;
    const refresh = () => this.#received.set(receivedTracks(room));
    room
      .on(RoomEvent.ParticipantConnected, apply)
      .on(RoomEvent.ParticipantDisconnected, apply)
      .on(RoomEvent.TrackPublished, apply)
      .on(RoomEvent.TrackUnpublished, apply)
      .on(RoomEvent.TrackSubscribed, refresh)
      .on(RoomEvent.TrackUnsubscribed, refresh)
      .on(RoomEvent.Reconnecting, () => this.#onBreak(room))
      .on(RoomEvent.SignalReconnecting, () => this.#onBreak(room))
      .on(RoomEvent.Reconnected, () => this.#onJoined(room))
      .on(RoomEvent.AudioPlaybackStatusChanged, () => this.#soundBlocked.set(!room.canPlaybackAudio))
      .on(RoomEvent.Disconnected, (reason) => this.#onDisconnected(room, afterDisconnect(reason)));
  }

  #onBreak(room: Room): void {
    this.#sayBreak();
    clearTimeout(this.#stuckTimer);
    this.#stuckTimer = setTimeout(() => this.#onStuck(room), STUCK_MS);
  }

  #sayBreak(): void {
    clearTimeout(this.#breakTimer);
    this.#breakTimer = setTimeout(() => this.#say('reconnecting'), SHOW_BREAK_MS);
  }

  #onStuck(room: Room): void {
    if (this.#room.get() !== room || room.state === ConnectionState.Connected) return;
    if (this.#isReady && this.#options.isLineOnline()) this.#joinAnew(room);
    else this.#onBreak(room);
  }

  #joinAnew(room: Room): void {
    this.#leave(room);
    void room.disconnect(false);
    void this.#join();
  }

  #onDisconnected(room: Room, next: ReturnType<typeof afterDisconnect>): void {
    if (this.#room.get() !== room) return;
    this.#leave(room);
    if (next === 'replaced') return this.#say('replaced');
    if (next === 'over' && this.#closed) return;
    if (performance.now() - this.#connectedAt > SETTLED_MS) this.#attempt = 0;
    this.#sayBreak();
    if (this.#isReady) this.#joinLater();
    else this.#say('unavailable');
  }

  /** Another LiveKit runs: what the library still tries with the old room is given up for a fresh join. */
  #onMediaState(before: MediaState | null, now: MediaState | null): void {
    if (!this.#mayJoin) return;
    const room = this.#room.get();
    if (now?.state !== 'ready') {
      if (room === null) this.#say('unavailable');
      return;
    }
    if (before === null || !isAnotherLiveKit(before, now)) return;
    this.#attempt = 0;
    if (room === null) void this.#join();
    // Of a run that is gone the library may not know yet; of one that was only unready the room may well have lived on.
    else if (before.state === 'ready' || room.state !== ConnectionState.Connected) this.#joinAnew(room);
  }

  #say(status: RoomStatus): void {
    clearTimeout(this.#breakTimer);
    this.#status.set(status);
  }
}
