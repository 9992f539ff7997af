import { z } from 'zod';
import type { Database } from './sqlite-database.ts';

/**
 * Rows stand in blocks: a block belongs to one conference and to one import, or to no import where its rows were
 * entered by hand. The position of a row says its block, so a whole import is seen or unseen by a few rows of
 * `delegate_block`, whatever its length; and each block has words of its own in the index, so that no search walks
 * through rows that it may not show.
 */
export const BLOCK_BITS = 17;
export const BLOCK_ROWS = 2 ** BLOCK_BITS;
export const BY_HAND = 0;

export const blockOf = (position: number): number => Math.floor(position / BLOCK_ROWS);
export const firstOf = (block: number): number => block * BLOCK_ROWS;

/** The letter before each word of a block, one that no word has: the index tells blocks apart by it. */
const FIRST_LETTER = 0x100;
const SURROGATES = 0xd800;
const SURROGATE_COUNT = 0x800;

export function letterOf(block: number): string {
  const letter = FIRST_LETTER + block;
  return String.fromCodePoint(letter < SURROGATES ? letter : letter + SURROGATE_COUNT);
}

export function markedWords(words: string, block: number): string {
  const letter = letterOf(block);
  return words === '' ? '' : letter + words.replaceAll(' ', ` ${letter}`);
}

const lastBlock = z.object({ block: z.int(), import: z.int(), next: z.int(), seen: z.int() }).optional();

/** Where the next row of a conference goes: by hand, or of an import. In order of entry, so also after imports. */
export function createPlaces(db: Database) {
  const last = db.prepare('SELECT * FROM delegate_block WHERE conference = ? ORDER BY block DESC LIMIT 1');
  const lastOfImport = db.prepare('SELECT * FROM delegate_block WHERE import = ? ORDER BY block DESC LIMIT 1');
  const open = db.prepare('INSERT INTO delegate_block (conference, import, next, seen) VALUES (?, ?, 0, ?)');
  const take = db.prepare('UPDATE delegate_block SET next = ? WHERE block = ?');
  return (conference: number, importKey: number, count = 1): { readonly first: number; readonly count: number } => {
    const found = lastBlock.parse(importKey === BY_HAND ? last.get(conference) : lastOfImport.get(importKey));
    const fits = found !== undefined && found.import === importKey && found.next < BLOCK_ROWS;
    const block = fits
      ? found.block
      : Number(open.run(conference, importKey, importKey === BY_HAND ? 1 : 0).lastInsertRowid);
    const next = fits ? found.next : 0;
    const taken = Math.min(count, BLOCK_ROWS - next);
    take.run(next + taken, block);
    return { first: firstOf(block) + next, count: taken };
  };
}

export function seenBlocks(db: Database, conference: number): readonly number[] {
  const blocks = db
    .prepare('SELECT block FROM delegate_block WHERE conference = ? AND seen = 1 ORDER BY block')
    .pluck();
  return z.array(z.int()).parse(blocks.all(conference));
}
