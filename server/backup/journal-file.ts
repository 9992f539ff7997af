import { join } from 'node:path';
import { z } from 'zod';
import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { JournalDamage } from '../../shared/protocol/journal-state.ts';
import { readAnchorFile } from '../guard/anchor-file.ts';
import type { Anchor } from '../guard/anchor-lines.ts';
import { allDamages, anchorDamages, type Checks } from '../guard/journal-check.ts';
import { openForReading } from '../store/database.ts';
import { createJournalChecks } from '../store/journal-checks.ts';
import type { Database } from '../store/sqlite-database.ts';
import { type CopiedConference, JOURNAL_FILE } from './copy-format.ts';

export interface JournalVerdict {
  readonly conferences: readonly CopiedConference[];
  readonly damages: readonly JournalDamage[];
  readonly anchors: readonly Anchor[];
}

/**
 * Reads the journal of a folder through: the file, every chain, and what was anchored. Also beside a running server:
 * it reads what is committed and changes nothing. `publicKey`: of the installation that signed the anchors.
 */
export async function verifyJournalFile(
  folder: string,
  publicKey: string | null,
  signal: AbortSignal,
): Promise<JournalVerdict> {
  const db = openForReading(join(folder, JOURNAL_FILE));
  try {
    const checks = asynchronous(createJournalChecks(db));
    const read = publicKey === null ? null : await readAnchorFile(folder, publicKey);
    const altered = read?.alteredLine ?? null;
    const anchors = read?.lines ?? [];
    return {
      conferences: conferencesOf(db),
      damages: [
        ...(altered === null ? [] : [{ conference: null, kind: 'anchors' as const, line: altered }]),
        ...(await anchorDamages(checks, anchors)),
        ...(await allDamages(checks, { signal, hurry: true })),
      ],
      anchors,
    };
  } finally {
    db.close();
  }
}

const asynchronous = (checks: ReturnType<typeof createJournalChecks>): Checks => ({
  quickCheck: async (table) => checks.quickCheck(table),
  checkedConferences: async () => checks.checkedConferences(),
  checkChain: async (...args) => checks.checkChain(...args),
  hashOfLine: async (...args) => checks.hashOfLine(...args),
  lastLine: async (conference) => checks.lastLine(conference),
});

const lastRow = z.object({ seq: z.int(), at: z.int(), hash: z.instanceof(Uint8Array) }).optional();
const creation = z.object({ details: z.object({ title: z.string() }) });

function conferencesOf(db: Database): readonly CopiedConference[] {
  const last = db.prepare('SELECT seq, at, hash FROM event WHERE conference = ? ORDER BY seq DESC LIMIT 1');
  const first = db.prepare('SELECT body FROM event WHERE conference = ? ORDER BY seq LIMIT 1').pluck();
  return createJournalChecks(db)
    .checkedConferences()
    .flatMap((id: ConferenceId) => {
      const row = lastRow.safeParse(last.get(id)).data;
      if (row === undefined) return [];
      const head = Buffer.from(row.hash).toString('hex');
      return [{ id, title: titleIn(first.get(id)) ?? id, lines: row.seq, head, lastAt: row.at }];
    });
}

function titleIn(body: unknown): string | null {
  try {
    return creation.safeParse(JSON.parse(String(body))).data?.details.title ?? null;
  } catch {
    return null;
  }
}
