import { type Request, Router } from 'express';
import { z } from 'zod';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { Seats } from '../../application/seats.ts';
import type { Archives } from '../../archive/archives.ts';
import { HttpFault, parsed } from './answer.ts';
import { handStreamed } from './attachment.ts';
import { deskOf, seatOf } from './context.ts';

export interface ArchiveRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly archives: Archives;
}

const yes = z.enum(['0', '1']).default('0');
/** `titles`: somebody has read that titles of classified documents go with the journal, and ticked it. */
const querySchema = z.object({ recordings: yes, titles: yes });

/** The conference as one folder, for the secretariat, when nothing of it changes any more. */
export function archiveRoutes({ seats, desks, archives }: ArchiveRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  const wish = async (
    request: Request,
  ): Promise<{ desk: ConferenceDesk; withRecordings: boolean; titles: boolean }> => {
    const desk = await deskOf(desks, await seatOf(seats, request), request);
    const { phase } = desk.state.conference;
    if (phase !== 'closed' && phase !== 'archived') throw new HttpFault(409, 'wrong-phase', { phase });
    const { recordings, titles } = parsed(querySchema, request.query);
    return { desk, withRecordings: recordings === '1', titles: titles === '1' };
  };
  router.get('/', async (request, response) => {
    const { desk, withRecordings, titles } = await wish(request);
    const secret = titles ? 0 : await archives.secretTitles(desk);
    if (secret > 0) throw new HttpFault(409, 'document-secret', { titles: secret });
    const { estimate } = await archives.outline(desk, withRecordings);
    response.setHeader('X-Archive-Estimate', estimate);
    const { date } = desk.state.conference;
    await handStreamed(response, {
      name: `Hồ sơ hội nghị ${date}.zip`,
      plainName: `ho-so-hoi-nghi-${date}.zip`,
      type: 'application/zip',
      content: await archives.stream(desk, withRecordings),
    });
  });
  router.get('/outline', async (request, response) => {
    const { desk, withRecordings } = await wish(request);
    response.json(await archives.outline(desk, withRecordings));
  });
  return router;
}
