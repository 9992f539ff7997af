/** Makes client/styles/figures/ anew from the installed font: `node --import tsx scripts/make-figures.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tabularFigures } from './figures/tabular-figures.ts';
import { tablesOf, woffOf } from './figures/woff.ts';

const WEIGHTS = [400, 500, 600, 700];
const source = (weight: number) =>
  new URL(
    `../node_modules/@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-${weight}-normal.woff`,
    import.meta.url,
  );

for (const weight of WEIGHTS) {
  const figures = woffOf(tabularFigures(tablesOf(readFileSync(source(weight)))));
  writeFileSync(new URL(`../client/styles/figures/figures-${weight}.woff`, import.meta.url), figures);
}
