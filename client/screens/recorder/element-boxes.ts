import type { Painted, Rect } from './display-list.ts';

const CLEAR = 'rgba(0, 0, 0, 0)';

/** The surface of an element: its ground, its border, a line drawn inside it or around it. */
export function boxesOf(style: CSSStyleDeclaration, rect: Rect, factor: number): readonly Painted[] {
  if (rect.width === 0 || rect.height === 0) return [];
  const radius = radiusOf(style.borderTopLeftRadius, rect, factor);
  const boxes: Painted[] = [];
  if (style.backgroundColor !== CLEAR) boxes.push({ kind: 'box', rect, fill: style.backgroundColor, radius });
  const border = Number.parseFloat(style.borderTopWidth) * factor;
  if (border > 0 && style.borderTopStyle === 'solid') {
    boxes.push({ kind: 'ring', rect: within(rect, border), stroke: style.borderTopColor, width: border, radius });
  }
  const outline = Number.parseFloat(style.outlineWidth) * factor;
  if (outline > 0 && style.outlineStyle === 'solid') {
    boxes.push({ kind: 'ring', rect: within(rect, -outline), stroke: style.outlineColor, width: outline, radius });
  }
  const [, colour = '', spread = '0'] = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px inset$/.exec(style.boxShadow) ?? [];
  const line = Number(spread) * factor;
  if (line > 0) boxes.push({ kind: 'ring', rect: within(rect, line), stroke: colour, width: line, radius });
  return boxes;
}

/** The middle of a line of that width that runs along the inside. */
const within = ({ x, y, width, height }: Rect, line: number): Rect => ({
  x: x + line / 2,
  y: y + line / 2,
  width: Math.max(0, width - line),
  height: Math.max(0, height - line),
});

function radiusOf(given: string, { width, height }: Rect, factor: number): number {
  const value = Number.parseFloat(given) || 0;
  const most = Math.min(width, height) / 2;
  return Math.min(most, given.endsWith('%') ? (value / 100) * Math.min(width, height) : value * factor);
}
