import type { Telemetry } from '../../shared/protocol/telemetry.ts';

export type SeenPicture = Telemetry['picture'];

/** The pixels of one look, grey, 0 to 255. */
export type Look = Uint8Array;

/** Below this a pixel is dark, and this share of dark ones is a lens that is covered rather than a dim hall. */
const DARK = 40;
const DARK_SHARE = 0.995;
const DARK_MEAN = 20;
/** So long the same picture, bit for bit, or so long black, before it is called so. */
const SAME_LOOKS = 6;
const BLACK_LOOKS = 4;

export interface PictureJudgement {
  readonly last: Look | null;
  readonly same: number;
  readonly black: number;
}

export const UNSEEN: PictureJudgement = { last: null, same: 0, black: 0 };

export function judged(before: PictureJudgement, look: Look): PictureJudgement {
  return {
    last: look,
    same: before.last !== null && isSame(before.last, look) ? before.same + 1 : 0,
    black: isBlack(look) ? before.black + 1 : 0,
  };
}

/** Black first: a covered lens is often the same black again and again. */
export function seenIn({ same, black }: PictureJudgement): SeenPicture {
  if (black >= BLACK_LOOKS) return 'black';
  return same >= SAME_LOOKS ? 'frozen' : 'moving';
}

/** The noise of a camera that lives never repeats itself, however still the hall: only a stuck picture does. */
function isSame(a: Look, b: Look): boolean {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return a.length === b.length;
}

function isBlack(look: Look): boolean {
  let dark = 0;
  let sum = 0;
  for (const pixel of look) {
    sum += pixel;
    if (pixel < DARK) dark += 1;
  }
  return look.length > 0 && sum / look.length < DARK_MEAN && dark / look.length >= DARK_SHARE;
}

/** Grey of RGBA pixels. */
export function greyOf(rgba: Uint8ClampedArray): Look {
  const grey = new Uint8Array(rgba.length / 4);
  for (let i = 0; i < grey.length; i++) {
    const at = i * 4;
    grey[i] = Math.round(0.3 * (rgba[at] ?? 0) + 0.59 * (rgba[at + 1] ?? 0) + 0.11 * (rgba[at + 2] ?? 0));
  }
  return grey;
}
