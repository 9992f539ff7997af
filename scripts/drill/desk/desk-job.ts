import { z } from 'zod';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';

/** Planted faults: an experiment that does not find them would not find one of ours. */
export const deskFaultSchema = z.enum(['none', 'early-answer', 'no-receipts', 'sync-normal']);
export type DeskFault = z.infer<typeof deskFaultSchema>;

export const deskJobSchema = z.strictObject({
  file: z.string(),
  conference: conferenceIdSchema,
  fault: deskFaultSchema,
  /** Events between two snapshots: far fewer than the server takes, so that many a blow falls into one. */
  snapshotEvery: z.int().min(1),
});
export type DeskJob = z.infer<typeof deskJobSchema>;

/** What the child writes, a line each, straight to its standard output. */
export const deskLineSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready'), seq: z.int() }),
  z.strictObject({ kind: z.literal('ack'), id: z.string(), seq: z.int() }),
  z.strictObject({ kind: z.literal('refused'), id: z.string(), code: z.string() }),
]);
export type DeskLine = z.infer<typeof deskLineSchema>;

/** Words that the child takes beside commands. */
export const REOPEN = 'reopen';
export const END = 'end';
