import { z } from 'zod';

/** Milliseconds since 1970 by the server's clock. The journal keeps instants; screens derive what is left. */
export const instant = z.int().min(0).max(8_640_000_000_000_000);

/**
 * The last clock time of a plan, the end of the year 9999: what is counted on from it (lengths, delays, a rehearsal that
 * goes on) stays an instant that every screen can write.
 */
export const LAST_CLOCK_TIME = 253_402_300_799_999;

/** A length of time in milliseconds, at most a day. */
export const duration = z.int().min(0).max(86_400_000);

/** More or, below zero, less time: at most a day either way, never nothing. */
export const change = z
  .int()
  .min(-86_400_000)
  .max(86_400_000)
  .refine((ms) => ms !== 0);
