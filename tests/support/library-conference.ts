import type { Command } from '../../shared/domain/command.ts';
import type { DocumentId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { snapshotSchema } from '../../shared/protocol/patch.ts';
import { decodeState, type EncodedState } from '../../shared/protocol/state-codec.ts';
import { DocumentCaller } from './document-caller.ts';
import { Caller, createSmallConference, type TestServer } from './test-server.ts';

/** A small conference of its own, the ways to its documents, and seats in it. */
export async function libraryConference(server: TestServer, secretariat: Caller) {
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
  const seat = (wish: Parameters<TestServer['mint']>[0]): Promise<Caller> =>
    Caller.signedIn(server, { conference: conference.id, ...wish });
  const file = (caller: Caller, id: DocumentId): Promise<Response> => caller.fetch(`${documents.base}/${id}/file`);
  const page = (caller: Caller, id: DocumentId): Promise<Response> => caller.fetch(`${documents.base}/${id}/pages/1`);
  return { conference, documents, must, state, seat, file, page };
}
