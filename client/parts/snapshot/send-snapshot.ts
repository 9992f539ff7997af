import { plain } from '../../../shared/base/plain-text.ts';
import type { BridgeId, ConferenceId } from '../../../shared/domain/ids.ts';
import { documentUploadSchema } from '../../../shared/protocol/technical.ts';
import { answerOf } from '../../sync/http.ts';
import { text } from '../../text/text.ts';

interface Snapshot {
  readonly bridgeId: BridgeId;
  /** What stands below it in the record. */
  readonly caption: string;
  readonly picture: Blob;
}

/** Into the conference's documents. Resolves to why it was not taken in, as a sentence; null: it was. */
export async function sendSnapshot(
  conference: ConferenceId,
  { bridgeId, caption, picture }: Snapshot,
): Promise<string | null> {
  const query = new URLSearchParams({ bridge: bridgeId, name: plain(caption) }).toString();
  try {
    const response = await fetch(`/api/conferences/${encodeURIComponent(conference)}/documents/snapshots?${query}`, {
      method: 'POST',
      headers: { 'content-type': 'image/jpeg', 'x-screen': location.pathname },
      body: picture,
    });
    const answer = await answerOf(documentUploadSchema, response);
    if (answer.kind === 'ok') return null;
    return answer.kind === 'refused'
      ? text.refusals.sentence(answer.code, answer.params)
      : text.followUp.snapshot.failed;
  } catch {
    return text.followUp.snapshot.failed;
  }
}
