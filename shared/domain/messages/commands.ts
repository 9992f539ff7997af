import { z } from 'zod';
import { bridgeIdSchema, callIdSchema, messageIdSchema } from '../ids.ts';
import { deviceSchema } from '../lines/device.ts';
import { line, lines } from '../text.ts';
import { helpMatterSchema, recipientsSchema } from './message.ts';

export const messageCommands = [
  z.strictObject({
    type: z.literal('messageBridges'),
    to: recipientsSchema,
    text: lines(600),
    answers: z.array(line(60)).max(4),
  }),
  z.strictObject({ type: z.literal('messageCentre'), bridgeId: bridgeIdSchema, text: lines(600) }),
  /** By the recipient: the bridge, or the centre for what the bridge wrote. */
  z.strictObject({ type: z.literal('markMessageSeen'), bridgeId: bridgeIdSchema, messageId: messageIdSchema }),
  z.strictObject({
    type: z.literal('answerMessage'),
    bridgeId: bridgeIdSchema,
    messageId: messageIdSchema,
    answer: line(200),
  }),
  z.strictObject({ type: z.literal('callForHelp'), bridgeId: bridgeIdSchema, matter: helpMatterSchema }),
  /** By the centre: somebody takes it up. By the bridge: it has passed. */
  z.strictObject({ type: z.literal('settleHelp'), bridgeId: bridgeIdSchema }),
  z.strictObject({ type: z.literal('ringBridge'), bridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('answerCall'),
    bridgeId: bridgeIdSchema,
    callId: callIdSchema,
    device: deviceSchema,
  }),
  z.strictObject({ type: z.literal('endCall'), bridgeId: bridgeIdSchema, callId: callIdSchema }),
  z.strictObject({ type: z.literal('missCall'), bridgeId: bridgeIdSchema, callId: callIdSchema }),
] as const;

export type MessageCommand = z.infer<(typeof messageCommands)[number]>;
