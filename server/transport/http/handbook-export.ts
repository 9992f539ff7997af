import { Router } from 'express';
import type { Desks } from '../../application/desks.ts';
import { handbookExport } from '../../application/handbook-export.ts';
import { handbookWords } from '../../application/handbook-words.ts';
import { actorOf, type Seats } from '../../application/seats.ts';
import { HttpFault } from './answer.ts';
import { handStreamed } from './attachment.ts';
import { deskOf, seatOf } from './context.ts';
import type { HandbookReading } from './handbook-documents.ts';

export interface HandbookExportRouteOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly reading: HandbookReading;
  /** Where this server is reached: the links of the index stay good. */
  readonly origin: string;
}

/** GET /api/conferences/:conference/handbook-export : for the national handbook application, by the staff. */
export function handbookExportRoute({ seats, desks, reading, origin }: HandbookExportRouteOptions): Router {
  const router = Router({ mergeParams: true });
  router.get('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    if (desk.state.conference.classifiedSince !== null) throw new HttpFault(403, 'classified');
    const made = await handbookExport({ desk, actor: actorOf(session), reading, origin });
    if (made === null) throw new HttpFault(404, 'conference-unknown');
    await handStreamed(response, {
      name: handbookWords.fileName(made.title),
      plainName: handbookWords.plainFileName,
      type: 'application/zip',
      content: made.content,
    });
  });
  return router;
}
