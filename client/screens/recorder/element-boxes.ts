import type { Painted, Rect } from './painted.ts';

const CLEAR = 'rgba(0, 0, 0, 0)';

/** The surface of an element: its ground, its border, a line drawn inside it or around it. */
export function boxesOf(style: CSSStyleDeclaration, rect: Rect, factor: number): readonly Painted[] {
  if (rect.width === 0 || rect.height === 0) return [];
  const radius = radiusOf(style.borderTopLeftRadius, rect, factor);
  const rings = linesOf(style).map(({ colour, width, inside }) => {
    const line = width * factor;
    return { kind: 'ring' as const, rect: within(rect, inside ? line : -line), stroke: colour, width: line, radius };
  });
  if (style.backgroundColor === CLEAR) return rings;
  return [{ kind: 'box', rect, fill: style.backgroundColor, radius }, ...rings];
}

interface Line {
  readonly colour: string;
  readonly width: number;
  readonly inside: boolean;
}

const SHADOW_INSIDE = /^(rgba?\([^)]*\)) 0px 0px 0px ([\d.]+)px inset$/;

function linesOf(style: CSSStyleDeclaration): readonly Line[] {
  const [, shadow = '', spread = '0'] = SHADOW_INSIDE.exec(style.boxShadow) ?? [];
  const lines = [
    { kind: style.borderTopStyle, colour: style.borderTopColor, width: style.borderTopWidth, inside: true },
    { kind: style.outlineStyle, colour: style.outlineColor, width: style.outlineWidth, inside: false },
    { kind: 'solid', colour: shadow, width: spread, inside: true },
  ];
  return lines.flatMap(({ kind, colour, width, inside }) => {
    const drawn = Number.parseFloat(width);
    return kind === 'solid' && drawn > 0 ? [{ colour, width: drawn, inside }] : [];
  });
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
