import { z } from 'zod';
import { formatProfileSchema } from '../../../shared/domain/records/minutes.ts';
import { PAPER_KINDS, type Paper } from '../../../shared/views/papers/paper.ts';

const span = z.object({ text: z.string(), bold: z.boolean().exactOptional(), italic: z.boolean().exactOptional() });
const column = z.object({
  title: z.string(),
  share: z.number(),
  align: z.enum(['left', 'center', 'right']).exactOptional(),
});

const block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), spans: z.array(span) }),
  z.object({
    kind: z.literal('heading'),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    text: z.string(),
  }),
  z.object({ kind: z.literal('list'), items: z.array(z.array(span)) }),
  z.object({ kind: z.literal('table'), columns: z.array(column), rows: z.array(z.array(z.string())) }),
]);

const signature = z.object({ authority: z.string().nullable(), office: z.string(), name: z.string().nullable() });

/** What the server answers for a preview. */
export const paperSchema = z.object({
  kind: z.enum(PAPER_KINDS),
  profile: formatProfileSchema,
  head: z
    .object({
      parentBody: z.string().nullable(),
      issuer: z.string(),
      number: z.string().nullable(),
      placeDate: z.string().nullable(),
      mark: z.string().nullable(),
    })
    .nullable(),
  title: z.string(),
  subject: z.string().nullable(),
  blocks: z.array(block),
  signatures: z.object({ left: signature.nullable(), right: signature.nullable() }).nullable(),
  recipients: z.array(z.string()),
  appendices: z.array(z.object({ title: z.string(), landscape: z.boolean(), blocks: z.array(block) })),
  provenance: z.object({
    version: z.string(),
    madeAt: z.number(),
    position: z.number(),
    hash: z.string(),
    draft: z.boolean(),
  }),
}) satisfies z.ZodType<Paper>;
