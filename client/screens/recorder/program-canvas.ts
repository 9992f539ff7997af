import { displayList } from './display-list.ts';
import { paint } from './paint.ts';
import type { Entry, Scale } from './painted.ts';

export const RECORDED = { width: 1_280, height: 720, perSecond: 25 } as const;

/** What nothing announces (a font that came, a letter that was set anew) is seen by then. */
const LOOK_AGAIN_MS = 500;
/** A change may come in several steps, and some move for a moment. */
const UNSETTLED_FRAMES = 8;

/** Paints what stands in `root` onto a canvas, twenty-five times a second. The page is read anew only when it changed. */
export class ProgramCanvas {
  readonly #root: HTMLElement;
  readonly #context: CanvasRenderingContext2D;
  readonly #observer: MutationObserver;
  readonly #timer: ReturnType<typeof setInterval>;
  #entries: readonly Entry[] = [];
  #readAt = 0;
  #unsettled = UNSETTLED_FRAMES;

  constructor(root: HTMLElement) {
    this.#root = root;
    const canvas = document.createElement('canvas');
    canvas.width = RECORDED.width;
    canvas.height = RECORDED.height;
    const context = canvas.getContext('2d', { alpha: false });
    if (context === null) throw new Error('no canvas to paint on');
    this.#context = context;
    this.#observer = new MutationObserver(() => {
      this.#unsettled = UNSETTLED_FRAMES;
    });
    this.#observer.observe(root, { subtree: true, childList: true, attributes: true, characterData: true });
    this.#timer = setInterval(() => this.#turn(), 1_000 / RECORDED.perSecond);
    this.#turn();
  }

  stream(): MediaStream {
    return this.#context.canvas.captureStream(RECORDED.perSecond);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#observer.disconnect();
  }

  #turn(): void {
    const now = performance.now();
    if (this.#unsettled > 0 || now - this.#readAt > LOOK_AGAIN_MS) {
      this.#unsettled = Math.max(0, this.#unsettled - 1);
      this.#readAt = now;
      this.#entries = displayList(this.#root, scaleOf(this.#root));
    }
    paint(this.#context, this.#entries);
  }
}

/** The whole of the root in the middle of the recorded picture. */
function scaleOf(root: HTMLElement): Scale {
  const { left, top, width, height } = root.getBoundingClientRect();
  const factor = Math.min(RECORDED.width / width, RECORDED.height / height);
  return {
    factor,
    left: left - (RECORDED.width / factor - width) / 2,
    top: top - (RECORDED.height / factor - height) / 2,
  };
}
