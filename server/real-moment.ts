import { randomUUID } from 'node:crypto';
import type { Actor } from '../shared/domain/actor.ts';
import type { Moment } from '../shared/domain/moment.ts';

/** With `observe/server-clock.ts` the only file that lets time and chance into the domain. */
export const createMoment =
  (now: () => number) =>
  (actor: Actor): Omit<Moment, 'position'> => ({ now: now(), newId: () => randomUUID(), actor });

/** By the clock of the machine: for scripts, which end before it is set to another time. */
export const realMoment = createMoment(Date.now);
