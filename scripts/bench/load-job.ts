import { z } from 'zod';
import { bridgeIdSchema, conferenceIdSchema } from '../../shared/domain/ids.ts';

/** What the load's process is told and what it answers, as JSON on its standard input and output. */

const target = {
  origin: z.string(),
  conference: conferenceIdSchema,
  /** Sources that are armed in turn: the commonest urgent event, a patch of some 250 bytes. */
  bridges: z.array(bridgeIdSchema).min(2),
  /** Cookies of sign-ins that may command; each has a limit of its own. */
  cookies: z.array(z.string()).min(1),
};

export const acknowledgementJobSchema = z.strictObject({
  kind: z.literal('acknowledgement'),
  ...target,
  bareFile: z.string(),
  bareBytes: z.int(),
});
export type AcknowledgementJob = z.infer<typeof acknowledgementJobSchema>;

export const fanOutJobSchema = z.strictObject({
  kind: z.literal('fanOut'),
  ...target,
  /** The same conference without a single screen: its commands cost what a command costs. */
  emptyConference: conferenceIdSchema,
  emptyBridges: z.array(bridgeIdSchema),
  /** Each sign-in holds so many screens as the product lets it. */
  wallCookies: z.array(z.string()).min(1),
  seq: z.int(),
  serverPid: z.int(),
  rawUrl: z.string(),
  rawPid: z.int(),
  sizes: z.array(z.int()),
  rounds: z.int(),
});
export type FanOutJob = z.infer<typeof fanOutJobSchema>;

export const jobSchema = z.discriminatedUnion('kind', [acknowledgementJobSchema, fanOutJobSchema]);

/** A sign-in may command forty times in four seconds; the bench stays below. */
export const COMMANDS_A_SIGN_IN = 36;

const milliseconds = z.array(z.number());
export const acknowledgementSamplesSchema = z.object({
  /** One command after the other, and after each the bare write. */
  single: milliseconds,
  bare: milliseconds,
  streamed: milliseconds,
  streamedPerSecond: z.number(),
});
export type AcknowledgementSamples = z.infer<typeof acknowledgementSamplesSchema>;

/** One broadcast as it was seen from outside. */
const seenSchema = z.object({
  /** From the command, or from the word to broadcast, to the last screen that has the frame. */
  lastMs: z.number(),
  cpuMs: z.number(),
});
export type Seen = z.infer<typeof seenSchema>;

const roundSchema = z.object({
  screens: z.int(),
  product: seenSchema,
  /** The same command in a conference that nobody watches. */
  command: seenSchema,
  raw: seenSchema,
  /** The word to broadcast, without broadcasting. */
  word: seenSchema,
});
export type FanOutRound = z.infer<typeof roundSchema>;

export const fanOutSamplesSchema = z.object({
  frameBytes: z.int(),
  rounds: z.array(roundSchema),
  /** Rounds that were thrown away because the server's own beat went out in the middle of them. */
  disturbed: z.int(),
});
export type FanOutSamples = z.infer<typeof fanOutSamplesSchema>;
