import type { Request, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import { isThere } from '../../../shared/domain/attendance/mark.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { ballotIdSchema, commandIdSchema } from '../../../shared/domain/ids.ts';
import { MAX_FEEDBACK_OF_DELEGATE } from '../../../shared/domain/records/feedback.ts';
import { lines } from '../../../shared/domain/text.ts';
import type { CommandEnvelope } from '../../../shared/protocol/command.ts';
import type { HandbookAck, HandbookOwn } from '../../../shared/protocol/handbook.ts';
import { actorOfHolder } from '../../application/handbook-holders.ts';
import { type HandbookEdition, HandbookPages } from '../../application/handbook-pages.ts';
import { HttpFault, parsed } from './answer.ts';
import { type HandbookReading, handbookDocumentRoutes } from './handbook-documents.ts';
import { HandbookDoor, type HandbookDoorOptions, type HeldBadge } from './handbook-door.ts';

export interface HandbookRoutesOptions extends HandbookDoorOptions {
  readonly reading: HandbookReading;
}

/** The handbook of a conference on delegates' phones. */
export function handbookRoutes(options: HandbookRoutesOptions): Router {
  const router = Router();
  const door = new HandbookDoor(options);
  const pages = new HandbookPages();
  router.get('/:conference', async (request, response) => {
    const { desk } = await door.readerOf(request);
    const edition = pages.editionOf(desk);
    if (edition === null) throw new HttpFault(404, 'conference-unknown');
    await sendEdition(edition, request, response);
  });
  router.get('/:conference/own', async (request, response) => {
    response.json(await ownOf(door, await door.holderOf(request)));
  });
  router.post('/:conference/vote', async (request, response) => {
    const { id, ballotId, option } = parsed(voteSchema, request.body);
    const cast: Wish = ({ row: { delegateId } }) => ({ type: 'castVote', ballotId, delegateId, option });
    await issue(await door.holderOf(request), response, { id, wish: cast });
  });
  router.post('/:conference/feedback', async (request, response) => {
    const { id, text } = parsed(feedbackSchema, request.body);
    const note: Wish = ({ row: { delegateId } }) => ({ type: 'giveFeedback', delegateId, text });
    await issue(await door.holderOf(request), response, { id, wish: note });
  });
  router.use('/:conference/documents', handbookDocumentRoutes(door, options.reading));
  return router;
}

const voteSchema = z.strictObject({ id: commandIdSchema, ballotId: ballotIdSchema, option: z.int().min(0).max(5) });
const feedbackSchema = z.strictObject({ id: commandIdSchema, text: lines(1_000) });

/** A phone keeps the view by itself; of a classified session no browser keeps a copy either. */
async function sendEdition(edition: HandbookEdition, request: Request, response: Response): Promise<void> {
  const { etag, packed, isClassified } = edition;
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', isClassified ? 'no-store' : 'private, no-cache');
  response.setHeader('Vary', 'Accept-Encoding, Authorization, Cookie');
  if (request.get('if-none-match') === etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  if (request.acceptsEncodings('gzip') === false) {
    response.end(edition.json);
    return;
  }
  response.setHeader('Content-Encoding', 'gzip');
  response.end(await packed);
}

async function ownOf({ holders }: HandbookDoor, { desk, row }: HeldBadge): Promise<HandbookOwn> {
  const { delegateId, bridgeId, fullName, positions, homeUnit, delegation, seat, mark } = row;
  const { feedback } = desk.state.records;
  const given = feedback.filter((one) => one.delegateId === delegateId).length;
  const bridge = bridgeOf(desk.state.bridges, bridgeId);
  return {
    delegateId,
    badge: await holders.badgeOf(desk, delegateId),
    fullName,
    positions,
    homeUnit,
    delegation,
    seat,
    bridge: { bridgeId, name: bridge?.name ?? '', room: bridge?.room ?? null },
    present: isThere(mark),
    voted: await holders.votedIn(desk, delegateId),
    feedbackLeft: Math.max(0, MAX_FEEDBACK_OF_DELEGATE - given),
  };
}

type Wish = (held: HeldBadge) => CommandEnvelope['command'];

/** By the header alone: what a browser sends along by itself (a cookie) moves nothing here. */
async function issue(
  held: HeldBadge,
  response: Response,
  { id, wish }: { readonly id: CommandEnvelope['id']; readonly wish: Wish },
): Promise<void> {
  const { desk, row } = held;
  if (desk.state.conference.classifiedSince !== null) throw new HttpFault(403, 'classified');
  const envelope = { id, conference: desk.id, command: wish(held) };
  const ack = await desk.execute(actorOfHolder(row), envelope);
  // Where in the journal it stands is not told: of a secret vote it would be a link.
  const answer: HandbookAck = ack.ok ? { ok: true } : ack;
  response.status(ack.ok ? 200 : 409).json(answer);
}
