import { z } from 'zod';
import { instant } from '../instant.ts';
import { sourceSchema } from './onair.ts';

export const onairEvents = [
  z.strictObject({ type: z.literal('sourceArmed'), at: instant, source: sourceSchema }),
  z.strictObject({ type: z.literal('sourceDisarmed'), at: instant }),
  z.strictObject({ type: z.literal('sourceTaken'), at: instant, source: sourceSchema }),
  z.strictObject({ type: z.literal('programFollowsFloor'), at: instant }),
] as const;

export type OnAirEvent = z.infer<(typeof onairEvents)[number]>;
