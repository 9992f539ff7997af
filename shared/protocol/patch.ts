import { z } from 'zod';
import { eventSchema } from '../domain/event.ts';
import { conferenceIdSchema } from '../domain/ids.ts';
import { streamSchema } from './stream.ts';

const ofStream = { conference: conferenceIdSchema, stream: streamSchema };
const seq = z.int().min(0);

/** Events in `(after, through]`; those hidden from the stream are not there, and leave no gap. */
export const patchSchema = z.strictObject({
  ...ofStream,
  after: seq,
  through: seq,
  events: z.array(z.strictObject({ seq, event: eventSchema })),
});
export type Patch = z.infer<typeof patchSchema>;

/** The whole state of the stream after event `seq`, in the form of state-codec.ts. */
export const snapshotSchema = z.strictObject({ ...ofStream, seq, state: z.unknown() });
export type Snapshot = z.infer<typeof snapshotSchema>;

/** The same, for a hello that asks for it so: `packed` is the state's JSON in gzip. */
export interface PackedSnapshot extends Omit<Snapshot, 'state'> {
  readonly packed: Uint8Array;
}

/** Where the stream stands: a lost last patch leaves no gap, so the head is repeated now and then. */
export const beatSchema = z.strictObject({ ...ofStream, seq });
export type Beat = z.infer<typeof beatSchema>;
