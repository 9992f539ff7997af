import { Router } from 'express';
import { z } from 'zod';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { redactDelegate } from '../../../shared/domain/audience.ts';
import { mayUseAt, reachOf } from '../../../shared/domain/capabilities.ts';
import { type BridgeId, bridgeIdSchema } from '../../../shared/domain/ids.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import type { DelegatePage } from '../../../shared/protocol/http.ts';
import type { Badges } from '../../application/badges.ts';
import type { Desks } from '../../application/desks.ts';
import { actorOf, type SeatSession, type Seats } from '../../application/seats.ts';
import type { FindDelegates } from '../../store/delegates.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface DelegateRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly badges: Badges;
  readonly delegates: FindDelegates;
}

/** The lists of delegates, page by page, for every seat as much as it may read. */
export function delegateRoutes({ seats, desks, badges, delegates }: DelegateRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.get('/', async (request, response) => {
    const session = await seatOf(seats, request);
    const desk = await deskOf(desks, session, request);
    const query = parsed(delegateQuerySchema, request.query);
    const { rows, next } = await delegates({
      conference: desk.id,
      bridge: bridgeToRead(session, query.bridge ?? null),
      delegation: query.delegation ?? null,
      words: query.q,
      rungs: desk.state.attendance.rungs,
      after: query.after ?? null,
      limit: query.limit,
    });
    const badgeOf = await badges.writer(desk.id);
    const actor = actorOf(session);
    const page: DelegatePage = {
      delegates: rows.map((row) => ({
        ...redactDelegate(actor, desk.state, row),
        badge: handsOutBadges(actor, desk.state, row) ? badgeOf(row.delegateId) : null,
      })),
      next,
    };
    response.json(page);
  });
  return router;
}

const delegateQuerySchema = z.object({
  bridge: bridgeIdSchema.optional(),
  delegation: z.string().max(200).optional(),
  q: z.string().max(200).default(''),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

/** A kiosk stands at one door and reads its list alone. */
function bridgeToRead(session: SeatSession, asked: BridgeId | null): BridgeId | null {
  const { bridgeId } = session;
  if (reachOf(session, 'readDelegates') === 'conference') return asked;
  if (bridgeId === null || (asked !== null && asked !== bridgeId)) throw new HttpFault(403, 'not-permitted');
  return bridgeId;
}

/** Badges are for those who print or read them: the staff, the door, the bridge itself and the bridges above it. */
const handsOutBadges = (actor: Actor, { bridges }: ConferenceState, { bridgeId }: DelegateRow): boolean =>
  mayUseAt(actor, 'handOutBadges', { bridges, bridgeId });
