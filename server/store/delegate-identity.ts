import { nameForm } from './search-words.ts';

interface Named {
  readonly fullName: string | null;
  readonly positions: readonly string[];
  readonly homeUnit: string;
}

/**
 * A number of 53 bits for the name and the home unit, by which a row of a file finds the one of the list that it
 * repeats; the bridge stands beside it in the index. Who has no name yet is known by the posts.
 */
export function matchOf({ fullName, positions, homeUnit }: Named): number {
  return hash53(`${nameForm(fullName ?? positions.join(' '))}\n${nameForm(homeUnit)}`);
}

/** Two 32-bit mixes side by side (cyrb53): no cryptography, only few collisions within one bridge. */
function hash53(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    high = Math.imul(high ^ unit, 2_654_435_761);
    low = Math.imul(low ^ unit, 1_597_334_677);
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (0x1f_ffff & low) + (high >>> 0);
}
