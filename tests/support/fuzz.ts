import { vi } from 'vitest';
import { type Doubles, HallOfScreens, settle } from './hall-of-screens.ts';
import { actorOf, type Try, typeAt } from './random.ts';
import { commandOf } from './random-commands.ts';
import type { TestScreen } from './screens.ts';

/** Chance that is the same on every machine (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

interface Run {
  readonly hall: HallOfScreens;
  readonly below: (limit: number) => number;
  readonly fraction: () => number;
}

const MAX_SCREENS = 9;

const anyScreen = ({ hall, below }: Run): TestScreen | undefined => hall.screens[below(hall.screens.length)];

function nextTry({ fraction, below }: Run): Try {
  const picks = [below(9_999), below(9_999), below(9_999)] as const;
  return { type: typeAt(fraction()), who: below(9_999), picks };
}

/** What somebody sees who is about to press: the truth, or a screen that may be behind. */
function viewOf(run: Run) {
  const replicas = [...(anyScreen(run)?.streams.values() ?? [])].map(({ replica }) => replica);
  const staff = run.hall.screens[0]?.streams.get('staff')?.replica;
  return run.below(3) === 0 ? (staff?.state ?? replicas[0]?.state ?? run.hall.desk.state) : run.hall.desk.state;
}

/** One thing that happens, and how likely it is beside the others. */
const STEPS: readonly (readonly [weight: number, step: (run: Run) => void | Promise<void>])[] = [
  [
    60,
    (run) => {
      const one = nextTry(run);
      const seen = viewOf(run);
      const command = commandOf(one, seen, run.hall.rolls);
      run.hall.send(actorOf(one, seen, command), command);
    },
  ],
  [7, ({ hall, below }) => hall.repeat(below(10_000))],
  [14, settle],
  [10, () => void vi.advanceTimersByTime(160)],
  [2, () => void vi.advanceTimersByTime(5_000)],
  [
    30,
    (run) => {
      const screen = anyScreen(run);
      for (let left = run.below(6); left >= 0; left--) screen?.receive(run.hall.desk);
    },
  ],
  [3, (run) => anyScreen(run)?.cut()],
  [
    7,
    (run) => {
      const screen = anyScreen(run);
      if (screen?.inbox === null) screen.connect(run.hall.desk);
    },
  ],
  [4, (run) => void anyScreen(run)?.inbox?.pop()],
  [
    1,
    (run) => {
      const like = anyScreen(run);
      if (like !== undefined && run.hall.screens.length < MAX_SCREENS) run.hall.join(like.actor);
    },
  ],
  [1.5, ({ hall }) => hall.restart()],
  [
    1.5,
    async (run) => {
      const one = nextTry(run);
      const command = commandOf(one, viewOf(run), run.hall.rolls);
      await run.hall.sendElsewhere(actorOf(one, viewOf(run), command), command);
    },
  ],
];

const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0);

function stepAt(fraction: number): (run: Run) => void | Promise<void> {
  let left = fraction * TOTAL;
  return STEPS.find(([weight]) => (left -= weight) < 0)?.[1] ?? settle;
}

export interface Outcome {
  readonly faults: readonly string[];
  readonly counts: HallOfScreens['counts'];
  readonly events: number;
}

/** A conference with everything that can go wrong, from this seed; then calm, and a look at what is wrong. */
export async function runSeed(seed: number, steps: number, doubles: Doubles): Promise<Outcome> {
  const fraction = chance(seed);
  const hall = await HallOfScreens.open(doubles);
  const run: Run = { hall, fraction, below: (limit) => Math.floor(fraction() * limit) };
  for (let step = 0; step < steps; step++) await stepAt(fraction())(run);
  await hall.calmDown();
  return { faults: await hall.faults(), counts: hall.counts, events: hall.desk.seq };
}
