import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { type Request, type Response, Router } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { audiencesOf } from '../../../shared/domain/audience.ts';
import { detailsOf } from '../../../shared/domain/conference/conference.ts';
import { commandEnvelopeSchema } from '../../../shared/protocol/command.ts';
import type { ConferenceSummary } from '../../../shared/protocol/http.ts';
import { audienceOf, type StreamName, streamOf, streamSchema } from '../../../shared/protocol/stream.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import { reach } from '../../application/reach.ts';
import { snapshotOf } from '../../application/resume.ts';
import { actorOf, maySee, type SeatSession, type Seats } from '../../application/seats.ts';
import { isWithin } from '../rate-limit.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface ConferenceRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
}

/** A script that prepares a conference sends bursts, which no person at a screen does. */
const COMMANDS = { points: 300, duration: 10 };
const compress = promisify(gzip);

export function conferenceRoutes({ seats, desks }: ConferenceRoutesOptions): Router {
  const router = Router();
  const encoded = encodedOnce();
  const commands = new RateLimiterMemory(COMMANDS);

  router.get('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const visible = (await desks.all()).filter((desk) => maySee(session, desk));
    response.json(visible.flatMap((desk) => summaryOf(desk) ?? []));
  });

  router.get('/:conference', async (request, response) => {
    response.json(summaryOf(await deskOf(desks, await seatOf(seats, request), request)));
  });

  router.get('/:conference/snapshot', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    await sendSnapshot(encoded(desk, streamFor(session, request)), request, response);
  });

  router.post('/:conference/commands', async (request, response) => {
    const session = await seatOf(seats, request);
    if (!(await isWithin(commands, session.id))) throw new HttpFault(429, 'too-many-commands');
    const envelope = parsed(commandEnvelopeSchema, request.body);
    if (envelope.conference !== request.params['conference']) throw new HttpFault(400, 'malformed');
    const desk = await reach(desks, session, envelope.conference);
    // A conference that is not there yet can be created, by a seat of all conferences.
    if (desk === null && session.conference !== null) throw new HttpFault(404, 'conference-unknown');
    const ack = await desks.execute(actorOf(session), envelope);
    response.status(ack.ok ? 200 : 409).json(ack);
  });
  return router;
}

/** The stream that was asked for, if it is one of the seat's; without a name the seat's first. */
function streamFor(session: SeatSession, request: Request): StreamName {
  const own = audiencesOf(actorOf(session)).map(streamOf);
  const asked = request.query['stream'] === undefined ? own[0] : streamSchema.safeParse(request.query['stream']).data;
  if (asked === undefined || !own.includes(asked)) throw new HttpFault(403, 'not-permitted');
  return asked;
}

interface EncodedSnapshot {
  readonly seq: number;
  readonly etag: string;
  readonly body: Promise<Buffer>;
}

/** Snapshots kept in memory; each bridge has a stream of its own, and few of them are asked for twice. */
const MAX_KEPT = 200;

/** Encoded and compressed once per seq, whoever asks. */
function encodedOnce() {
  const kept = new Map<string, EncodedSnapshot>();
  return (desk: ConferenceDesk, stream: StreamName): EncodedSnapshot => {
    const key = `${desk.id} ${stream}`;
    const before = kept.get(key);
    const current = before?.seq === desk.seq ? before : encodeSnapshot(desk, stream);
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, current);
    return current;
  };
}

async function sendSnapshot({ etag, body }: EncodedSnapshot, request: Request, response: Response): Promise<void> {
  response.setHeader('ETag', etag);
  response.setHeader('Cache-Control', 'private, no-cache');
  response.setHeader('Vary', 'Accept-Encoding, Cookie');
  if (request.get('if-none-match') === etag) {
    response.status(304).end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Encoding', 'gzip');
  response.end(await body);
}

function encodeSnapshot(desk: ConferenceDesk, stream: StreamName): EncodedSnapshot {
  const json = JSON.stringify(snapshotOf(desk, audienceOf(stream)));
  const etag = `"${createHash('sha256').update(json).digest('base64url').slice(0, 22)}"`;
  return { seq: desk.seq, etag, body: compress(json, { level: 1 }) };
}

function summaryOf({ id, state }: ConferenceDesk): ConferenceSummary | null {
  const { phase, rehearsalOf } = state.conference;
  if (phase === 'uncreated') return null;
  const bridges = state.bridges.byId.size;
  return { id, ...detailsOf(state.conference), phase, bridges, rehearsalOf: rehearsalOf?.conference ?? null };
}
