import { z } from 'zod';
import type { ConferenceId, RecordingId } from '../../shared/domain/ids.ts';
import {
  openedPartSchema,
  recordedPieceSchema,
  recorderStateSchema,
  type recordingPartWishSchema,
  recordingSummarySchema,
} from '../../shared/protocol/technical.ts';
import { answerOf, ask, type Fetched } from './http.ts';

const of = (conference: ConferenceId): string => `/api/conferences/${encodeURIComponent(conference)}/recordings`;
const partsOf = (conference: ConferenceId, recording: RecordingId): string =>
  `${of(conference)}/${encodeURIComponent(recording)}/parts`;

export const getRecordings = (conference: ConferenceId) => ask(z.array(recordingSummarySchema), of(conference));
export const getRecorderState = (conference: ConferenceId) => ask(recorderStateSchema, `${of(conference)}/recorder`);

/** Where a browser plays a part from; `isDownload`: to a file. A link sends no header, so the seat stands in the path. */
export const recordedPartPath = (
  conference: ConferenceId,
  recording: RecordingId,
  part: number,
  isDownload = false,
): string => `${partsOf(conference, recording)}/${part}/recording.webm${isDownload ? '?download' : ''}`;

export const openPart = (
  conference: ConferenceId,
  recording: RecordingId,
  head: z.infer<typeof recordingPartWishSchema>,
) => ask(openedPartSchema, partsOf(conference, recording), { method: 'POST', body: head });

export interface PieceAddress {
  readonly conference: ConferenceId;
  readonly recording: RecordingId;
  readonly part: number;
  readonly piece: number;
  readonly until: number;
}

/** A line that is that slow is no line: the piece is sent again. */
const PIECE_PATIENCE_MS = 30_000;

/** Answered when the piece is on the server's disk. */
export async function putPiece(address: PieceAddress, body: Blob): Promise<Fetched<unknown>> {
  const { conference, recording, part, piece, until } = address;
  try {
    const response = await fetch(`${partsOf(conference, recording)}/${part}/pieces/${piece}?until=${until}`, {
      method: 'PUT',
      headers: { 'x-screen': location.pathname, 'content-type': 'application/octet-stream' },
      signal: AbortSignal.timeout(PIECE_PATIENCE_MS),
      body,
    });
    return await answerOf(recordedPieceSchema, response);
  } catch {
    return { kind: 'offline' };
  }
}
