import { BLOCK_ROWS, blockOf, firstOf } from './sqlite-blocks.ts';

/** Which rows of the list a file has already found again: a bit for each, 240 KB for 1.9 million. */
export class TakenPositions {
  readonly #blocks = new Map<number, Uint8Array>();

  has(position: number): boolean {
    const place = position - firstOf(blockOf(position));
    return (((this.#blocks.get(blockOf(position))?.[place >> 3] ?? 0) >> (place & 7)) & 1) === 1;
  }

  add(position: number): void {
    const block = blockOf(position);
    const place = position - firstOf(block);
    const bits = this.#blocks.get(block) ?? new Uint8Array(BLOCK_ROWS / 8);
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7));
    this.#blocks.set(block, bits);
  }
}
