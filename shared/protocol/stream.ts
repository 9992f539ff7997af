import { z } from 'zod';
import { type Audience, PUBLIC, STAFF } from '../domain/audience.ts';
import { bridgeIdSchema } from '../domain/ids.ts';

/** The name of an audience's stream on the wire: `public`, `staff`, `bridge:<id>` or `door:<id>`. */
export const streamSchema = z.string().regex(/^(?:public|staff|(?:bridge|door):[A-Za-z0-9-]{1,40})$/);
export type StreamName = z.infer<typeof streamSchema>;

export const streamOf = (audience: Audience): StreamName =>
  'bridgeId' in audience ? `${audience.kind}:${audience.bridgeId}` : audience.kind;

export function audienceOf(stream: StreamName): Audience {
  if (stream === 'staff') return STAFF;
  if (stream === 'public') return PUBLIC;
  const [kind, id] = stream.split(':');
  return { kind: kind === 'door' ? 'door' : 'bridge', bridgeId: bridgeIdSchema.parse(id) };
}
