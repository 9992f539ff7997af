import { createCell, type Readable } from '../sync/cell.ts';

export type ScreenStatus = 'off' | 'asking' | 'live' | 'refused' | 'unsupported';

export interface SharedScreen {
  readonly status: ScreenStatus;
  readonly track: MediaStreamTrack | null;
}

const NONE: SharedScreen = { status: 'off', track: null };

/** Letters must stay sharp: many pixels, few pictures a second. No sound: a companion has no voice. */
const WISH: DisplayMediaStreamOptions = {
  video: { width: { ideal: 1920, max: 1920 }, height: { ideal: 1080, max: 1080 }, frameRate: { ideal: 15, max: 15 } },
  audio: false,
};

/** The screen or window that this machine shows to everybody, as long as somebody shares it. */
export class ScreenCapture {
  readonly #shared = createCell<SharedScreen>(NONE);
  #closed = false;

  get shared(): Readable<SharedScreen> {
    return this.#shared;
  }

  /** Must be called from a press: the browser asks which screen or window. */
  readonly start = async (): Promise<void> => {
    if (this.#shared.get().track !== null) return;
    if (navigator.mediaDevices?.getDisplayMedia === undefined) {
      this.#shared.set({ status: 'unsupported', track: null });
      return;
    }
    this.#shared.set({ status: 'asking', track: null });
    try {
      this.#keep((await navigator.mediaDevices.getDisplayMedia(WISH)).getVideoTracks()[0] ?? null);
    } catch {
      this.#shared.set({ status: 'refused', track: null });
    }
  };

  readonly stop = (): void => {
    this.#shared.get().track?.stop();
    this.#shared.set(NONE);
  };

  close(): void {
    this.#closed = true;
    this.stop();
  }

  #keep(track: MediaStreamTrack | null): void {
    if (track === null || this.#closed) {
      track?.stop();
      this.#shared.set(NONE);
      return;
    }
    track.contentHint = 'detail';
    // The browser's own bar ends the sharing too.
    track.addEventListener('ended', () => {
      if (this.#shared.get().track === track) this.#shared.set(NONE);
    });
    this.#shared.set({ status: 'live', track });
  }
}
