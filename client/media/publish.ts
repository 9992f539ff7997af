/**
 * What this bridge sends. It compares what it may send and has captured with what it sends, and makes one change at a
 * time until they agree: permissions may be announced twice, devices come and go, a publication may fail.
 */
import { ConnectionState, type LocalTrackPublication, type Room, RoomEvent, Track } from 'livekit-client';
import type { Readable } from '../sync/cell.ts';
import { createCell } from '../sync/cell.ts';
import type { OwnCapture } from './own-capture-store.ts';

const AGAIN_MS = 1_000;

export interface Sending {
  readonly camera: boolean;
  readonly microphone: boolean;
}

export class Publisher {
  readonly #room: Room;
  readonly #capture: OwnCapture;
  readonly #sending = createCell<Sending>({ camera: false, microphone: false });
  readonly #stopWatching: () => void;
  #working = false;
  #again = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(room: Room, capture: OwnCapture) {
    this.#room = room;
    this.#capture = capture;
    this.#stopWatching = capture.devices.subscribe(() => this.#wake());
    room
      .on(RoomEvent.Connected, this.#wake)
      .on(RoomEvent.Reconnected, this.#wake)
      .on(RoomEvent.ParticipantPermissionsChanged, this.#wake)
      .on(RoomEvent.LocalTrackPublished, this.#wake)
      .on(RoomEvent.LocalTrackUnpublished, this.#wake);
    this.#wake();
  }

  get sending(): Readable<Sending> {
    return this.#sending;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#stopWatching();
    this.#sending.set({ camera: false, microphone: false });
    this.#room
      .off(RoomEvent.Connected, this.#wake)
      .off(RoomEvent.Reconnected, this.#wake)
      .off(RoomEvent.ParticipantPermissionsChanged, this.#wake)
      .off(RoomEvent.LocalTrackPublished, this.#wake)
      .off(RoomEvent.LocalTrackUnpublished, this.#wake);
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
      // The microphone first: a hall waits to hear, and the camera is warm already.
      await this.#agreeOn(Track.Source.Microphone, this.#capture.microphoneTrack);
      await this.#agreeOn(Track.Source.Camera, this.#capture.cameraTrack);
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
    const sends = (publication: LocalTrackPublication | undefined): boolean => publication?.track !== undefined;
    const camera = sends(localParticipant.getTrackPublication(Track.Source.Camera));
    const microphone = sends(localParticipant.getTrackPublication(Track.Source.Microphone));
    const before = this.#sending.get();
    if (before.camera !== camera || before.microphone !== microphone) this.#sending.set({ camera, microphone });
  }
}
