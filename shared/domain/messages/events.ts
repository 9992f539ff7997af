import { z } from 'zod';
import { bridgeIdSchema, callIdSchema, messageIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';
import { deviceSchema } from '../lines/device.ts';
import { line } from '../text.ts';
import { CALL_ENDINGS, helpMatterSchema, messageFactsSchema } from './message.ts';

export const messageEvents = [
  z.strictObject({ type: z.literal('messageSent'), at: instant, message: messageFactsSchema }),
  z.strictObject({
    type: z.literal('messageSeen'),
    at: instant,
    bridgeId: bridgeIdSchema,
    messageId: messageIdSchema,
  }),
  z.strictObject({
    type: z.literal('messageAnswered'),
    at: instant,
    bridgeId: bridgeIdSchema,
    messageId: messageIdSchema,
    answer: line(200),
  }),
  z.strictObject({
    type: z.literal('helpCalled'),
    at: instant,
    bridgeId: bridgeIdSchema,
    matter: helpMatterSchema,
  }),
  z.strictObject({ type: z.literal('helpSettled'), at: instant, bridgeId: bridgeIdSchema }),
  z.strictObject({ type: z.literal('bridgeRung'), at: instant, bridgeId: bridgeIdSchema, callId: callIdSchema }),
  z.strictObject({
    type: z.literal('callAnswered'),
    at: instant,
    bridgeId: bridgeIdSchema,
    callId: callIdSchema,
    device: deviceSchema,
  }),
  z.strictObject({
    type: z.literal('callEnded'),
    at: instant,
    bridgeId: bridgeIdSchema,
    callId: callIdSchema,
    ending: z.enum(CALL_ENDINGS),
  }),
] as const;

export type MessageEvent = z.infer<(typeof messageEvents)[number]>;
