import { randomUUID } from 'node:crypto';
import type { Moment } from '../shared/domain/moment.ts';

/** The only file that lets time and chance into the domain. */
export const realMoment = (): Moment => ({ now: Date.now(), newId: () => randomUUID() });
