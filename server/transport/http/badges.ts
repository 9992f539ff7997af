import { Router } from 'express';
import { z } from 'zod';
import type { Actor } from '../../../shared/domain/actor.ts';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { isThere } from '../../../shared/domain/attendance/mark.ts';
import { audiencesOf, STAFF } from '../../../shared/domain/audience.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type ConferenceId, conferenceIdSchema, type DelegateId } from '../../../shared/domain/ids.ts';
import {
  type BadgePage,
  type BadgeReading,
  badgeRequestSchema,
  badgeSchema,
} from '../../../shared/protocol/attendance.ts';
import type { Badges } from '../../application/badges.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import { actorOf, type Seats } from '../../application/seats.ts';
import { badgeTries, doorTries } from '../badge-tries.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface BadgeRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly badges: Badges;
  readonly rowsOf: (conference: ConferenceId, ids: readonly DelegateId[]) => Promise<readonly DelegateRow[]>;
}

/** The delegate's own page: whoever holds the badge is asked for nothing else. */
export function badgePageRoute(options: BadgeRoutesOptions): Router {
  const router = Router();
  const tries = badgeTries();
  router.post('/', async (request, response) => {
    const wish = badgeRequestSchema.safeParse(request.body).data;
    const id = conferenceIdSchema.safeParse(wish?.conference).data;
    const desk = id === undefined ? null : await options.desks.find(id);
    const address = request.ip ?? '';
    if (!(await tries.mayTry(address))) throw new HttpFault(429, 'too-many-tries');
    const delegateId = desk === null || wish === undefined ? null : await options.badges.read(desk.id, wish.badge);
    if (delegateId === null || desk === null) {
      await tries.failed(address);
      throw new HttpFault(404, 'badge-unknown');
    }
    const page = await pageOf(desk, delegateId, options);
    if (page === null) throw new HttpFault(404, 'badge-unknown');
    response.json(page);
  });
  return router;
}

/** null: the delegate is on the list no more. */
async function pageOf(
  desk: ConferenceDesk,
  delegateId: DelegateId,
  { badges, rowsOf }: BadgeRoutesOptions,
): Promise<BadgePage | null> {
  const row = await rowCalled(delegateId, desk, rowsOf);
  const bridge = row === undefined ? undefined : bridgeOf(desk.state.bridges, row.bridgeId);
  if (row === undefined || bridge === undefined) return null;
  const { fullName, positions, homeUnit, delegation, seat, mark } = row;
  const { title, date } = desk.state.conference;
  return {
    delegateId,
    badge: (await badges.writer(desk.id))(delegateId),
    fullName,
    positions,
    homeUnit,
    delegation,
    seat,
    bridge: { bridgeId: bridge.bridgeId, name: bridge.name, room: bridge.room },
    conference: { title, date },
    present: isThere(mark),
  };
}

const rowCalled = async (delegateId: DelegateId, { id }: ConferenceDesk, rowsOf: BadgeRoutesOptions['rowsOf']) =>
  (await rowsOf(id, [delegateId])).find((row) => row.delegateId === delegateId);

const readingSchema = z.strictObject({ badge: badgeSchema });

const readsBadges = (actor: Actor): boolean =>
  audiencesOf(actor).includes(STAFF) || actor.seat === 'kiosk' || actor.seat === 'operator';

/** Whose badge it is that somebody holds who is not on the door's own list. */
export function badgeReadingRoute(options: BadgeRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  const tries = doorTries();
  router.post('/read', async (request, response) => {
    const session = await seatOf(options.seats, request);
    const desk = await deskOf(options.desks, session, request);
    if (!readsBadges(actorOf(session))) throw new HttpFault(403, 'not-permitted');
    const { badge } = parsed(readingSchema, request.body);
    if (!(await tries.mayTry(session.id))) throw new HttpFault(429, 'too-many-tries');
    const delegateId = await options.badges.read(desk.id, badge);
    if (delegateId === null) await tries.failed(session.id);
    const row = delegateId === null ? undefined : await rowCalled(delegateId, desk, options.rowsOf);
    if (row === undefined) throw new HttpFault(404, 'badge-unknown');
    const reading: BadgeReading = { delegateId: row.delegateId, fullName: row.fullName, bridgeId: row.bridgeId };
    response.json(reading);
  });
  return router;
}
