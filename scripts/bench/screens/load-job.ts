import { z } from 'zod';
import { conferenceIdSchema } from '../../../shared/domain/ids.ts';

/** What the load's process is told and what it answers: JSON, a line each. */

/** The first line: which server the screens belong to. */
export const crowdJobSchema = z.discriminatedUnion('speaks', [
  z.strictObject({
    /** The product's greetings: the product, or a bare Socket.IO server that answers in the same words. */
    speaks: z.literal('seats'),
    origin: z.string(),
    /** The screens' own addresses, in turn. */
    addresses: z.array(z.string()).min(1),
    conference: conferenceIdSchema,
    /** The viewers' link, and the page that it leads to; null: the server asks nobody who he is. */
    token: z.string().nullable(),
    screen: z.string(),
    seq: z.int(),
  }),
  z.strictObject({
    /** `ws` and nothing else. */
    speaks: z.literal('ws'),
    origin: z.string(),
    addresses: z.array(z.string()).min(1),
  }),
]);
export type CrowdJob = z.infer<typeof crowdJobSchema>;
export type SeatsJob = Extract<CrowdJob, { speaks: 'seats' }>;

export const askedSchema = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('open'), screens: z.int() }),
  /** Answers when every screen has had one frame more. */
  z.strictObject({ do: z.literal('expect') }),
  z.strictObject({ do: z.literal('beats') }),
  z.strictObject({ do: z.literal('frame') }),
  /** All lines are cut at once and come back as pages do; `since`: what they still have, null: nothing. */
  z.strictObject({ do: z.literal('storm'), seed: z.int(), since: z.int().nullable() }),
]);
export type Asked = z.infer<typeof askedSchema>;

export interface Storm {
  /** From the cut until so many were in step. */
  readonly lastMs: number;
  readonly medianMs: number;
  /** Tries that brought nothing and were followed by another. */
  readonly failed: number;
}

export interface Answers {
  readonly open: { readonly ms: number };
  /** By the clock of the machine. */
  readonly expect: { readonly at: number };
  readonly beats: { readonly beats: number };
  readonly frame: { readonly text: string };
  readonly storm: Storm;
}

export const answerSchemas: { readonly [K in keyof Answers]: z.ZodType<Answers[K]> } = {
  open: z.object({ ms: z.number() }),
  expect: z.object({ at: z.number() }),
  beats: z.object({ beats: z.int() }),
  frame: z.object({ text: z.string() }),
  storm: z.object({ lastMs: z.number(), medianMs: z.number(), failed: z.int() }),
};
