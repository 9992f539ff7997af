import type { LowerThird } from '../../../shared/views/stage.ts';

/** At most two lines. `squeeze` narrows the letters, never their height: the last row reads by height. */
export interface LowerThirdLines {
  readonly first: Line;
  readonly second: Line | null;
}

export interface Line {
  readonly words: string;
  readonly squeeze: number;
}

export type Weight = 'strong' | 'plain';

/** How wide words are at full width, in the unit of `room`. */
export type Measure = (words: string, weight: Weight) => number;

/** Narrower than this, letters with two marks are no longer read from the last row. */
const NARROWEST = 0.78;

/** Which positions of a long title are left out, the least telling first: those between the Party post and the office. */
function shortened(positions: readonly string[]): readonly (readonly string[])[] {
  const tries: (readonly string[])[] = [positions];
  for (let last = positions; last.length > 1; ) {
    last = last.length > 2 ? last.toSpliced(1, 1) : last.slice(1);
    tries.push(last);
  }
  return tries;
}

/**
 * Bridge above, name and title below; when those two do not fit side by side, the name goes up to the bridge.
 * Letters are narrowed before a position is left out; the last resort is narrowed until it fits.
 */
export function lowerThirdLines({ bridge, person }: LowerThird, room: number, measure: Measure): LowerThirdLines {
  const line = (words: string, weight: Weight): Line => ({
    words,
    squeeze: Math.min(1, room / measure(words, weight)),
  });
  const alone: LowerThirdLines = { first: line(bridge, 'strong'), second: null };
  if (person === null) return alone;
  const candidates = shortened(person.positions).map((positions) =>
    arrangements(person.fullName ?? '', positions.join(', ')),
  );
  const legible = candidates.flatMap((pair) => pair.find(isAtLeast(1)) ?? pair.find(isAtLeast(NARROWEST)) ?? []);
  return legible[0] ?? candidates.at(-1)?.at(-1) ?? alone;

  function arrangements(name: string, title: string): readonly LowerThirdLines[] {
    const together = [name, title].filter((part) => part !== '').join(', ');
    if (together === '') return [alone];
    const below = { ...alone, second: line(together, 'plain') };
    if (name === '' || title === '') return [below];
    return [below, { first: line(`${bridge} · ${name}`, 'strong'), second: line(title, 'plain') }];
  }
}

const isAtLeast =
  (least: number) =>
  ({ first, second }: LowerThirdLines): boolean =>
    first.squeeze >= least && (second?.squeeze ?? 1) >= least;
