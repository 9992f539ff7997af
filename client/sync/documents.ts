import { z } from 'zod';
import { plain } from '../../shared/base/plain-text.ts';
import type { BridgeId, ConferenceId } from '../../shared/domain/ids.ts';
import { type DocumentUpload, documentReadersSchema, documentUploadSchema } from '../../shared/protocol/technical.ts';
import { answerOf, ask, type Fetched } from './http.ts';

export interface DocumentWish {
  readonly file: File;
  /** Whose it is; null: the centre's, or of an operator the own bridge's. */
  readonly bridgeId: BridgeId | null;
}

/** A document on its way to the server. */
export interface SendingDocument {
  readonly answer: Promise<Fetched<DocumentUpload | null>>;
  readonly stop: () => void;
}

const NAME_MAX = 200;

const documentsOf = (conference: ConferenceId): string =>
  `/api/conferences/${encodeURIComponent(conference)}/documents`;

/** By XMLHttpRequest: it is the one way in which every browser tells how much of a file has been sent. */
export function sendDocument(
  conference: ConferenceId,
  { file, bridgeId }: DocumentWish,
  onSent: (bytes: number) => void,
): SendingDocument {
  const request = new XMLHttpRequest();
  const query = new URLSearchParams({ name: plain(file.name).slice(-NAME_MAX), ...(bridgeId && { bridge: bridgeId }) });
  const answer = new Promise<Fetched<DocumentUpload | null>>((resolve) => {
    const lost = () => resolve({ kind: 'offline' });
    const arrived = () =>
      answerOf(documentUploadSchema.nullable(), new Response(request.responseText, { status: request.status })).then(
        resolve,
        lost,
      );
    request.upload.addEventListener('progress', ({ loaded }) => onSent(loaded));
    request.addEventListener('load', () => void arrived());
    for (const end of ['error', 'abort', 'timeout'] as const) request.addEventListener(end, lost);
    request.open('POST', `${documentsOf(conference)}?${query}`);
    request.setRequestHeader('x-screen', location.pathname);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(file);
  });
  return { answer, stop: () => request.abort() };
}

export const getDocumentUploads = (conference: ConferenceId) =>
  ask(z.array(documentUploadSchema), `${documentsOf(conference)}/uploads`);

export const cancelDocumentUpload = (conference: ConferenceId, id: string) =>
  ask(z.unknown(), `${documentsOf(conference)}/uploads/${encodeURIComponent(id)}`, { method: 'DELETE' });

/** How many have opened what was given out. */
export const getDocumentReaders = (conference: ConferenceId) =>
  ask(documentReadersSchema, `${documentsOf(conference)}/readers`);
