import { setTimeout as pause } from 'node:timers/promises';
import {
  LocalAudioTrack,
  LocalVideoTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';
import { PICTURE, type TestPicture } from './test-picture.ts';
import { startTone } from './tone.ts';

export interface StageVisitOptions {
  /** A fresh way in, asked for at each try to join. */
  readonly entrance: () => Promise<{ readonly url: string; readonly token: string }>;
  readonly picture: TestPicture;
  readonly pitch: number;
  readonly onJoined: () => void;
}

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5_000;
/** The call and the permission travel apart; a publication that is too early is refused only after ten seconds. */
const PERMISSION_MS = 300;
const MICROPHONE_AGAIN_MS = 1_000;

/** A bridge's machine in the stage room: its camera always, its microphone while it is called; it always comes back. */
export class StageVisit {
  readonly #options: StageVisitOptions;
  readonly #closing = new AbortController();
  readonly #running: Promise<void>;
  #room: Room | null = null;
  #leave: () => void = () => undefined;
  #called = false;
  #microphone: { readonly sid: string; readonly tone: AbortController } | null = null;
  #turning = false;

  constructor(options: StageVisitOptions) {
    this.#options = options;
    this.#running = this.#stayForEver();
  }

  get isConnected(): boolean {
    return this.#room?.isConnected === true;
  }

  get isHeard(): boolean {
    return this.#microphone !== null;
  }

  /** Whether the journal wants this bridge's microphone open. */
  call(called: boolean): void {
    this.#called = called;
    void this.#turn();
  }

  /** LiveKit came back: what the library still tries with the old room is given up for a fresh join. */
  startOver(): void {
    if (!this.isConnected) this.#leave();
  }

  async close(): Promise<void> {
    this.#closing.abort();
    this.#leave();
    await this.#running;
  }

  async #stayForEver(): Promise<void> {
    const { signal } = this.#closing;
    for (let failures = 0; !signal.aborted; failures++) {
      if (await this.#stay().catch(() => false)) failures = 0;
      const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** failures);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** One stay, from joining to leaving; false when the door stayed shut. */
  async #stay(): Promise<boolean> {
    const { entrance, onJoined } = this.#options;
    const { url, token } = await entrance();
    const room = new Room();
    const left = new Promise<void>((resolve) => {
      this.#leave = resolve;
      room.on(RoomEvent.Disconnected, () => resolve());
    });
    const stay = new AbortController();
    try {
      await room.connect(url, token, { autoSubscribe: false, dynacast: true });
      this.#room = room;
      await this.#publishCamera(room, stay.signal);
      onJoined();
      this.call(this.#called);
      await left;
      return true;
    } finally {
      this.#room = null;
      stay.abort();
      this.#silence();
      await room.disconnect();
    }
  }

  async #publishCamera(room: Room, signal: AbortSignal): Promise<void> {
    const { width, height, framesPerSecond } = PICTURE;
    const source = new VideoSource(width, height);
    const timer = setInterval(() => {
      const pixels = this.#options.picture.draw(Date.now());
      source.captureFrame(new VideoFrame(pixels, width, height, VideoBufferType.RGBA));
    }, 1_000 / framesPerSecond);
    signal.addEventListener('abort', () => {
      clearInterval(timer);
      void source.close();
    });
    const track = LocalVideoTrack.createVideoTrack('camera', source);
    const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false });
    await room.localParticipant?.publishTrack(track, options);
  }

  /** Opens and closes until what is and what is wanted agree. */
  async #turn(): Promise<void> {
    if (this.#turning) return;
    this.#turning = true;
    while (this.#called !== this.isHeard && this.isConnected) {
      if (this.#called) await this.#speak();
      else await this.#hush();
    }
    this.#turning = false;
  }

  async #speak(): Promise<void> {
    await pause(PERMISSION_MS);
    const participant = this.#room?.localParticipant;
    if (!this.#called || participant === undefined) return;
    const tone = new AbortController();
    const track = LocalAudioTrack.createAudioTrack('microphone', startTone(this.#options.pitch, tone.signal));
    try {
      const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
      const { sid } = await participant.publishTrack(track, options);
      this.#microphone = { sid: sid ?? '', tone };
    } catch {
      tone.abort();
      await pause(MICROPHONE_AGAIN_MS);
    }
  }

  async #hush(): Promise<void> {
    const { sid } = this.#microphone ?? { sid: '' };
    this.#silence();
    // The server has usually taken the track away already, and then there is nothing to take back.
    await this.#room?.localParticipant?.unpublishTrack(sid).catch(() => undefined);
  }

  #silence(): void {
    this.#microphone?.tone.abort();
    this.#microphone = null;
  }
}
