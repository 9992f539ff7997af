import { z } from 'zod';
import { recordingIdSchema } from '../ids.ts';

export const recordingCommands = [
  /** The chair's word, given by the chair or noted by the secretariat. Taken back, what runs is stopped. */
  z.strictObject({ type: z.literal('decideRecording'), allowed: z.boolean() }),
  z.strictObject({ type: z.literal('startRecording') }),
  z.strictObject({ type: z.literal('stopRecording') }),
  z.strictObject({ type: z.literal('keepRecordings'), days: z.int().min(1).max(3_650).nullable() }),
  z.strictObject({ type: z.literal('eraseRecording'), recordingId: recordingIdSchema }),
] as const;

export type RecordingCommand = z.infer<(typeof recordingCommands)[number]>;
