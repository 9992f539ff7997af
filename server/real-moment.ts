import { randomUUID } from 'node:crypto';
import type { Actor } from '../shared/domain/actor.ts';
import type { Moment } from '../shared/domain/moment.ts';

/** The only file that lets time and chance into the domain. */
export const realMoment = (actor: Actor): Omit<Moment, 'position'> => ({
  now: Date.now(),
  newId: () => randomUUID(),
  actor,
});
