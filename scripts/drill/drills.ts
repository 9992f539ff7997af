import { chaos } from './chaos/chaos.ts';
import type { Drill } from './drill.ts';
import { fuzzDrill } from './fuzz/fuzz-drill.ts';
import { kill } from './kill/kill.ts';
import { longDay } from './long-day/long-day.ts';
import { lossy } from './lossy/lossy.ts';
import { outage } from './outage/outage.ts';
import { power } from './power/power.ts';
import { restart } from './restart/restart.ts';
import { simulationDrill } from './simulation/simulation.ts';

/** In the order in which `npm run drill` runs them all. */
export const DRILLS: readonly Drill[] = [
  kill,
  power,
  restart,
  chaos,
  fuzzDrill,
  longDay,
  lossy,
  outage,
  simulationDrill,
];
