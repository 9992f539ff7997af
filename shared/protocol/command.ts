import { z } from 'zod';
import { commandSchema } from '../domain/command.ts';
import { commandIdSchema, conferenceIdSchema } from '../domain/ids.ts';
import { REJECTION_CODES } from '../domain/rejection.ts';

/** A command on its way: the id is made by the client, and a repeat carries the same. */
export const commandEnvelopeSchema = z.strictObject({
  id: commandIdSchema,
  conference: conferenceIdSchema,
  command: commandSchema,
});
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>;

export const commandAckSchema = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), seq: z.int() }),
  z.strictObject({
    ok: z.literal(false),
    code: z.enum(REJECTION_CODES),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
export type CommandAck = z.infer<typeof commandAckSchema>;
