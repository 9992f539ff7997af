import { Router } from 'express';
import { z } from 'zod';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { reachOf } from '../../../shared/domain/capabilities.ts';
import { bridgeIdSchema } from '../../../shared/domain/ids.ts';
import { placeToLookFrom } from '../../application/branches.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import {
  LIST_FORMATS,
  LIST_NAMES,
  type ListName,
  type ListScope,
  MAX_XLSX_ROWS,
  type Papers,
} from '../../application/papers.ts';
import { actorOf, type SeatSession, type Seats } from '../../application/seats.ts';
import { HttpFault, parsed } from './answer.ts';
import { handStreamed } from './attachment.ts';
import { deskOf, seatOf } from './context.ts';

export interface ExportRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly papers: Papers;
}

const FILE = new RegExp(`^(${LIST_NAMES.join('|')})\\.(${LIST_FORMATS.join('|')})$`);
const fileSchema = z.tuple([z.enum(LIST_NAMES), z.enum(LIST_FORMATS)]);
const querySchema = z.object({ bridge: bridgeIdSchema.optional() });

/** What an operator takes home of the own branch; the rest is of the whole conference. */
const OF_A_BRANCH: ReadonlySet<ListName> = new Set(['delegates', 'bridges', 'attendance', 'check-ins']);

/** Lists of a conference as files, for its staff; an operator may have those of the own branch. */
export function exportRoutes({ seats, desks, papers }: ExportRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.get('/:file', async (request, response, next) => {
    const file = FILE.exec(request.params.file);
    if (file === null) {
      next();
      return;
    }
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const [name, format] = parsed(fileSchema, file.slice(1));
    const scope = scopeOf(session, desk, name, parsed(querySchema, request.query).bridge ?? null);
    if (format === 'xlsx' && papers.rowsOf(name, scope) > MAX_XLSX_ROWS) {
      throw new HttpFault(409, 'too-long-for-xlsx', { max: MAX_XLSX_ROWS });
    }
    await handStreamed(response, papers.list(name, format, scope));
  });
  return router;
}

type Asked = ListScope['branch'];

function scopeOf(session: SeatSession, { id, state, seq }: ConferenceDesk, name: ListName, asked: Asked): ListScope {
  const actor = actorOf(session);
  const branch = placeToLookFrom(actor, state, asked);
  const reach = reachOf(actor, OF_A_BRANCH.has(name) ? 'takeLists' : 'takeCourse');
  if (branch === undefined || reach === null) throw new HttpFault(403, 'not-permitted');
  if (branch !== null && bridgeOf(state.bridges, branch) === undefined) throw new HttpFault(404, 'bridge-unknown');
  return { conference: id, state, seq, branch, phonesOf: reach === 'conference' ? null : actor.bridgeId };
}
