import type { Drill } from './drill.ts';

/** In the order in which `npm run drill` runs them all. */
export const DRILLS: readonly Drill[] = [];
