import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { DamageBook } from '../../server/application/damage-book.ts';
import { archiveKey } from '../../server/archive/archive-key.ts';
import { AnchorFile } from '../../server/guard/anchor-file.ts';
import { JournalGuard } from '../../server/guard/journal-guard.ts';
import type { AnchorHead } from '../../server/store/sqlite-anchor-head.ts';
import { createAnchorHead } from '../../server/store/sqlite-anchor-head.ts';
import type { Database } from '../../server/store/sqlite-database.ts';
import { HN } from '../support/desk.ts';
import {
  addBridge,
  checksOn,
  damagesOf,
  integrityOf,
  rechain,
  tamper,
  writtenJournal,
} from '../support/guarded-journal.ts';

const LINES = 60;
const ANCHORED = 50;
const ROW = 23;

let close: () => void = () => undefined;
afterEach(() => close());

/** Sixty lines, of which the first fifty are anchored. */
async function anchored(): Promise<{ db: Database; file: string; folder: string }> {
  const { db, file, bench, close: end } = await writtenJournal(ANCHORED);
  close = end;
  const folder = dirname(file);
  await anchorNow(file, folder);
  while (bench.desk.seq < LINES) await addBridge(bench, `Xã ${bench.desk.seq}`);
  return { db, file, folder };
}

async function anchorNow(file: string, folder: string): Promise<void> {
  const checks = checksOn(file);
  const { seq, hash } = await checks.lastLine(HN);
  checks.close();
  const anchors = await AnchorFile.open(folder, await archiveKey(folder));
  await anchors.add([{ conference: HN, seq, hash, at: 1 }]);
}

/** One byte of the column, whatever its type. */
const flipped = (column: string): string =>
  column === 'at'
    ? `UPDATE event SET at = at + 1 WHERE seq = ?`
    : column === 'hash'
      ? `UPDATE event SET hash = CAST(substr(hash, 1, 31) || x'00' AS BLOB) WHERE seq = ?`
      : `UPDATE event SET ${column} = replace(${column}, substr(${column}, 3, 1), 'Z') WHERE seq = ?`;

describe('what is done to a journal behind the server’s back', () => {
  test.each(['body', 'hash', 'actor', 'at', 'type'])(
    '[STO1] a changed %s is found with its line; SQLite finds nothing',
    async (column) => {
      const { db, file, folder } = await anchored();
      expect(await damagesOf(file, folder)).toEqual([]);
      tamper(db, flipped(column), ROW);
      expect(integrityOf(db)).toBe('ok');
      expect(await damagesOf(file, folder)).toEqual([{ conference: HN, kind: 'changed-line', line: ROW }]);
    },
  );

  test('[STO1] two lines that changed places are found', async () => {
    const { db, file, folder } = await anchored();
    tamper(
      db,
      `UPDATE event SET body = (SELECT body FROM event AS other WHERE other.seq = 2 * ? + 1 - event.seq)
       WHERE seq IN (?, ? + 1)`,
      ROW,
      ROW,
      ROW,
    );
    expect(integrityOf(db)).toBe('ok');
    expect(await damagesOf(file, folder)).toContainEqual({ conference: HN, kind: 'changed-line', line: ROW });
  });

  test('[STO2] a tail that was cut is found by the anchors alone: the chain that is left holds', async () => {
    const { db, file, folder } = await anchored();
    tamper(db, 'DELETE FROM event WHERE seq > ?', ANCHORED - 10);
    expect(integrityOf(db)).toBe('ok');
    expect(await damagesOf(file, folder)).toEqual([{ conference: HN, kind: 'cut-tail', line: ANCHORED - 9 }]);
  });

  test('[STO2] a journal that is gone as a whole is missed', async () => {
    const { db, file, folder } = await anchored();
    tamper(db, 'DELETE FROM event');
    expect(await damagesOf(file, folder)).toEqual([{ conference: HN, kind: 'cut-tail', line: 1 }]);
  });

  test('[STO2] a chain that was made right again without the key does not lead to the anchored line', async () => {
    const { db, file, folder } = await anchored();
    tamper(db, flipped('body'), ROW);
    rechain(db, ROW);
    expect(integrityOf(db)).toBe('ok');
    expect(await damagesOf(file, folder)).toEqual([{ conference: HN, kind: 'rewritten', line: ANCHORED }]);
  });

  test('[STO2] what was cut after the last anchor is not found: so far and no farther the anchors reach', async () => {
    const { db, file, folder } = await anchored();
    tamper(db, 'DELETE FROM event WHERE seq > ?', ANCHORED);
    expect(await damagesOf(file, folder)).toEqual([]);
  });
});

describe('the file of anchors', () => {
  test('[STO3] a line that was altered, forged or taken out is named; the others still anchor', async () => {
    const { file, folder } = await anchored();
    await anchorNow(file, folder);
    await anchorNow(file, folder);
    const path = join(folder, 'anchors');
    const whole = readFileSync(path, 'utf8');
    const [first = '', second = '', third = ''] = whole.split('\n');
    const altered = async (text: string) => {
      writeFileSync(path, text);
      const { found } = await AnchorFile.open(folder, await archiveKey(folder));
      return [found.alteredLine, found.lines.length];
    };
    expect(await altered(whole)).toEqual([null, 3]);
    expect(await altered(`${first}\n${second.replace('"at":1', '"at":2')}\n${third}\n`)).toEqual([2, 2]);
    expect(await altered(`${first}\n${third}\n`)).toEqual([2, 1]);
    expect(await altered(`${first}\nnonsense\n${third}\n`)).toEqual([2, 1]);
  });

  test('[STO3] what a power cut left of a line is dropped by the next one', async () => {
    const { file, folder } = await anchored();
    const path = join(folder, 'anchors');
    writeFileSync(path, `${readFileSync(path, 'utf8')}{"conference":"h`);
    await anchorNow(file, folder);
    const { found } = await AnchorFile.open(folder, await archiveKey(folder));
    expect([found.alteredLine, found.lines.map(({ seq }) => seq)]).toEqual([null, [ANCHORED, LINES]]);
  });

  test('[STO3] a file that became shorter than the database remembers is told of, and stops nobody', async () => {
    const { db, file, folder } = await anchored();
    const head = createAnchorHead(db);
    const guardOn = async () => {
      const damages = new DamageBook();
      const checks = checksOn(file);
      const guard = new JournalGuard({
        store: {
          checks,
          openChecks: async () => ({ ...checks, end: async () => undefined }),
          anchorHead: async () => head.anchorHead(),
          noteAnchors: async (noted: AnchorHead) => head.noteAnchors(noted),
        },
        anchors: await AnchorFile.open(folder, await archiveKey(folder)),
        report: (damage) => damages.report(damage),
        isDamaged: (id) => damages.of(id) !== null,
        now: () => 2,
        onFault: (cause) => {
          throw cause;
        },
      });
      return { guard, damages, end: () => checks.close() };
    };
    const first = await guardOn();
    await first.guard.checkAtStart();
    await first.guard.close([{ id: HN, seq: LINES }]);
    first.end();
    expect(first.damages.all).toEqual([]);
    const path = join(folder, 'anchors');
    const whole = readFileSync(path, 'utf8');
    expect(whole.split('\n')).toHaveLength(3);
    writeFileSync(path, `${whole.split('\n')[0]}\n`);
    const second = await guardOn();
    await second.guard.checkAtStart();
    second.end();
    expect(second.damages.all).toEqual([{ conference: null, kind: 'anchors', line: 2 }]);
    expect(second.damages.of(HN)).toBeNull();
  });
});
