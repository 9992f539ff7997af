import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Database } from './sqlite-database.ts';

/** How long the file of anchors was when something was last added to it, and with which signature it ended. */
export interface AnchorHead {
  readonly lines: number;
  readonly signature: string;
}

const headRow = z.object({ lines: z.int(), signature: z.string() }).optional();

export const createAnchorHead = (db: Database) => ({
  anchorHead: (): AnchorHead | null =>
    headRow.parse(db.prepare('SELECT lines, signature FROM anchor_head').get()) ?? null,
  noteAnchors: ({ lines, signature }: AnchorHead): void =>
    void db
      .prepare('INSERT OR REPLACE INTO anchor_head (one, lines, signature) VALUES (1, ?, ?)')
      .run(lines, signature),
});

/** As much as a batch of commands takes: what a few bytes find room for says nothing of the next batch. */
const PROBE_BYTES = 64 * 1024;

/** Throws as long as the disk takes nothing. */
export const createProbe = (db: Database) => ({
  probe: (): void =>
    void db.prepare('INSERT OR REPLACE INTO disk_probe (one, filler) VALUES (1, ?)').run(randomBytes(PROBE_BYTES)),
});
