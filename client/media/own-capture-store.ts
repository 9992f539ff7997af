/**
 * The own camera and microphone, captured while somebody wants them and kept until then. A device that is missing or refused leaves the other one and
 * everything else working; it is tried again when devices change and when somebody asks.
 */
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type Cell, createCell, type Readable } from '../sync/cell.ts';
import { type Chosen, DeviceMemory } from './device-memory.ts';
import { SoundMeter } from './sound-meter.ts';

/** `off`: nobody wants it now. */
export type CaptureStatus = 'off' | 'starting' | 'live' | 'missing' | 'refused';

export interface OwnDevices extends Chosen {
  readonly camera: CaptureStatus;
  readonly microphone: CaptureStatus;
  /** What is captured, for the own small picture; a new one whenever a track changes. */
  readonly stream: MediaStream | null;
  readonly cameras: readonly MediaDeviceInfo[];
  readonly microphones: readonly MediaDeviceInfo[];
  readonly speakers: readonly MediaDeviceInfo[];
}

type Kind = 'camera' | 'microphone';
export type WantedParts = Partial<Readonly<Record<Kind, boolean>>>;

const KINDS: readonly Kind[] = ['camera', 'microphone'];

const VIDEO: MediaTrackConstraints = {
  width: { ideal: 1280 },
  height: { ideal: 720 },
  frameRate: { ideal: 25, max: 30 },
};
const AUDIO: MediaTrackConstraints = { channelCount: { ideal: 1 } };

const unwanted = (chosen: Chosen): OwnDevices => ({
  camera: 'off',
  microphone: 'off',
  stream: null,
  cameras: [],
  microphones: [],
  speakers: [],
  ...chosen,
});

const whyNot = (error: unknown): CaptureStatus =>
  error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError')
    ? 'refused'
    : 'missing';

/** Exactly the chosen device: as a mere preference another one with better figures would win. */
const wishOf = (deviceId: string | null) => (deviceId === null ? {} : { deviceId: { exact: deviceId } });

export class OwnCapture {
  readonly meter = new SoundMeter();
  readonly #memory: DeviceMemory;
  readonly #devices: Cell<OwnDevices>;
  readonly #tracks: Record<Kind, MediaStreamTrack | null> = { camera: null, microphone: null };
  readonly #wants = new Set<WantedParts>();
  #following = false;
  #closed = false;

