import { seededChance } from '../desk/seeded-chance.ts';
import { contradictions, journalFaults } from './agreement.ts';
import { type ChaosHall, openChaosHall } from './chaos-hall.ts';
import { type Act, act } from './chaos-hand.ts';

export interface ChaosWish {
  readonly ms: number;
  /** Ends before the time is over once so much was tried. */
  readonly enough?: number;
  readonly seed: number;
  readonly say: (line: string) => void;
  readonly signal: AbortSignal;
  /** How long screens may differ before it counts. */
  readonly agreeMs?: number;
  /** For a control: what is done to the hall before anybody presses. */
  readonly before?: (hall: ChaosHall) => Promise<void>;
}

export interface ChaosFindings {
  readonly acts: number;
  /** Presses and fillings that a screen took. */
  readonly taken: number;
  readonly events: number;
  readonly checks: number;
  readonly faults: readonly string[];
}

const CHECK_EVERY = 40;
const STORY = 12;
const ENOUGH_FAULTS = 5;

/** Six people press whatever is offered, in any order; those who only look must agree all the while. */
export async function runChaos(wish: ChaosWish): Promise<ChaosFindings> {
  const { ms, enough, agreeMs, seed, say, signal, before } = wish;
  const hall = await openChaosHall();
  try {
    await before?.(hall);
    const chance = seededChance(seed);
    const acts: Act[] = [];
    const faults: string[] = [];
    let checks = 0;
    const note = (found: readonly string[]): void => {
      for (const fault of found) faults.push(`${fault}\n${storyOf(acts)}`);
    };
    const isOver = (): boolean => signal.aborted || faults.length >= ENOUGH_FAULTS || acts.length === enough;
    for (const end = Date.now() + ms; Date.now() < end && !isOver(); ) {
      const hand = hall.hands[chance.between(0, hall.hands.length - 1)];
      if (hand === undefined) break;
      const done = await act(hand, chance);
      if (done === null) note([`${hand.seat}: nothing can be pressed at ${hand.page.url()}`]);
      else acts.push(done);
      if (done === null || acts.length % CHECK_EVERY !== 0) continue;
      checks += 1;
      note(await contradictions(hall, agreeMs));
      say(`${acts.length} acts, ${checks} comparisons, ${faults.length} faults; last: ${storyOf(acts.slice(-1))}`);
    }
    note(await contradictions(hall, agreeMs));
    note([...(await journalFaults(hall)), ...hall.misdeeds]);
    const taken = acts.filter(({ did }) => /(?:pressed|filled|chosen|counted)$/.test(did)).length;
    return { acts: acts.length, taken, events: await eventsOf(hall), checks: checks + 1, faults };
  } finally {
    await hall.close();
  }
}

const storyOf = (acts: readonly Act[]): string =>
  acts
    .slice(-STORY)
    .map(({ seat, did }) => `  ${seat}: ${did}`)
    .join('\n');

const eventsOf = async ({ secretary }: ChaosHall): Promise<number> => secretary.seq();
