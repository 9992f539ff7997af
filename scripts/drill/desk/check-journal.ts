import { z } from 'zod';
import { chainHash, FIRST_HASH } from '../../../server/store/chain.ts';
import type { Database } from '../../../server/store/sqlite-database.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { delegateOf, isRowCommand, type Marked, markerOf, numberOf } from './marked-commands.ts';

/** What the one who gave the commands knows. */
export interface Given {
  readonly conference: ConferenceId;
  readonly marked: Marked;
  /** The number of each acknowledged command, with the seq that it was told. */
  readonly acknowledged: ReadonlyMap<number, number>;
}

/** What is wrong with the journal, in words; nothing: an empty list. */
export interface Verdict {
  /** Acknowledged, and not there. */
  readonly lost: readonly string[];
  /** There twice. */
  readonly doubled: readonly string[];
  /** Holes, broken links, rows that do not belong to their facts, pages that are no pages. */
  readonly broken: readonly string[];
}

const eventRow = z.object({
  conference: z.string(),
  seq: z.int(),
  at: z.int(),
  actor: z.string(),
  type: z.string(),
  version: z.int(),
  body: z.string(),
  hash: z.instanceof(Uint8Array),
});
type EventRow = z.infer<typeof eventRow>;
const receiptRows = z.array(z.object({ command: z.string(), seq: z.int() }));
const titleOf = z.object({ details: z.object({ title: z.string() }) });

/** Reads the tables by themselves, with nothing of the store in between. */
export function checkJournal(db: Database, { conference, marked, acknowledged }: Given): Verdict {
  const events = z
    .array(eventRow)
    .parse(db.prepare('SELECT * FROM event WHERE conference = ? ORDER BY seq').all(conference));
  const receipts = new Map(
    receiptRows
      .parse(db.prepare('SELECT command, seq FROM receipt WHERE conference = ?').all(conference))
      .filter(({ command }) => command.startsWith('lenh-'))
      .map(({ command, seq }) => [numberOf(command), seq]),
  );
  const times = timesOfMarkers(events);
  const lost = [...acknowledged].flatMap(([n, seq]) => {
    const event = events[seq - 1];
    if (receipts.get(n) !== seq || event === undefined) return [`command ${n}, acknowledged as ${seq}`];
    if (isRowCommand(n)) return event.type === 'delegateMarkedAbsent' ? [] : [`command ${n}: ${seq} is ${event.type}`];
    return times.has(markerOf(n)) ? [] : [`command ${n} has a receipt and no fact`];
  });
  const twice = [...times].filter(([, count]) => count > 1).map(([marker, count]) => `${marker} ${count} times`);
  const rows = events.filter(({ type }) => type === 'delegateMarkedAbsent').length;
  const rowReceipts = [...receipts.keys()].filter(isRowCommand).length;
  const doubled = rows > rowReceipts ? [...twice, `${rows} marks for ${rowReceipts} commands`] : twice;
  const broken = [...brokenChain(events), ...strayRows(db, marked, receipts), ...integrity(db)];
  return { lost, doubled, broken };
}

function timesOfMarkers(events: readonly EventRow[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const { type, body } of events) {
    if (type !== 'conferenceDetailsCorrected') continue;
    const { title } = titleOf.parse(JSON.parse(body)).details;
    times.set(title, (times.get(title) ?? 0) + 1);
  }
  return times;
}

function brokenChain(events: readonly EventRow[]): readonly string[] {
  let hash: Uint8Array = FIRST_HASH;
  for (const [index, line] of events.entries()) {
    if (line.seq !== index + 1) return [`a hole before ${line.seq}`];
    const next = chainHash(hash, line);
    if (!next.equals(line.hash)) return [`the chain breaks at ${line.seq}`];
    hash = next;
  }
  return [];
}

/** The row of a delegate says what the last command about it said: facts and rows are one transaction. */
function strayRows(db: Database, marked: Marked, receipts: ReadonlyMap<number, number>): readonly string[] {
  const last = new Map<string, { readonly n: number; readonly seq: number }>();
  for (const [n, seq] of receipts) {
    const delegate = isRowCommand(n) ? delegateOf(marked, n) : undefined;
    if (delegate !== undefined && seq > (last.get(delegate)?.seq ?? 0)) last.set(delegate, { n, seq });
  }
  const read = db.prepare('SELECT said FROM delegate WHERE delegate = ?').pluck();
  return [...last].flatMap(([delegate, { n }]) => {
    const said = z.string().nullish().parse(read.get(delegate)) ?? '';
    return said.includes(markerOf(n)) ? [] : [`the row of ${delegate} does not say ${markerOf(n)} but ${said}`];
  });
}

function integrity(db: Database): readonly string[] {
  const found = z.array(z.string()).parse(db.prepare('PRAGMA integrity_check').pluck().all());
  return found.length === 1 && found[0] === 'ok' ? [] : found;
}