  /** `room`: whose choice of devices is remembered. */
  constructor(room: BridgeId | null) {
    this.#memory = new DeviceMemory(room);
    this.#devices = createCell(unwanted(this.#memory.chosen()));
    navigator.mediaDevices?.addEventListener('devicechange', this.#onDeviceChange);
  }

  get devices(): Readable<OwnDevices> {
    return this.#devices;
  }

  get cameraTrack(): MediaStreamTrack | null {
    return this.#tracks.camera;
  }

  get microphoneTrack(): MediaStreamTrack | null {
    return this.#tracks.microphone;
  }

  /** Somebody needs these; the answer takes the need back. What nobody needs any more is switched off. */
  want(parts: WantedParts): () => void {
    this.#wants.add(parts);
    this.#follow();
    return () => {
      this.#wants.delete(parts);
      this.#follow();
    };
  }

  close(): void {
    this.#closed = true;
    navigator.mediaDevices?.removeEventListener('devicechange', this.#onDeviceChange);
    this.meter.close();
    for (const track of Object.values(this.#tracks)) track?.stop();
  }

  readonly retry = (): void => {
    void this.retried();
  };

  /** Resolves when what is wanted and missing was asked for once more. */
  retried(): Promise<void> {
    return this.#captureMissing();
  }

  /** An empty id leaves the choice to the browser. */
  readonly chooseCamera = (deviceId: string): void => {
    this.#amend({ chosenCamera: this.#memory.keep('camera', deviceId) });
    if (this.#isWanted('camera')) void this.#capture('camera');
  };

  readonly chooseMicrophone = (deviceId: string): void => {
    this.#amend({ chosenMicrophone: this.#memory.keep('microphone', deviceId) });
    if (this.#isWanted('microphone')) void this.#capture('microphone');
  };

  readonly chooseSpeaker = (deviceId: string): void => {
    this.#amend({ chosenSpeaker: this.#memory.keep('speaker', deviceId) });
  };

  readonly #onDeviceChange = (): void => {
    void this.#captureMissing();
  };

  #isWanted(kind: Kind): boolean {
    return !this.#closed && [...this.#wants].some((parts) => parts[kind] === true);
  }

  /** After all that changes in one moment: a need that passes from one to another switches nothing off. */
  #follow(): void {
    if (this.#following) return;
    this.#following = true;
    queueMicrotask(() => {
      this.#following = false;
      if (this.#closed) return;
      const statuses = this.#devices.get();
      const rising = KINDS.filter((kind) => this.#isWanted(kind) && statuses[kind] === 'off');
      for (const kind of KINDS) if (!this.#isWanted(kind) && statuses[kind] !== 'off') this.#drop(kind);
      for (const kind of rising) this.#amend({ [kind]: 'starting' });
      if (rising.length === KINDS.length) void this.#captureBoth();
      else for (const kind of rising) void this.#capture(kind).then(() => this.#list());
    });
  }

  #drop(kind: Kind): void {
    this.#keep(kind, null);
    this.#amend({ [kind]: 'off' });
  }

  /** One question of the browser for both; only if that fails is each asked for alone. */
  async #captureBoth(): Promise<void> {
    try {
      const stream = await this.#ask({ video: this.#videoWish(), audio: this.#audioWish() });
      this.#keep('camera', stream.getVideoTracks()[0] ?? null);
      this.#keep('microphone', stream.getAudioTracks()[0] ?? null);
    } catch {
      await this.#capture('microphone');
      await this.#capture('camera');
    }
    await this.#list();
  }

  async #captureMissing(): Promise<void> {
    for (const kind of KINDS) if (this.#isWanted(kind) && this.#tracks[kind] === null) await this.#capture(kind);
    await this.#list();
  }

  async #capture(kind: Kind): Promise<void> {
    try {
      this.#keep(kind, await this.#trackOf(kind));
      await this.#list();
    } catch (error) {
      // A device that was captured and cannot be changed stays.
      if (this.#tracks[kind] === null && this.#isWanted(kind)) this.#amend({ [kind]: whyNot(error) });
    }
  }

  /** A device that was chosen and is not plugged in today must not leave the hall dark: any other will do. */
  async #trackOf(kind: Kind): Promise<MediaStreamTrack | null> {
    const wishes = kind === 'camera' ? { video: this.#videoWish() } : { audio: this.#audioWish() };
    const anyDevice = kind === 'camera' ? { video: VIDEO } : { audio: AUDIO };
    const stream = await this.#ask(wishes).catch((error: unknown) => {
      if (whyNot(error) === 'refused') throw error;
      return this.#ask(anyDevice);
    });
    return stream.getTracks()[0] ?? null;
  }

  /** A page without TLS has no `mediaDevices` at all. */
  async #ask(wish: MediaStreamConstraints): Promise<MediaStream> {
    if (navigator.mediaDevices === undefined) throw new DOMException('no secure context', 'SecurityError');
    const stream = await navigator.mediaDevices.getUserMedia(wish);
    if (!this.#closed) return stream;
    for (const track of stream.getTracks()) track.stop();
    throw new DOMException('the screen was left', 'AbortError');
  }

  #videoWish(): MediaTrackConstraints {
    return { ...VIDEO, ...wishOf(this.#devices.get().chosenCamera) };
  }

  #audioWish(): MediaTrackConstraints {
    return { ...AUDIO, ...wishOf(this.#devices.get().chosenMicrophone) };
  }

  #keep(kind: Kind, track: MediaStreamTrack | null): void {
    // The answer of the browser may come when nobody needs it any more.
    if (track !== null && !this.#isWanted(kind)) return track.stop();
    const before = this.#tracks[kind];
    this.#tracks[kind] = track;
    before?.stop();
    track?.addEventListener('ended', () => this.#onEnded(kind, track));
    if (kind === 'microphone') this.meter.listenTo(track);
    this.#amend({ [kind]: track === null ? 'missing' : 'live', stream: this.#stream() });
  }

  /** Unplugged, or taken by another programme. */
  #onEnded(kind: Kind, track: MediaStreamTrack): void {
    if (this.#tracks[kind] !== track) return;
    this.#keep(kind, null);
    void this.#capture(kind);
  }

  #stream(): MediaStream | null {
    const tracks = [this.#tracks.camera, this.#tracks.microphone].flatMap((track) => track ?? []);
    return tracks.length === 0 ? null : new MediaStream(tracks);
  }

  async #list(): Promise<void> {
    const all = (await navigator.mediaDevices?.enumerateDevices()) ?? [];
    const of = (kind: MediaDeviceKind) => all.filter((device) => device.kind === kind && device.deviceId !== '');
    this.#amend({ cameras: of('videoinput'), microphones: of('audioinput'), speakers: of('audiooutput') });
  }

  #amend(amendment: Partial<OwnDevices>): void {
    if (!this.#closed) this.#devices.set({ ...this.#devices.get(), ...amendment });
  }
}
