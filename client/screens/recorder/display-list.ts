import { boxesOf } from './element-boxes.ts';
import type { Entry, Painted, Picture, Rect, Scale } from './painted.ts';
import { wordsOf } from './text-words.ts';

interface Around {
  readonly scale: Scale;
  readonly opacity: number;
  readonly clips: readonly Rect[];
  readonly entries: Entry[];
}

/**
 * Everything that is seen in `root`, in the order of its painting. The recording draws what the page shows, so that
 * there is one rule for what is seen: whatever a wall can show, a recording has.
 */
export function displayList(root: HTMLElement, scale: Scale): readonly Entry[] {
  const entries: Entry[] = [];
  collect(root, { scale, opacity: 1, clips: [], entries });
  return entries;
}

export const scaled = ({ left, top, width, height }: DOMRect, scale: Scale): Rect => ({
  x: (left - scale.left) * scale.factor,
  y: (top - scale.top) * scale.factor,
  width: width * scale.factor,
  height: height * scale.factor,
});

function collect(element: Element, around: Around): void {
  const style = getComputedStyle(element);
  const opacity = around.opacity * Number(style.opacity);
  if (style.display === 'none' || opacity === 0) return;
  const rect = scaled(element.getBoundingClientRect(), around.scale);
  const isSeen = style.visibility === 'visible';
  const clips = style.overflow === 'visible' ? around.clips : [...around.clips, rect];
  const inner = { ...around, opacity, clips };
  const own = isSeen ? ownPicture(element, rect, style) : null;
  if (isSeen) add({ ...around, opacity }, boxesOf(style, rect, around.scale.factor));
  if (own !== null) return add({ ...around, opacity }, [own]);
  collectInner(element, isSeen ? style : null, inner);
  if (isSeen) add(inner, veilOver(element, rect, around.scale));
}

function add({ entries, opacity, clips }: Around, painted: readonly Painted[]): void {
  for (const one of painted) entries.push({ painted: one, opacity, clips });
}

/** `style`: of the element's own words; null: they are not seen, although what stands in it may be. */
function collectInner(element: Element, style: CSSStyleDeclaration | null, inner: Around): void {
  for (const child of childrenInOrder(element)) {
    if (child instanceof Element) collect(child, inner);
    else if (style !== null) add(inner, wordsOf(child, style, inner.scale));
  }
}

/** What a style lays over the whole of an element: the lines between the halls of a grid. */
function veilOver(element: Element, rect: Rect, { factor }: Scale): readonly Painted[] {
  const style = getComputedStyle(element, '::after');
  const covers = style.content !== 'none' && style.position === 'absolute' && style.inset === '0px';
  return covers ? boxesOf(style, rect, factor) : [];
}

function ownPicture(element: Element, rect: Rect, { objectFit, color }: CSSStyleDeclaration): Painted | null {
  if (isPicture(element)) return { kind: 'picture', rect, element, fit: objectFit };
  if (!(element instanceof SVGSVGElement)) return null;
  const paths = [...element.querySelectorAll('path')].map((path) => new Path2D(path.getAttribute('d') ?? ''));
  return { kind: 'shape', rect, paths, side: element.viewBox.baseVal.width, fill: color };
}

const isPicture = (element: Element): element is Picture =>
  element instanceof HTMLVideoElement || element instanceof HTMLImageElement || element instanceof HTMLCanvasElement;

/** As the browser paints: what is positioned above what is not, then by its z-index. */
function childrenInOrder(element: Element): readonly (Element | Text)[] {
  const children = [...element.childNodes].filter((node) => node instanceof Element || node instanceof Text);
  if (children.length < 2) return children;
  const layered = children.map((child) => ({ child, layer: layerOf(child) }));
  return layered.toSorted((a, b) => a.layer - b.layer).map(({ child }) => child);
}

function layerOf(node: Element | Text): number {
  if (node instanceof Text) return 0;
  const { position, zIndex } = getComputedStyle(node);
  if (position === 'static') return 0;
  const index = Number(zIndex);
  if (zIndex === 'auto' || Number.isNaN(index)) return 1;
  return index < 0 ? index : 1 + index;
}
