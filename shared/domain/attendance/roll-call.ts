import { z } from 'zod';
import type { BridgeId } from '../ids.ts';
import { bridgeIdSchema } from '../ids.ts';
import { instant } from '../instant.ts';

/** What a bridge that is called answers: heard, seen but not heard, or nothing. */
export const rollAnswerSchema = z.enum(['heard', 'silent', 'missing']);
export type RollAnswer = z.infer<typeof rollAnswerSchema>;

export interface RollEntry {
  readonly answer: RollAnswer;
  /** The number that the hall gave, of people present; null: it gave none. */
  readonly present: number | null;
  readonly at: number;
}

/** The roll call of bridges (điểm danh điểm cầu): each in its order is shown on the wall and answers. */
export interface RollCall {
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly order: readonly BridgeId[];
  /** How long each stands on the wall before the next is called by itself, in milliseconds; null: by hand alone. */
  readonly holdMs: number | null;
  readonly current: { readonly bridgeId: BridgeId; readonly since: number } | null;
  readonly answers: Readonly<Record<string, RollEntry>>;
}

export const MAX_ROLL = 200;
export const holdSchema = z.int().min(3_000).max(120_000).nullable();

export const rollCallCommands = [
  z.strictObject({
    type: z.literal('startRollCall'),
    bridgeIds: z.array(bridgeIdSchema).min(1).max(MAX_ROLL),
    holdMs: holdSchema,
  }),
  /** The next bridge that has not answered, or this one. `expectedBridgeId` is whom the sender saw called. */
  z.strictObject({
    type: z.literal('callRoll'),
    expectedBridgeId: bridgeIdSchema.nullable(),
    bridgeId: bridgeIdSchema.nullable(),
  }),
  z.strictObject({
    type: z.literal('answerRoll'),
    bridgeId: bridgeIdSchema,
    answer: rollAnswerSchema,
    present: z.int().min(0).max(100_000).nullable(),
  }),
  /** Stops the pace, or lets it go on with a whole time for whoever is called; null: by hand alone. */
  z.strictObject({ type: z.literal('paceRollCall'), holdMs: holdSchema }),
  z.strictObject({ type: z.literal('endRollCall') }),
] as const;

export const rollCallEvents = [
  z.strictObject({
    type: z.literal('rollCallStarted'),
    at: instant,
    order: z.array(bridgeIdSchema),
    holdMs: holdSchema,
  }),
  z.strictObject({ type: z.literal('bridgeCalledInRoll'), at: instant, bridgeId: bridgeIdSchema }),
  z.strictObject({
    type: z.literal('rollAnswered'),
    at: instant,
    bridgeId: bridgeIdSchema,
    answer: rollAnswerSchema,
    present: z.int().min(0).nullable(),
  }),
  z.strictObject({ type: z.literal('rollCallPaced'), at: instant, holdMs: holdSchema }),
  z.strictObject({ type: z.literal('rollCallEnded'), at: instant }),
] as const;
