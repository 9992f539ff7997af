import type { ConferenceId } from '../../shared/domain/ids.ts';
import type { ConferenceDesk } from './conference-desk.ts';
import type { Desks } from './desks.ts';
import { maySee, type SeatSession } from './seats.ts';

/** The desk of a conference that the seat may see; a foreign one looks like one that does not exist. */
export async function reach(desks: Desks, session: SeatSession, id: ConferenceId): Promise<ConferenceDesk | null> {
  const desk = await desks.find(id);
  return desk !== null && maySee(session, desk) ? desk : null;
}
