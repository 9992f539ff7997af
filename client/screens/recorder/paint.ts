import type { Entry, Painted, Picture, Rect } from './painted.ts';

type Context = CanvasRenderingContext2D;
type Of<K extends Painted['kind']> = Extract<Painted, { kind: K }>;

/** Paints one picture of the recording. What of it moves is read from the elements anew each time. */
export function paint(context: Context, entries: readonly Entry[]): void {
  const { width, height } = context.canvas;
  context.globalAlpha = 1;
  context.fillStyle = '#000';
  context.fillRect(0, 0, width, height);
  for (const { painted, opacity, clips } of entries) {
    context.save();
    for (const clip of clips) clipTo(context, clip);
    context.globalAlpha = opacity;
    paintOne(context, painted);
    context.restore();
  }
}

function clipTo(context: Context, { x, y, width, height }: Rect): void {
  context.beginPath();
  context.rect(x, y, width, height);
  context.clip();
}

function paintOne(context: Context, painted: Painted): void {
  switch (painted.kind) {
    case 'box':
      context.fillStyle = painted.fill;
      outline(context, painted.rect, painted.radius);
      return context.fill();
    case 'ring':
      context.strokeStyle = painted.stroke;
      context.lineWidth = painted.width;
      outline(context, painted.rect, painted.radius);
      return context.stroke();
    case 'picture':
      return paintPicture(context, painted);
    case 'word':
      return paintWord(context, painted);
    case 'shape':
      return paintShape(context, painted);
  }
}

function outline(context: Context, { x, y, width, height }: Rect, radius: number): void {
  context.beginPath();
  if (radius === 0) context.rect(x, y, width, height);
  else context.roundRect(x, y, width, height, radius);
}

function paintPicture(context: Context, { rect, element, fit }: Of<'picture'>): void {
  const size = sizeOf(element);
  if (size === null) return;
  const { x, y, width, height } = fitted(size, rect, fit);
  clipTo(context, rect);
  context.drawImage(element, x, y, width, height);
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** null: there is nothing to draw of it yet. */
function sizeOf(element: Picture): Size | null {
  if (element instanceof HTMLVideoElement) {
    const { videoWidth: width, videoHeight: height, readyState } = element;
    return readyState < HTMLMediaElement.HAVE_CURRENT_DATA || width === 0 ? null : { width, height };
  }
  if (element instanceof HTMLCanvasElement) return element.width * element.height === 0 ? null : element;
  const { naturalWidth: width, naturalHeight: height, complete } = element;
  return complete && width > 0 ? { width, height } : null;
}

/** As `object-fit` lays a picture into its box. */
export function fitted({ width, height }: Size, box: Rect, fit: string): Rect {
  if (fit !== 'contain' && fit !== 'cover') return box;
  const [across, down] = [box.width / width, box.height / height];
  const factor = fit === 'contain' ? Math.min(across, down) : Math.max(across, down);
  return {
    x: box.x + (box.width - width * factor) / 2,
    y: box.y + (box.height - height * factor) / 2,
    width: width * factor,
    height: height * factor,
  };
}

/** Letters that the page squeezes or spreads are drawn to the width that they have there. */
function paintWord(context: Context, { word, at, width, font, fill }: Of<'word'>): void {
  context.font = font;
  context.fillStyle = fill;
  context.textBaseline = 'alphabetic';
  const natural = context.measureText(word);
  context.translate(at.x, at.y + natural.fontBoundingBoxAscent);
  context.scale(width / natural.width, 1);
  context.fillText(word, 0, 0);
}

function paintShape(context: Context, { rect, paths, side, fill }: Of<'shape'>): void {
  if (side === 0) return;
  context.translate(rect.x, rect.y);
  context.scale(rect.width / side, rect.height / side);
  context.fillStyle = fill;
  for (const path of paths) context.fill(path, 'evenodd');
}
