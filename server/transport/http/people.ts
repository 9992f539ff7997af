import { type Request, Router } from 'express';
import { delegateIdSchema } from '../../../shared/domain/ids.ts';
import type { ErasedPerson } from '../../../shared/protocol/archive.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import type { Desks } from '../../application/desks.ts';
import type { PeopleRetention } from '../../application/people-retention.ts';
import { personRecord } from '../../application/person-record.ts';
import type { Seats } from '../../application/seats.ts';
import type { PeopleStore } from '../../store/people.ts';
import { HttpFault } from './answer.ts';
import { deskOf, seatOf } from './context.ts';

export interface PeopleRoutesOptions {
  readonly seats: Seats;
  readonly desks: Desks;
  readonly people: Pick<PeopleStore, 'traces'>;
  readonly retention: Pick<PeopleRetention, 'erase' | 'elsewhere'>;
}

/** What is kept of one person, told or erased on that person's request, by the secretariat. */
export function peopleRoutes({ seats, desks, people, retention }: PeopleRoutesOptions): Router {
  const router = Router({ mergeParams: true });
  const unknown = (): never => {
    throw new HttpFault(404, 'delegate-unknown');
  };
  const wish = async (request: Request) => {
    const session = await seatOf(seats, request);
    const desk: ConferenceDesk = await deskOf(desks, session, request);
    const delegateId = delegateIdSchema.safeParse(request.params['delegate']).data ?? unknown();
    return { desk, delegateId, bound: session.conference !== null };
  };
  router.get('/:delegate', async (request, response) => {
    const { desk, delegateId } = await wish(request);
    const traces = (await people.traces(desk.id, delegateId)) ?? unknown();
    response.setHeader('Content-Disposition', `attachment; filename="dai-bieu-${delegateId}.json"`);
    response.type('application/json').send(`${JSON.stringify(personRecord(desk.state, traces), null, 2)}\n`);
  });
  router.delete('/:delegate', async (request, response) => {
    const { desk, delegateId, bound } = await wish(request);
    // A seat of one conference takes nothing out of the next one, and half an erasure is none.
    const elsewhere = bound ? await retention.elsewhere(desk, delegateId) : 0;
    if (elsewhere > 0) throw new HttpFault(403, 'not-permitted', { elsewhere });
    const answer: ErasedPerson = { erased: (await retention.erase(desk, delegateId)) ?? unknown() };
    response.json(answer);
  });
  return router;
}
