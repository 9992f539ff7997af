import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { advanceOf, glyphOf, left, outlineOf, right } from '../../scripts/figures/glyphs.ts';
import { FIGURES, tabularFigures } from '../../scripts/figures/tabular-figures.ts';
import { type Tables, tablesOf, woffOf } from '../../scripts/figures/woff.ts';

const WEIGHTS = [400, 500, 600, 700];
const source = (weight: number): Tables =>
  tablesOf(readFileSync(`node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff`));
const bundled = (weight: number): Buffer => readFileSync(`client/styles/figures/figures-${weight}.woff`);

const widths = (font: Tables) => new Set(FIGURES.map((figure) => advanceOf(font, glyphOf(font, figure))));
const sideBearings = (font: Tables, figure: string) => {
  const glyph = glyphOf(font, figure);
  const outline = outlineOf(font, glyph);
  return [left(outline), advanceOf(font, glyph) - right(outline)];
};

test.each(WEIGHTS)('the figures of weight %i are all of one width, each in the middle of its cell', (weight) => {
  const font = tablesOf(bundled(weight));
  expect(widths(font).size).toBe(1);
  for (const figure of FIGURES) {
    const [before = 0, after = 0] = sideBearings(font, figure);
    expect(Math.abs(before - after)).toBeLessThanOrEqual(1);
    expect(Math.min(before, after)).toBeGreaterThan(0);
  }
});

test('control: the figures of the family itself are of many widths', () => {
  expect(widths(source(400)).size).toBeGreaterThan(5);
});

test.each(WEIGHTS)('the bundled figures of weight %i are those of the installed font', (weight) => {
  const made = tablesOf(woffOf(tabularFigures(source(weight))));
  const kept = tablesOf(bundled(weight));
  expect([...kept.keys()]).toEqual([...made.keys()]);
  for (const [tag, bytes] of made) expect(kept.get(tag)?.equals(bytes)).toBe(true);
});

test('a figure keeps its form: only its place in the cell changes', () => {
  const before = source(700);
  const after = tablesOf(bundled(700));
  for (const figure of FIGURES) {
    const [was, is] = [outlineOf(before, glyphOf(before, figure)), outlineOf(after, glyphOf(after, figure))];
    const shift = left(is) - left(was);
    expect(is.ends).toEqual(was.ends);
    expect(is.points).toEqual(was.points.map((point) => ({ ...point, x: point.x + shift })));
  }
});
