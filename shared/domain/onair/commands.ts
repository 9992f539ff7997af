import { z } from 'zod';
import { accepting } from '../consequence.ts';
import { bridgeIdSchema, documentIdSchema } from '../ids.ts';
import { duration } from '../instant.ts';
import { deviceSchema } from '../lines/device.ts';
import { DEVICE_PARTS, frameSchema, limitSchema, sourceSchema } from './onair.ts';

/** What is laid on the desk: a document of the server's, or a screen that a bridge shares. */
const layable = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('file'),
    documentId: documentIdSchema,
    presenter: bridgeIdSchema.nullable(),
  }),
  z.strictObject({ kind: z.literal('share'), bridgeId: bridgeIdSchema }),
]);

export const onairCommands = [
  z.strictObject({
    type: z.literal('armSource'),
    source: sourceSchema,
    /** Left out: program's frame stays. */
    frame: frameSchema.optional(),
    accepting: accepting.optional(),
  }),
  z.strictObject({ type: z.literal('disarmSource') }),
  /** `expectedProgram` is what the sender saw on air. */
  z.strictObject({
    type: z.literal('takeSource'),
    source: sourceSchema,
    frame: frameSchema.optional(),
    expectedProgram: sourceSchema,
    accepting: accepting.optional(),
  }),
  z.strictObject({ type: z.literal('followFloor') }),
  z.strictObject({ type: z.literal('frameProgram'), frame: frameSchema }),
  z.strictObject({ type: z.literal('layDocument'), document: layable }),
  z.strictObject({ type: z.literal('clearDesk') }),
  /** `expectedPage` is what the sender saw: two hands on the same slides turn one page, not two. */
  z.strictObject({
    type: z.literal('turnPage'),
    documentId: documentIdSchema,
    page: z.int().min(1),
    expectedPage: z.int().min(1),
  }),
  z.strictObject({
    type: z.literal('handSlides'),
    documentId: documentIdSchema,
    presenter: bridgeIdSchema.nullable(),
  }),
  z.strictObject({ type: z.literal('playClip'), documentId: documentIdSchema, fromMs: duration }),
  z.strictObject({ type: z.literal('pauseClip'), documentId: documentIdSchema }),
  z.strictObject({ type: z.literal('limitPictures'), limit: limitSchema }),
  /** Another machine of the bridge becomes its picture or its voice; null: the hall's own again. */
  z.strictObject({
    type: z.literal('chooseDevice'),
    bridgeId: bridgeIdSchema,
    part: z.enum(DEVICE_PARTS),
    device: deviceSchema.nullable(),
  }),
] as const;

export type OnAirCommand = z.infer<(typeof onairCommands)[number]>;
