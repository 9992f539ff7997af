/**
 * What this machine sends into a room. It compares what it may send and has captured with what it sends, and makes one change at a
 * time until they agree: permissions may be announced twice, devices come and go, a publication may fail.
 */
import { ConnectionState, type Room, RoomEvent, Track } from 'livekit-client';
import { type Cell, createCell, type Readable } from '../sync/cell.ts';

const AGAIN_MS = 1_000;

export interface Sending {
  readonly camera: boolean;
  readonly microphone: boolean;
  readonly screen: boolean;
}
export const SENDS_NOTHING: Sending = { camera: false, microphone: false, screen: false };

/** What is there to be sent; asked for anew at each change. */
export interface Captured {
  readonly camera: MediaStreamTrack | null;
  readonly microphone: MediaStreamTrack | null;
  readonly screen: MediaStreamTrack | null;
}

/** The microphone first: a hall waits to hear, and the camera is warm already. */
const SOURCES = [
  ['microphone', Track.Source.Microphone],
  ['camera', Track.Source.Camera],
  ['screen', Track.Source.ScreenShare],
] as const;

const CHANGES = [
  RoomEvent.Connected,
  RoomEvent.Reconnected,
  RoomEvent.ParticipantPermissionsChanged,
  RoomEvent.LocalTrackPublished,
  RoomEvent.LocalTrackUnpublished,
] as const;

export class Publisher {
  readonly #room: Room;
  readonly #captured: Readable<Captured>;
  readonly #sending: Cell<Sending>;
  readonly #stopWatching: () => void;
  #working = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  /** `sending` is told what is really sent; whoever opens the next publisher passes the same one. */
  constructor(room: Room, captured: Readable<Captured>, sending: Cell<Sending> = createCell(SENDS_NOTHING)) {
    this.#room = room;
    this.#captured = captured;
    this.#sending = sending;
    this.#stopWatching = captured.subscribe(() => this.#wake());
    for (const change of CHANGES) room.on(change, this.#wake);
    this.#wake();
  }

  get sending(): Readable<Sending> {
    return this.#sending;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stopWatching();
    this.#sending.set(SENDS_NOTHING);
    for (const change of CHANGES) this.#room.off(change, this.#wake);
  }

  readonly #wake = (): void => {
    if (this.#working) this.#again = true;
    else void this.#work();
  };

  async #work(): Promise<void> {
    clearTimeout(this.#timer);
    this.#working = true;
    do {
      this.#again = false;
      await this.#agree();
    } while (this.#again && !this.#closed);
    this.#working = false;
  }

  async #agree(): Promise<void> {
    if (this.#closed || this.#room.state !== ConnectionState.Connected) return;
    try {
      for (const [part, source] of SOURCES) await this.#agreeOn(source, this.#captured.get()[part]);
    } catch {
      this.#timer = setTimeout(this.#wake, AGAIN_MS);
    }
    this.#tell();
  }

  async #agreeOn(source: Track.Source, captured: MediaStreamTrack | null): Promise<void> {
    const { localParticipant } = this.#room;
    const publication = localParticipant.getTrackPublication(source);
    const sent = publication?.track;
    const wanted = this.#may(source) ? captured : null;
    if (wanted === null) {
      if (sent !== undefined) await localParticipant.unpublishTrack(sent, false);
    } else if (sent === undefined) {
      await localParticipant.publishTrack(wanted, { source });
    } else if (sent.mediaStreamTrack !== wanted) {
      await sent.replaceTrack(wanted, true);
      // The library mutes a track whose device ended; the device that follows is to be seen and heard.
      if (sent.isMuted) await sent.unmute();
    }
  }

  /** An empty list of sources means every source. */
  #may(source: Track.Source): boolean {
    const permissions = this.#room.localParticipant.permissions;
    if (permissions?.canPublish !== true) return false;
    const { canPublishSources } = permissions;
    return canPublishSources.length === 0 || canPublishSources.includes(Track.sourceToProto(source));
  }

  #tell(): void {
    const { localParticipant } = this.#room;
    const sends = (source: Track.Source): boolean => localParticipant.getTrackPublication(source)?.track !== undefined;
    const before = this.#sending.get();
    const now = {
      camera: sends(Track.Source.Camera),
      microphone: sends(Track.Source.Microphone),
      screen: sends(Track.Source.ScreenShare),
    };
    const changed = SOURCES.some(([part]) => before[part] !== now[part]);
    if (changed && !this.#closed) this.#sending.set(now);
  }
}
