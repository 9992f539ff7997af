import type { Latency, Spread } from './figures.ts';

/** A figure, its bare limit from the same run, what the one is of the other, and what is aimed at. */
export type Row = readonly [what: string, ours: string, bare: string, ratio: string, aim: string];

export const latency = ({ p50, p99 }: Latency): string => `${p50} / ${p99}`;
export const spread = ({ median, min, max }: Spread): string => `${median} [${min}–${max}]`;
