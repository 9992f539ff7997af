import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { KnownBridge, ListChunk, ListJob, Outcome } from '../../server/lists/list-reading.ts';
import { unpackDelegates } from '../../server/lists/pack-delegates.ts';
import { readRows } from '../../server/lists/read-rows.ts';
import { listedOf } from '../../server/store/delegate-columns.ts';
import type { StagedRow } from '../../server/store/staged-row.ts';
import { bridgeIdSchema } from '../../shared/domain/ids.ts';

export const bridge = (id: string, name: string, more: Partial<KnownBridge> = {}): KnownBridge => ({
  bridgeId: bridgeIdSchema.parse(id),
  name,
  shortName: name.replace(/^Điểm cầu (?:tỉnh |thành phố )?/u, ''),
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
  central: false,
  ...more,
});

export const BRIDGES = [
  bridge('tw', 'Điểm cầu Trung ương', { central: true }),
  bridge('ag', 'Điểm cầu tỉnh An Giang'),
  bridge('hcm', 'Điểm cầu Thành phố Hồ Chí Minh'),
];

let folder = '';

export function inOwnFolder(): void {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lists-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
}

let written = 0;

/** The file under a name of the server's own. */
export async function fileOf(content: Buffer | string, ending = ''): Promise<string> {
  const path = join(folder, `file-${++written}${ending}`);
  await writeFile(path, content);
  return path;
}

export const jobOf = (path: string, name: string, more: Partial<ListJob> = {}): ListJob => ({
  list: 'delegates',
  path,
  name,
  mapping: null,
  bridges: BRIDGES,
  defaultBridgeId: null,
  place: { lastStart: null, free: Date.parse('2026-02-07T08:00:00+07:00') },
  ...more,
});

export interface Heard {
  readonly outcome: Outcome;
  readonly rows: readonly StagedRow[];
  readonly refused: ListChunk['refused'];
}

export async function heard(content: Buffer | string, name: string, more: Partial<ListJob> = {}): Promise<Heard> {
  const rows: StagedRow[] = [];
  const refused: ListChunk['refused'][number][] = [];
  const outcome = await readRows(jobOf(await fileOf(content), name, more), {
    chunk: async (chunk) => {
      rows.push(...unpackDelegates(chunk.packed));
      refused.push(...chunk.refused);
    },
    progress: () => undefined,
  });
  return { outcome, rows, refused };
}

/** Name, posts, unit and bridge of each row. */
export const shown = ({ rows }: Heard): readonly (readonly unknown[])[] =>
  rows.map(({ listed, bridgeId }) => {
    const { fullName, positions, homeUnit } = listedOf(listed);
    return [fullName, positions.join(' | '), homeUnit, bridgeId];
  });

export const faultOf = ({ outcome }: Heard): string => (outcome.kind === 'fault' ? outcome.code : outcome.kind);
