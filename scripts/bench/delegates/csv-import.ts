import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { stringify } from 'csv-stringify';
import { newJob } from '../../../server/application/import-job.ts';
import { readJob } from '../../../server/application/import-reading.ts';
import { readList } from '../../../server/lists/read-list.ts';
import type { Store } from '../../../server/store/sqlite-store.ts';
import { evolve } from '../../../shared/domain/evolve.ts';
import { type ConferenceId, importIdSchema } from '../../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../../shared/domain/state.ts';
import { benchBridge, PER_BRIDGE, peopleRows } from './people.ts';

export interface CsvImport {
  readonly seconds: number;
  readonly longestChunkMs: number;
  readonly peakMiB: number;
}

/** The product's own way of a file: read in its worker, staged by the store's, until the preview is ready. */
export async function importCsv(
  store: Store,
  conference: ConferenceId,
  name: string,
  csv: CsvFile,
): Promise<CsvImport> {
  const importId = importIdSchema.parse(name);
  const job = newJob({ conference, importId, list: 'delegates', name: 'bench.csv', startedAt: Date.now() });
  let longestChunkMs = 0;
  const addPacked: Store['imports']['addPacked'] = async (id, packed) => {
    const start = performance.now();
    const outcome = await store.imports.addPacked(id, packed);
    longestChunkMs = Math.max(longestChunkMs, performance.now() - start);
    return outcome;
  };
  const base = process.memoryUsage.rss();
  let peak = base;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 200);
  const start = performance.now();
  const tools = { read: readList, staging: { ...store.imports, addPacked }, onFault: console.error };
  const result = await readJob(job, { path: csv.path, state: csv.state, mapping: null }, tools);
  const seconds = (performance.now() - start) / 1_000;
  clearInterval(watch);
  if (result.kind !== 'ready' || result.preview.added !== csv.rows) {
    throw new Error(`the file was not taken: ${JSON.stringify(result).slice(0, 500)}`);
  }
  return { seconds, longestChunkMs, peakMiB: (peak - base) / 2 ** 20 };
}

interface CsvFile {
  readonly path: string;
  readonly rows: number;
  /** A conference with the bridges that the file names. */
  readonly state: ConferenceState;
}

const AT_ONCE = 10_000;

export async function writeCsv(folder: string, rows: number): Promise<CsvFile> {
  const path = join(folder, 'bench.csv');
  const header = ['Họ và tên', 'Chức vụ', 'Thành phần', 'Đơn vị', 'Đoàn', 'Điểm cầu'];
  await finished(
    Readable.from(linesOf(rows))
      .pipe(stringify({ bom: true, header: true, columns: header }))
      .pipe(createWriteStream(path)),
  );
  return { path, rows, state: withBridges(Math.ceil(rows / PER_BRIDGE)) };
}

function* linesOf(rows: number): Generator<readonly string[]> {
  const people = peopleRows(Date.now());
  for (let from = 0; from < rows; from += AT_ONCE) {
    for (const { bridgeId, delegate } of people(from, Math.min(AT_ONCE, rows - from))) {
      const { fullName, positions, category, homeUnit, delegation } = delegate;
      yield [fullName ?? '', positions.join('; '), category, homeUnit, delegation, bridgeNamed(bridgeId)];
    }
  }
}

const bridgeNamed = (bridgeId: string): string => `Điểm cầu số ${bridgeId.replace('bench-bridge-', '')}`;

function withBridges(count: number): ConferenceState {
  const bridges = Array.from({ length: count }, (_, order) => {
    const bridgeId = benchBridge(order);
    const name = bridgeNamed(bridgeId);
    const place = { tier: 1, parentId: null, order, region: null };
    return { bridgeId, name, shortName: name, ...place, room: null, chairs: [], technician: null };
  });
  return evolve(initialState, { type: 'bridgesAdded', at: 0, bridges });
}
