import { type Request, type Response, Router } from 'express';
import { z } from 'zod';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { reachOf } from '../../../shared/domain/capabilities.ts';
import { type BridgeId, bridgeIdSchema, documentIdSchema } from '../../../shared/domain/ids.ts';
import { typedLine } from '../../../shared/domain/text.ts';
import type { Desks } from '../../application/desks.ts';
import type { DocumentReading, ReadingWish } from '../../application/document-reading.ts';
import { actorOf, type SeatSession, type Seats } from '../../application/seats.ts';
import { DOCUMENT_LIMITS } from '../../documents/document-limits.ts';
import { DocumentRefused } from '../../documents/document-refused.ts';
import type { DocumentUploads, DocumentWish } from '../../documents/document-uploads.ts';
import { HttpFault } from './answer.ts';
import { deskOf, seatOf } from './context.ts';
import { handDocument } from './hand-document.ts';
import { refuseFile, waitForFile } from './patience.ts';

export interface DocumentRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly documents: DocumentUploads;
  readonly reading: DocumentReading;
}

const uploadSchema = z.object({ name: typedLine(200), bridge: bridgeIdSchema.optional() });
const snapshotSchema = z.object({ bridge: bridgeIdSchema, name: typedLine(200).optional() });
const SNAPSHOT_TYPES = ['image/jpeg', 'image/png'];

/** Documents: in from the centre or from their own bridge, out page by page or whole to whoever may read them. */
export function documentRoutes(options: DocumentRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.post('/', (request, response) => receive(request, response, { options, admit: admitted }));
  router.post('/snapshots', (request, response) => receive(request, response, { options, admit: admittedSnapshot }));
  uploadRoutes(router, options);
  readingRoutes(router, options);
  return router;
}

async function asked(request: Request, { seats, desks }: DocumentRoutesOptions) {
  const session = await seatOf(seats, request);
  return { session, desk: await deskOf(desks, session, request) };
}

/** The bridge whose documents the seat tends; null: the centre tends all of them. */
function tendsFor(session: SeatSession): BridgeId | null {
  const reach = reachOf(session, 'tendDocuments');
  if (reach === null) throw new HttpFault(403, 'not-permitted');
  return reach === 'conference' ? null : session.bridgeId;
}

interface Receiving {
  readonly options: DocumentRoutesOptions;
  /** Everything that can be refused before the file is read. */
  readonly admit: (request: Request, options: DocumentRoutesOptions) => Promise<Admitted>;
}

interface Admitted {
  readonly desk: Awaited<ReturnType<typeof asked>>['desk'];
  readonly wish: DocumentWish;
}

async function receive(request: Request, response: Response, { options, admit }: Receiving): Promise<void> {
  const { desk, wish } = await admit(request, options).catch((cause: unknown) => refuseFile(request, response, cause));
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

async function admitted(request: Request, options: DocumentRoutesOptions): Promise<Admitted> {
  const { session, desk } = await asked(request, options);
  const own = tendsFor(session);
  const query = uploadSchema.safeParse(request.query).data;
  if (query === undefined) throw new HttpFault(400, 'malformed');
  const bridgeId = query.bridge ?? own;
  if (own !== null && bridgeId !== own) throw new HttpFault(403, 'not-permitted');
  mustBeFree(options, desk, bridgeId);
  const announced = announcedBy(request, DOCUMENT_LIMITS.clipBytes);
  return { desk, wish: { name: query.name, bridgeId, snapshotOf: null, announced } };
}

/** A picture of a hall, for the record: the centre's document, whoever is to be seen on it. */
async function admittedSnapshot(request: Request, options: DocumentRoutesOptions): Promise<Admitted> {
  const { desk } = await asked(request, options);
  const query = snapshotSchema.safeParse(request.query).data;
  if (query === undefined) throw new HttpFault(400, 'malformed');
  const bridge = bridgeOf(desk.state.bridges, query.bridge);
  if (bridge === undefined) throw new HttpFault(409, 'bridge-unknown');
  if (request.is(SNAPSHOT_TYPES) === false) throw new HttpFault(415, 'not-a-document');
  mustBeFree(options, desk, null);
  const announced = announcedBy(request, DOCUMENT_LIMITS.snapshotBytes);
  // Of unknown length it could be any.
  if (announced === 0) throw new HttpFault(400, 'malformed');
  const snapshotOf = { bridgeId: bridge.bridgeId, takenAt: desk.now };
  return { desk, wish: { name: query.name ?? bridge.name, bridgeId: null, snapshotOf, announced } };
}

function mustBeFree({ documents }: DocumentRoutesOptions, desk: Admitted['desk'], bridgeId: BridgeId | null): void {
  const obstacle = documents.obstacle(desk, bridgeId);
  if (obstacle === null) return;
  throw new HttpFault(obstacle.code === 'classified' ? 403 : 409, obstacle.code, obstacle.params);
}

function announcedBy(request: Request, most: number): number {
  const announced = Number(request.get('content-length') ?? 0);
  if (announced > most) throw faultOf(new DocumentRefused('too-large'));
  return announced;
}

function faultOf({ reason }: DocumentRefused): HttpFault {
  if (reason === 'disk-full') return new HttpFault(507, 'disk-full');
  const { pdfBytes, clipBytes } = DOCUMENT_LIMITS;
  if (reason === 'too-large') return new HttpFault(413, 'file-too-large', { max: pdfBytes, maxClip: clipBytes });
  return new HttpFault(415, reason === 'not-what-its-name-says' ? reason : 'not-a-document');
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
  const { reading } = options;
  router.get('/readers', async (request, response) => {
    const desk = await deskOf(options.desks, await seatOf(options.seats, request), request);
    response.json(await reading.readersOf(desk.id));
  });

  const hand = async (request: Request, response: Response, part: ReadingWish['part']): Promise<void> => {
    const { session, desk } = await asked(request, options);
    const documentId = documentIdSchema.safeParse(request.params['document']).data;
    if (documentId === undefined) throw new HttpFault(404, 'document-unknown');
    const wish = { desk, actor: actorOf(session), readerName: session.label, documentId, part };
    await handDocument(response, await reading.readDocument(wish));
  };
  router.get('/:document/file', (request, response) => hand(request, response, { kind: 'file' }));
  router.get('/:document/clip', (request, response) => hand(request, response, { kind: 'clip' }));
  router.get('/:document/pages/:page', async (request, response) => {
    // Page 0 is no page of any document: an address that is none is answered like one.
    const page = pageSchema.safeParse(request.params['page']).data ?? 0;
    await hand(request, response, { kind: 'page', page });
  });
}
