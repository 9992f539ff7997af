import { type Request, Router } from 'express';
import { z } from 'zod';
import { type RecordingId, recordingIdSchema } from '../../../shared/domain/ids.ts';
import { instant } from '../../../shared/domain/instant.ts';
import type { RejectionCode } from '../../../shared/domain/rejection.ts';
import { recordingPartWishSchema } from '../../../shared/protocol/technical.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { Seats } from '../../application/seats.ts';
import { refusesPiece } from '../../recordings/may-record.ts';
import type { PartAddress } from '../../recordings/recording-files.ts';
import { MAX_PARTS } from '../../recordings/recording-files.ts';
import type { Recordings } from '../../recordings/recordings.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';
import { waitForFile } from './patience.ts';
import { sendPieces } from './send-pieces.ts';

export interface RecordingRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly recordings: Recordings;
}

/** Two seconds of pictures are half a megabyte; what is larger by far is not a piece. */
export const MAX_PIECE_BYTES = 16 * 1024 ** 2;
/** The clock of the page follows the server's within a round trip. */
const AHEAD_MS = 60_000;
const MAX_PIECES = 999_999;

const count = (most: number) =>
  z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .pipe(z.int().max(most));
const partNumber = count(MAX_PARTS);
const pieceNumber = count(MAX_PIECES);
const untilSchema = z.object({
  until: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(instant),
});

/** What was recorded, for the staff; and the way in, for the recorder's seat alone. */
export function recordingRoutes(options: RecordingRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  readingRoutes(router, options);
  writingRoutes(router, options);
  return router;
}

function readingRoutes(router: Router, { seats, desks, recordings }: RecordingRoutesOptions): void {
  router.get('/', async (request, response) => {
    const desk = await deskOf(desks, await seatOf(seats, request), request);
    response.json(await recordings.summaries(desk));
  });

  router.get('/recorder', async (request, response) => {
    const session = await seatOf(seats, request);
    response.json(recordings.recorderState(await deskOf(desks, session, request)));
  });

  router.get('/:recording/parts/:part/recording.webm', async (request, response) => {
    const desk = await deskOf(desks, await seatOf(seats, request), request);
    // Nothing leaves the server in a classified session.
    if (desk.state.conference.classifiedSince !== null) throw new HttpFault(403, 'classified');
    const address = partAddress(desk, request);
    const [kind, pieces] = await Promise.all([recordings.files.kindOf(address), recordings.files.pieces(address)]);
    if (kind === null || pieces.length === 0 || isErased(desk, address.recording)) throw unknown();
    await sendPieces(request, response, { pieces, kind, name: nameOf(address) });
  });
}

const isErased = ({ state }: ConferenceDesk, recording: RecordingId): boolean =>
  state.recordings.list.find(({ recordingId }) => recordingId === recording)?.deletedAt !== null;

const nameOf = ({ recording, part }: PartAddress): string => `${recording}-${part}.webm`;

function writingRoutes(router: Router, options: RecordingRoutesOptions): void {
  const { recordings } = options;
  router.post('/:recording/parts', async (request, response) => {
    const desk = await recorderDesk(request, options);
    const head = parsed(recordingPartWishSchema, request.body);
    const recording = recordingIn(request);
    const address = { conference: desk.id, recording };
    mustBePast(desk, head.startedAt);
    refuse(refusesPiece(desk.state, recording, { until: head.startedAt, now: desk.now }));
    const opened = await onDisk(() => recordings.files.openPart(address, head));
    if (opened === null) throw new HttpFault(409, 'too-many-items', { max: MAX_PARTS });
    response.status(201).json({ part: opened.part });
  });

  router.put('/:recording/parts/:part/pieces/:piece', async (request, response) => {
    const desk = await recorderDesk(request, options);
    const address = partAddress(desk, request);
    const piece = numberIn(pieceNumber, request.params['piece']);
    const { until } = parsed(untilSchema, request.query);
    mustBePast(desk, until);
    const mayStay = (): void => refuse(refusesPiece(desk.state, address.recording, { until, now: desk.now }));
    mayStay();
    const body = await bodyOf(request);
    // The session may have become classified while the piece came in.
    mayStay();
    await onDisk(() => keep(recordings, { ...address, piece }, { body, until }));
    recordings.notePiece(address.recording);
    response.json({ ok: true });
  });
}

function mustBePast(desk: ConferenceDesk, at: number): void {
  if (at > desk.now + AHEAD_MS) throw new HttpFault(400, 'malformed');
}

interface Piece {
  readonly body: Buffer;
  readonly until: number;
}

/** In their order and without a gap; a piece whose answer was lost comes again, and is the same. */
async function keep(recordings: Recordings, address: PartAddress & { readonly piece: number }, { body, until }: Piece) {
  const { files } = recordings;
  const last = await files.lastPiece(address);
  if (last === null) throw unknown();
  if (address.piece > last + 1) throw new HttpFault(409, 'malformed');
  if (address.piece === last + 1 && (await files.keepPiece(address, body, until))) return;
  if ((await files.sizeOfPiece(address)) !== body.length) throw new HttpFault(409, 'malformed');
}

/** A full disk is the server's trouble, not the page's: it keeps the piece and sends it again. */
async function onDisk<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && (cause.code === 'ENOSPC' || cause.code === 'EDQUOT')) {
      throw new HttpFault(503, 'journal-unavailable');
    }
    throw cause;
  }
}

async function recorderDesk(request: Request, { seats, desks }: RecordingRoutesOptions): Promise<ConferenceDesk> {
  const session = await seatOf(seats, request);
  return deskOf(desks, session, request);
}

const STATUS: Partial<Record<RejectionCode, number>> = { classified: 403, 'recording-unknown': 404 };

function refuse(code: RejectionCode | null): void {
  if (code !== null) throw new HttpFault(STATUS[code] ?? 409, code);
}

const unknown = (): HttpFault => new HttpFault(404, 'recording-unknown');

function recordingIn(request: Request): RecordingId {
  const id = recordingIdSchema.safeParse(request.params['recording']).data;
  if (id === undefined) throw unknown();
  return id;
}

function numberIn(schema: typeof partNumber, value: unknown): number {
  const number = schema.safeParse(value).data;
  if (number === undefined) throw unknown();
  return number;
}

const partAddress = (desk: ConferenceDesk, request: Request): PartAddress => ({
  conference: desk.id,
  recording: recordingIn(request),
  part: numberIn(partNumber, request.params['part']),
});

async function bodyOf(request: Request): Promise<Buffer> {
  if (Number(request.get('content-length') ?? 0) > MAX_PIECE_BYTES) throw new HttpFault(413, 'too-large');
  waitForFile(request);
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > MAX_PIECE_BYTES) throw new HttpFault(413, 'too-large');
    chunks.push(chunk);
  }
  if (bytes === 0) throw new HttpFault(400, 'malformed');
  return Buffer.concat(chunks);
}
