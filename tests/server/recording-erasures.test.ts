import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ConferenceDesk } from '../../server/application/conference-desk.ts';
import { RecordingErasures } from '../../server/recordings/recording-erasures.ts';
import { RecordingFiles } from '../../server/recordings/recording-files.ts';
import { createMemoryJournal } from '../../server/store/memory-journal.ts';
import type { RecordingId } from '../../shared/domain/ids.ts';
import { ADD_HALLS, actOn, CREATE, HN, savingEvery } from '../support/desk.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const journal = createMemoryJournal();
let folder: string;
let files: RecordingFiles;
let ahead = 0;
let ids = 0;
let closing: (() => void)[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diem-cau-erase-'));
  files = new RecordingFiles(folder);
});
afterEach(() => {
  for (const close of closing) close();
  closing = [];
  rmSync(folder, { recursive: true, force: true });
});

const faults: unknown[] = [];
const openDesk = (kept = journal): Promise<ConferenceDesk> =>
  ConferenceDesk.open(HN, {
    journal: kept,
    moment: (actor) => ({ now: Date.now() + ahead, newId: () => `id-${++ids}`, actor }),
    snapshots: savingEvery(1_000),
    onFault: (cause) => faults.push(cause),
  });
const watch = (desk: ConferenceDesk): void => {
  const options = { newId: () => `system-${++ids}`, onFault: (cause: unknown) => faults.push(cause) };
  const erasures = new RecordingErasures(desk, files, options);
  closing.push(() => erasures.close());
};

async function recorded(desk: ConferenceDesk): Promise<{ readonly id: RecordingId; readonly path: string }> {
  const act = actOn(desk);
  await act({ type: 'startRecording' });
  const id = desk.state.recordings.list.at(-1)?.recordingId;
  if (id === undefined) throw new Error('it was not started');
  const part = await files.openPart({ conference: HN, recording: id }, { kind: 'video/webm', startedAt: Date.now() });
  if (part === null) throw new Error('no part was opened');
  await files.keepPiece({ ...part, piece: 1 }, Buffer.from('hình'), Date.now());
  await act({ type: 'stopRecording' });
  return { id, path: join(folder, HN, id) };
}

test('[REC23] by the rule a recording deletes itself when its days are over, and not before', async () => {
  ahead = 0;
  const desk = await openDesk(createMemoryJournal());
  const act = actOn(desk);
  for (const command of [CREATE, ADD_HALLS, { type: 'startPreparation' }] as const) await act(command);
  await act({ type: 'decideRecording', allowed: true });
  const { id, path } = await recorded(desk);
  watch(desk);
  await act({ type: 'keepRecordings', days: 2 });
  expect(existsSync(path)).toBe(true);
  ahead = 2 * DAY_MS - 60_000;
  await act({ type: 'keepRecordings', days: 3 });
  await act({ type: 'keepRecordings', days: 2 });
  expect(desk.state.recordings.list[0]?.deletedAt).toBeNull();
  ahead = 2 * DAY_MS + 1_000;
  await act({ type: 'keepRecordings', days: 1 });
  await until('it is deleted', 5_000, () => desk.state.recordings.list[0]?.deletedAt !== null && !existsSync(path));
  expect(desk.state.recordings.list[0]?.recordingId).toBe(id);
  expect(faults).toEqual([]);
});

test('[REC24] what was on record as deleted when the server died is deleted at its next start, and nothing else', async () => {
  ahead = 0;
  const desk = await openDesk();
  const act = actOn(desk);
  for (const command of [CREATE, ADD_HALLS, { type: 'startPreparation' }] as const) await act(command);
  await act({ type: 'decideRecording', allowed: true });
  const [first, second] = [await recorded(desk), await recorded(desk)];
  await act({ type: 'eraseRecording', recordingId: first.id });
  expect(existsSync(first.path), 'nobody was there to take it from the disk').toBe(true);
  watch(await openDesk());
  await until('it is gone', 5_000, () => !existsSync(first.path));
  expect(existsSync(second.path)).toBe(true);
});
