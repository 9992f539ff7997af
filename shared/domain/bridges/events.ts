import { z } from 'zod';
import { bridgeIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { contactSchema, personSchema } from '../person.ts';
import { line } from '../text.ts';
import { bridgeFactsSchema } from './bridge.ts';

export const bridgeEvents = [
  z.strictObject({ type: z.literal('bridgesAdded'), at: instant, bridges: z.array(bridgeFactsSchema) }),
  z.strictObject({
    type: z.literal('bridgeRenamed'),
    at: instant,
    bridgeId: bridgeIdSchema,
    name: line(200),
    shortName: line(40),
  }),
  z.strictObject({
    type: z.literal('bridgeCountedToRegion'),
    at: instant,
    bridgeId: bridgeIdSchema,
    region: line(60).nullable(),
  }),
  z.strictObject({
    type: z.literal('bridgeStaffAssigned'),
    at: instant,
    bridgeId: bridgeIdSchema,
    room: line(200).nullable(),
    chairs: z.array(personSchema),
    technician: contactSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('bridgeRemoved'), at: instant, bridgeId: bridgeIdSchema }),
  z.strictObject({ type: z.literal('bridgeLinkEstablished'), at: instant, bridgeId: bridgeIdSchema }),
  z.strictObject({ type: z.literal('bridgeLinkLost'), at: instant, bridgeId: bridgeIdSchema }),
] as const;

export type BridgeEvent = z.infer<(typeof bridgeEvents)[number]>;
