import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { audiencesOf, STAFF } from '../../../shared/domain/audience.ts';
import { documentOf } from '../../../shared/domain/documents/document.ts';
import { type BridgeId, bridgeIdSchema, type DocumentId, documentIdSchema } from '../../../shared/domain/ids.ts';
import { documentOnAir } from '../../../shared/domain/onair/onair.ts';
import { line } from '../../../shared/domain/text.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import { actorOf, type SeatSession, type Seats } from '../../application/seats.ts';
import type { KeptFile } from '../../documents/document-files.ts';
import { DOCUMENT_LIMITS } from '../../documents/document-limits.ts';
import { DocumentRefused } from '../../documents/document-refused.ts';
import type { DocumentUploads } from '../../documents/document-uploads.ts';
import { HttpFault } from './answer.ts';
import { deskOf, seatOf } from './context.ts';
import { refuseFile, waitForFile } from './patience.ts';

export interface DocumentRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly documents: DocumentUploads;
}

const uploadSchema = z.object({ name: line(200), bridge: bridgeIdSchema.optional() });
/** A year: what stands under an address never changes. */
const FOR_EVER = 'private, max-age=31536000, immutable';

/** Documents for the desk: in from the centre or from their own bridge, out page by page to whoever may see them. */
export function documentRoutes(options: DocumentRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.post('/', async (request, response) => {
    await receive(request, response, options);
  });
  uploadRoutes(router, options);
  readingRoutes(router, options);
  return router;
}

async function asked(request: Request, { seats, desks }: DocumentRoutesOptions) {
  const session = await seatOf(seats, request);
  return { session, desk: await deskOf(desks, session, request) };
}

/** The bridge whose documents the seat tends; null: the centre tends all of them. */
function tendsFor({ seat, bridgeId }: SeatSession): BridgeId | null {
  if (seat === 'secretariat' || seat === 'director') return null;
  if (seat === 'operator' && bridgeId !== null) return bridgeId;
  throw new HttpFault(403, 'not-permitted');
}

async function receive(request: Request, response: Response, options: DocumentRoutesOptions): Promise<void> {
  const { desk, wish } = await admitted(request, options).catch((cause: unknown) =>
    refuseFile(request, response, cause),
  );
  waitForFile(request);
  const upload = await options.documents.receive(desk, wish, request).catch((cause: unknown) => {
    if (cause instanceof DocumentRefused) return refuseFile(request, response, faultOf(cause));
    // It became classified while the file came: the rest is not read.
    if (desk.state.conference.classifiedSince !== null && !request.destroyed) {
      return refuseFile(request, response, new HttpFault(403, 'classified'));
    }
    throw cause;
  });
  response.status(201).json(upload);
}

/** Everything that can be refused before the file is read. */
async function admitted(request: Request, options: DocumentRoutesOptions) {
  const { session, desk } = await asked(request, options);
  const own = tendsFor(session);
  const query = uploadSchema.safeParse(request.query).data;
  if (query === undefined) throw new HttpFault(400, 'malformed');
  const bridgeId = query.bridge ?? own;
  if (own !== null && bridgeId !== own) throw new HttpFault(403, 'not-permitted');
  const obstacle = options.documents.obstacle(desk, bridgeId);
  if (obstacle !== null)
    throw new HttpFault(obstacle.code === 'classified' ? 403 : 409, obstacle.code, obstacle.params);
  const announced = Number(request.get('content-length') ?? 0);
  if (announced > DOCUMENT_LIMITS.clipBytes) throw faultOf(new DocumentRefused('too-large'));
  return { desk, wish: { name: query.name, bridgeId, announced } };
}

function faultOf({ reason }: DocumentRefused): HttpFault {
  if (reason === 'disk-full') return new HttpFault(507, 'disk-full');
  if (reason !== 'too-large') return new HttpFault(415, 'not-a-document');
  const { pdfBytes, clipBytes } = DOCUMENT_LIMITS;
  return new HttpFault(413, 'file-too-large', { max: pdfBytes, maxClip: clipBytes });
}

function uploadRoutes(router: Router, options: DocumentRoutesOptions): void {
  const { documents } = options;
  router.get('/uploads', async (request, response) => {
    const { session, desk } = await asked(request, options);
    response.json(documents.uploadsOf(desk.id, tendsFor(session) ?? undefined));
  });

  const found = async (request: Request) => {
    const { session, desk } = await asked(request, options);
    const upload = documents.find(desk.id, String(request.params['upload']), tendsFor(session) ?? undefined);
    if (upload === null) throw new HttpFault(404, 'document-unknown');
    return { desk, upload };
  };
  router.get('/uploads/:upload', async (request, response) => {
    response.json((await found(request)).upload);
  });

  router.delete('/uploads/:upload', async (request, response) => {
    const { desk, upload } = await found(request);
    if (!documents.cancel(desk.id, upload.id)) throw new HttpFault(409, 'nothing-to-change');
    response.status(204).end();
  });
}

const pageSchema = z
  .string()
  .regex(/^[1-9]\d{0,2}$/u)
  .transform(Number);

function readingRoutes(router: Router, options: DocumentRoutesOptions): void {
  const { documents } = options;
  router.get('/:document/pages/:page', async (request, response) => {
    const { desk, documentId } = await readable(request, options);
    const page = pageSchema.safeParse(request.params['page']).data;
    if (page === undefined) throw new HttpFault(404, 'page-unknown');
    await hand(response, await documents.pageOf(desk.id, documentId, page));
  });

  router.get('/:document/clip', async (request, response) => {
    const { desk, documentId } = await readable(request, options);
    await hand(response, await documents.clipOf(desk.id, documentId));
  });
}

async function readable(request: Request, options: DocumentRoutesOptions) {
  const { session, desk } = await asked(request, options);
  const documentId = documentIdSchema.safeParse(request.params['document']).data;
  if (documentId === undefined) throw new HttpFault(404, 'document-unknown');
  if (!maySee(session, desk, documentId)) throw new HttpFault(404, 'document-unknown');
  return { desk, documentId };
}

/** The staff and its own bridge at any time; everybody else what lies on the desk, and as long as it lies there. */
function maySee(session: SeatSession, { state }: ConferenceDesk, documentId: DocumentId): boolean {
  const file = documentOf(state.documents, documentId);
  if (file === undefined) return false;
  const actor = actorOf(session);
  const isOwn = actor.seat === 'operator' && actor.bridgeId !== null && actor.bridgeId === file.bridgeId;
  return isOwn || audiencesOf(actor).includes(STAFF) || documentOnAir(state.onair) === documentId;
}

/** In ranges, as far as they are asked for: a film is not loaded whole to show its end. */
async function hand(response: Response, file: KeptFile | null): Promise<void> {
  if (file === null) throw new HttpFault(404, 'page-unknown');
  response.setHeader('Cache-Control', FOR_EVER);
  response.setHeader('Vary', 'Cookie');
  response.setHeader('Content-Type', file.type);
  const options = { cacheControl: false, dotfiles: 'allow' } as const;
  const fault = await new Promise<Error | undefined>((resolve) => response.sendFile(file.path, options, resolve));
  // Whoever stopped listening is told nothing.
  if (fault === undefined || response.headersSent || response.destroyed) return;
  response.setHeader('Cache-Control', 'no-store');
  response.removeHeader('Content-Type');
  if (!('status' in fault) || fault.status !== 416) throw fault;
  response.status(416).end();
}
