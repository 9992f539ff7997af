import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { ACKNOWLEDGEMENT_SIGN_INS, LANES } from './acknowledgement-load.ts';
import { type BenchConference, createBenchConference } from './bench-conference.ts';
import { type Latency, latencyOf, rounded } from './figures.ts';
import { loadAcknowledgement } from './run-load.ts';
import { signInMany, startServer } from './server-process.ts';

/** In milliseconds. */
export interface AcknowledgementFigures {
  /** One command after the other. */
  readonly single: Latency;
  /** So many at once, all the time. */
  readonly inFlight: number;
  readonly streamed: Latency;
  readonly streamedPerSecond: number;
  /** A write and an fdatasync of the bytes that the journal keeps of one command. */
  readonly bare: Latency;
  readonly bareBytes: number;
  readonly ratioP50: number;
  readonly ratioP99: number;
}

export async function benchAcknowledgement(): Promise<AcknowledgementFigures> {
  const server = await startServer({ core: 0, media: false });
  try {
    const { first, all } = await signInMany(server, ACKNOWLEDGEMENT_SIGN_INS);
    const conference = await createBenchConference(server.origin, first);
    const bareBytes = await bytesOfCommand(conference, join(server.dataDir, 'journal.sqlite'));
    const samples = await loadAcknowledgement({
      kind: 'acknowledgement',
      origin: server.origin,
      conference: conference.id,
      bridges: conference.bridges.slice(0, 2),
      cookies: all.map(({ cookie }) => cookie),
      bareFile: join(server.dataDir, 'bare'),
      bareBytes,
    });
    const [single, bare] = [latencyOf(samples.single), latencyOf(samples.bare)];
    return {
      single,
      inFlight: LANES,
      streamed: latencyOf(samples.streamed),
      streamedPerSecond: Math.round(samples.streamedPerSecond),
      bare,
      bareBytes,
      ratioP50: rounded(single.p50 / bare.p50),
      ratioP99: rounded(single.p99 / bare.p99),
    };
  } finally {
    await server.close();
  }
}

/** The event's line and the command's receipt, as the tables hold them, with eight bytes for each number. */
async function bytesOfCommand({ act, bridges }: BenchConference, file: string): Promise<number> {
  for (const bridgeId of bridges.slice(0, 2)) await act({ type: 'armSource', source: { kind: 'bridge', bridgeId } });
  const journal = new Sqlite(file, { readonly: true });
  const bytes = journal
    .prepare(
      `SELECT length(event.conference) + length(actor) + length(type) + length(body) + length(hash) + 24
            + length(receipt.conference) + length(command) + 8
       FROM event JOIN receipt USING (conference, seq) WHERE type = 'sourceArmed' LIMIT 1`,
    )
    .pluck()
    .get();
  journal.close();
  return z.int().parse(bytes);
}
