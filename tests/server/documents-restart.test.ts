import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { DocumentCaller } from '../support/document-caller.ts';
import { isReader, readersOf } from '../support/document-readers.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { endlessPdf, slidesPdf } from '../support/pdf-files.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Caller, createSmallConference } from '../support/test-server.ts';
import { until } from '../support/until.ts';

test('[DOC18] killed while a document is read: no reader outlives it, no half stays, and what was kept is there', async () => {
  const server = await ServerProcess.start(NO_MEDIA);
  try {
    const secretariat = new Caller(server.origin);
    await secretariat.signIn((server.links.get('secretariat') ?? '').split('#')[1] ?? '');
    const conference = await createSmallConference(secretariat);
    const documents = new DocumentCaller(secretariat, conference.id);
    const folder = join(server.dataDir, 'documents', conference.id);
    const onDisk = (): readonly string[] => (existsSync(folder) ? readdirSync(folder) : []);
    const kept = await documents.kept('a.pdf', slidesPdf(2));
    await documents.start('Vô tận.pdf', endlessPdf());
    await until('the reader runs', 30_000, () => readersOf(server.pid).length === 1);
    const [reader = 0] = readersOf(server.pid);
    expect(onDisk()).toHaveLength(2);

    await server.end('SIGKILL');
    await until('the reader has ended itself', 30_000, () => !isReader(reader));
    expect(onDisk()).toHaveLength(2);

    await server.startAgain();
    expect(onDisk()).toEqual([kept]);
    expect(await documents.uploads()).toEqual([]);
    const { text } = await secretariat.snapshot(conference.id, 'staff');
    const { list } = decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState).documents;
    expect(list.map(({ file }) => file.documentId)).toEqual([kept]);
    expect((await documents.page(kept, 2)).status).toBe(200);
  } finally {
    await server.close();
  }
}, 240_000);
