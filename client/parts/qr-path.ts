import { createCell, type Readable } from '../sync/cell.ts';

type Encode = (text: string) => readonly (readonly boolean[])[];

/** A code as one path of a drawing, a unit a module. */
export interface QrPath {
  readonly size: number;
  readonly path: string;
}

/** The empty zone around a code that the standard asks for, in modules. */
const QUIET = 4;

const encoder = createCell<Encode | null>(null);
let asked = false;

/** Comes when a page first needs it, as a script of its own; null until then. */
export function qrEncoder(): Readable<Encode | null> {
  if (!asked) {
    asked = true;
    void import('qr').then(
      ({ encodeQR }) => encoder.set((text) => encodeQR(text, 'raw', { ecc: 'medium', border: QUIET })),
      () => {
        asked = false;
      },
    );
  }
  return encoder;
}

export function pathOf(encode: Encode, text: string): QrPath {
  const modules = encode(text);
  const strokes = modules.flatMap((row, y) => runsOf(row).map(([x, length]) => `M${x} ${y}h${length}v1h-${length}z`));
  return { size: modules.length, path: strokes.join('') };
}

/** Dark modules side by side are one stroke: a page of badges is a tenth as long. */
function runsOf(row: readonly boolean[]): readonly (readonly [start: number, length: number])[] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1] += 1;
    else runs.push([x, 1]);
  });
  return runs;
}
