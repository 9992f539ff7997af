import { Router } from 'express';
import { z } from 'zod';
import type { DelegateRow } from '../../../shared/domain/attendance/delegate.ts';
import { isThere } from '../../../shared/domain/attendance/mark.ts';
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
import type { Seats } from '../../application/seats.ts';
import type { TrySecret } from '../secret-tries.ts';
import { HttpFault, parsed } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface BadgeRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly badges: Badges;
  readonly trySecret: TrySecret;
  readonly rowsOf: (conference: ConferenceId, ids: readonly DelegateId[]) => Promise<readonly DelegateRow[]>;
}

/** The delegate's own page: whoever holds the badge is asked for nothing else. */
export function badgePageRoute(options: BadgeRoutesOptions): Router {
  const router = Router();
  router.post('/', async (request, response) => {
    const wish = badgeRequestSchema.safeParse(request.body).data;
    const id = conferenceIdSchema.safeParse(wish?.conference).data;
    const desk = id === undefined ? null : await options.desks.find(id);
    const wrong = new HttpFault(404, 'badge-unknown');
    const page = await options.trySecret({
      of: 'badge',
      asker: request.ip ?? '',
      compare: async () => {
        const delegateId = desk === null || wish === undefined ? null : await options.badges.read(desk.id, wish.badge);
        return delegateId === null || desk === null ? null : { page: await pageOf(desk, delegateId, options) };
      },
      wrong,
    });
    // A badge of somebody who is on the list no more is no guess.
    if (page.page === null) throw wrong;
    response.json(page.page);
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

/** Whose badge it is that somebody holds who is not on the door's own list. */
export function badgeReadingRoute(options: BadgeRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  router.post('/read', async (request, response) => {
    const session = await seatOf(options.seats, request);
    const desk = await deskOf(options.desks, session, request);
    const { badge } = parsed(readingSchema, request.body);
    const wrong = new HttpFault(404, 'badge-unknown');
    const delegateId = await options.trySecret({
      of: 'doorBadge',
      asker: session.id,
      compare: () => options.badges.read(desk.id, badge),
      wrong,
    });
    const row = await rowCalled(delegateId, desk, options.rowsOf);
    if (row === undefined) throw wrong;
    const reading: BadgeReading = { delegateId: row.delegateId, fullName: row.fullName, bridgeId: row.bridgeId };
    response.json(reading);
  });
  return router;
}
