import { Router } from 'express';
import { z } from 'zod';
import { PAPER_KINDS } from '../../../shared/views/papers/paper.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import { type ConferencePapers, PAPER_FORMATS } from '../../application/conference-papers.ts';
import type { Desks } from '../../application/desks.ts';
import type { Papers } from '../../application/papers.ts';
import type { Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { attachment } from './attachment.ts';
import { deskOf, seatOf } from './context.ts';

export interface PaperRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly papers: Papers;
  readonly conferencePapers: ConferencePapers;
}

const FILE = new RegExp(`^(${PAPER_KINDS.join('|')})\\.(${PAPER_FORMATS.join('|')})$`, 'u');
const fileSchema = z.tuple([z.enum(PAPER_KINDS), z.enum(PAPER_FORMATS)]);
const kindSchema = z.enum(PAPER_KINDS);

/** Papers of a conference, for its staff: they name who was turned away. */
export function paperRoutes({ seats, desks, papers, conferencePapers }: PaperRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.get('/speech-register.xlsx', async (request, response) => {
    const { state } = await deskOf(desks, await seatOf(seats, request), request);
    const paper = await papers.speechRegister(state);
    if (paper === null) throw new HttpFault(429, 'too-many-commands');
    attachment(response, paper);
    response.send(paper.content);
  });
  router.get('/:file', async (request, response, next) => {
    const file = FILE.exec(request.params.file);
    const kind = kindSchema.safeParse(request.params.file).data;
    // The lists of the conference stand at the same address, and have rights of their own.
    if (file === null && kind === undefined) {
      next();
      return;
    }
    const desk = await deskOf(desks, await seatOf(seats, request, 'takePapers'), request);
    if (kind !== undefined) {
      const preview = await conferencePapers.preview(kind, desk);
      refuseClassified(desk);
      response.type('json').send(preview);
      return;
    }
    const [named, format] = parsed(fileSchema, file?.slice(1));
    const printed = await conferencePapers.file(named, format, desk);
    if (printed === null) throw new HttpFault(429, 'too-many-commands');
    refuseClassified(desk);
    attachment(response, printed);
    response.setHeader('X-Paper-Hash', printed.hash);
    response.send(printed.content);
  });
  return router;
}

/** A session that became classified while the paper was made. */
function refuseClassified({ state }: ConferenceDesk): void {
  if (state.conference.classifiedSince !== null) throw new HttpFault(403, 'classified');
}
