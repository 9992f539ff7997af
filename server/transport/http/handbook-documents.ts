import { type Request, type Response, Router } from 'express';
import { releaseOf } from '../../../shared/domain/documents/document.ts';
import { documentIdSchema } from '../../../shared/domain/ids.ts';
import type { DocumentReading, ReadingWish } from '../../application/document-reading.ts';
import { documentOf } from '../../application/handbook-view.ts';
import { HttpFault } from './answer.ts';
import { handDocument } from './hand-document.ts';
import type { HandbookDoor } from './handbook-door.ts';

export type HandbookReading = Pick<DocumentReading, 'readDocument'>;

const PAGE = /^[1-9]\d{0,2}$/u;

/** What was released to delegates, page by page or as the file that it was. */
export function handbookDocumentRoutes(door: HandbookDoor, reading: HandbookReading): Router {
  const router = Router({ mergeParams: true });
  router.get('/:document/pages/:page', async (request, response) => {
    const { page } = request.params;
    if (!PAGE.test(page)) throw new HttpFault(404, 'page-unknown');
    await read(door, reading, { request, response, part: { kind: 'page', page: Number(page) } });
  });
  router.get('/:document/clip', async (request, response) => {
    await read(door, reading, { request, response, part: { kind: 'clip' } });
  });
  router.get('/:document/file', async (request, response) => {
    await read(door, reading, { request, response, part: { kind: 'file' } });
  });
  return router;
}

interface Asked {
  readonly request: Request;
  readonly response: Response;
  readonly part: ReadingWish['part'];
}

async function read(door: HandbookDoor, reading: HandbookReading, { request, response, part }: Asked): Promise<void> {
  const reader = await door.readerOf(request);
  const { desk, actor } = reader;
  const documentId = documentIdSchema.safeParse(request.params['document']).data;
  const released = documentId === undefined ? undefined : releaseOf(desk.state.documents, documentId);
  // A seat of the staff reads everything elsewhere; here is what delegates read.
  if (documentId === undefined || released?.to.kind !== 'delegates') throw new HttpFault(404, 'document-unknown');
  const readerName = documentOf(released).watermark ? await door.nameOf(reader) : '';
  const answer = await reading.readDocument({ desk, actor, readerName, documentId, part });
  const isBound = answer.kind === 'page' && !documentOf(released).keeps;
  await handDocument(response, isBound ? { ...answer, keeps: 'nothing' } : answer);
}
