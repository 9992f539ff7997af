import type { OwnCapture } from './own-capture-store.ts';
import { greyOf, judged, type PictureJudgement, type SeenPicture, seenIn, UNSEEN } from './picture-judgement.ts';

const EVERY_MS = 500;
/** Small enough to cost nothing, large enough that the noise of a camera shows. */
const WIDTH = 160;
const HEIGHT = 90;

/** Looks at the own camera twice a second: whether it lives, stands still or is black. */
export class OwnPictureWatch {
  readonly #capture: OwnCapture;
  readonly #video = document.createElement('video');
  readonly #surface = newSurface();
  readonly #timer = setInterval(() => this.#look(), EVERY_MS);
  readonly #stop: () => void;
  #track: MediaStreamTrack | null = null;
  #judgement: PictureJudgement = UNSEEN;

  constructor(capture: OwnCapture) {
    this.#capture = capture;
    this.#video.muted = true;
    this.#stop = capture.devices.subscribe(() => this.#follow());
    this.#follow();
  }

  get seen(): SeenPicture {
    return this.#track === null ? 'none' : seenIn(this.#judgement);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#stop();
    this.#video.srcObject = null;
  }

  #follow(): void {
    const { cameraTrack } = this.#capture;
    if (cameraTrack === this.#track) return;
    this.#track = cameraTrack;
    this.#judgement = UNSEEN;
    this.#video.srcObject = cameraTrack === null ? null : new MediaStream([cameraTrack]);
    if (cameraTrack !== null) void this.#video.play().catch(() => undefined);
  }

  /** A page that nobody sees is given no new frames: then nothing can be said, and nothing is. */
  #look(): void {
    if (document.hidden || this.#track === null || this.#surface === null) {
      this.#judgement = UNSEEN;
      return;
    }
    if (this.#video.paused) void this.#video.play().catch(() => undefined);
    if (this.#video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return;
    this.#surface.drawImage(this.#video, 0, 0, WIDTH, HEIGHT);
    this.#judgement = judged(this.#judgement, greyOf(this.#surface.getImageData(0, 0, WIDTH, HEIGHT).data));
  }
}

function newSurface(): CanvasRenderingContext2D | null {
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const surface = canvas.getContext('2d', { willReadFrequently: true });
  // Averaged pixels would lose the noise by which a living picture is known.
  if (surface !== null) surface.imageSmoothingEnabled = false;
  return surface;
}
