import { z } from 'zod';

/** Milliseconds since 1970 by the server's clock. The journal keeps instants; screens derive what is left. */
export const instant = z.int().min(0).max(8_640_000_000_000_000);

/** A length of time in milliseconds, at most a day. */
export const duration = z.int().min(0).max(86_400_000);

/** More or, below zero, less time: at most a day either way, never nothing. */
export const change = z
  .int()
  .min(-86_400_000)
  .max(86_400_000)
  .refine((ms) => ms !== 0);
