import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import type { Command } from '../../shared/domain/command.ts';
import { type Readership, releaseOf } from '../../shared/domain/documents/document.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { DocumentCaller } from '../support/document-caller.ts';
import { NO_MEDIA } from '../support/no-media.ts';
import { officeFile } from '../support/office-files.ts';
import { ServerProcess } from '../support/server-process.ts';
import { Caller, createSmallConference } from '../support/test-server.ts';
import { until } from '../support/until.ts';

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

test('[LIB30][LIB31] killed before its hour, the server gives the document out after it; content that nobody names is swept', async () => {
  const server = await ServerProcess.start(NO_MEDIA);
  try {
    const secretariat = new Caller(server.origin);
    await secretariat.signIn((server.links.get('secretariat') ?? '').split('#')[1] ?? '');
    const conference = await createSmallConference(secretariat);
    const documents = new DocumentCaller(secretariat, conference.id);
    const must = async (command: Command): Promise<void> => {
      const ack = await secretariat.command(conference.id, command);
      if (!ack.ok) throw new Error(`${command.type}: ${ack.code}`);
    };
    const state = async (): Promise<ConferenceState> => {
      const { text } = await secretariat.snapshot(conference.id, 'staff');
      return decodeState(snapshotSchema.parse(JSON.parse(text)).state as EncodedState);
    };
    const body = officeFile('docx');
    const id = await documents.kept('Báo cáo.docx', body);
    const later = await documents.kept('Sau này.pptx', officeFile('pptx'));
    const due = Date.now() + 4_000;
    const to: Readership = { kind: 'bridges', bridgeIds: [conference.caMau] };
    await must({ type: 'releaseDocument', documentId: id, to, at: due });
    await must({ type: 'releaseDocument', documentId: later, to, at: due + 3_600_000 });
    const objectOf = (hash: string): string => join(server.dataDir, 'documents', 'objects', hash.slice(0, 2), hash);
    const orphan = objectOf(sha256(Buffer.from('mồ côi')));

    await server.end('SIGKILL');
    mkdirSync(dirname(orphan), { recursive: true });
    writeFileSync(orphan, 'mồ côi');
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, due + 500 - Date.now())));
    await server.startAgain();

    await until('it is given out', 20_000, async () => releaseOf((await state()).documents, id) !== undefined);
    const { documents: known } = await state();
    expect(releaseOf(known, id)).toMatchObject({ to });
    expect(releaseOf(known, id)?.at ?? 0).toBeGreaterThan(due);
    expect(releaseOf(known, later)).toBeUndefined();
    expect(known.list.map(({ scheduled }) => scheduled === null)).toEqual([true, false]);
    await until('the orphan is swept', 20_000, () => !existsSync(orphan));
    expect(existsSync(objectOf(sha256(body)))).toBe(true);
    const answer = await secretariat.fetch(`${documents.base}/${id}/file`);
    expect(Buffer.from(await answer.arrayBuffer()).equals(body)).toBe(true);
    rmSync(objectOf(sha256(body)));
    expect((await secretariat.fetch(`${documents.base}/${id}/file`)).status).toBe(404);
  } finally {
    await server.close();
  }
}, 240_000);
