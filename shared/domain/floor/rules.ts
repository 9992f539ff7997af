import { z } from 'zod';
import { duration } from '../instant.ts';
import { line } from '../text.ts';

/**
 * Kinds of speech in order of rank: a procedural request (xin phát biểu về điều hành) comes before a question, that
 * before a reply, that before a registered paper (tham luận), and an opinion waits behind them all.
 */
export const speechKindSchema = z.enum(['procedural', 'question', 'reply', 'paper', 'opinion']);
export type SpeechKind = z.infer<typeof speechKindSchema>;
export const speechKinds = speechKindSchema.options;

/** Speaking times of a list: a kind that is not there follows the rules. */
export const listTimesSchema = z.partialRecord(speechKindSchema, duration);
export type ListTimes = z.infer<typeof listTimesSchema>;

/** Speaking that is not charged to anybody's budget. */
export const isExempt = (kind: SpeechKind): boolean => kind === 'procedural' || kind === 'question' || kind === 'reply';

/**
 * How halls come to the floor. `request`: they ask, the moderator calls. `operatorOnly`: the moderator enters them.
 * `open`: up to N take it by themselves, then they wait. `override`: the newcomer takes it, the longest gives way.
 */
export const floorModeSchema = z.enum(['request', 'operatorOnly', 'open', 'override']);
export type FloorMode = z.infer<typeof floorModeSchema>;

export const MAX_ON_FLOOR = 6;

export const floorRulesSchema = z.strictObject({
  mode: floorModeSchema,
  /** N: main speeches at a time in the modes `open` and `override`. */
  seats: z.int().min(1).max(MAX_ON_FLOOR),
  /** A bridge that is not on the line cannot ask. */
  presentOnly: z.boolean(),
  times: z.record(speechKindSchema, duration),
  /** Categories of procedural requests, the most urgent first; none: they are all alike. */
  categories: z.array(line(80)).max(8),
  /** Speaking time granted to each bridge or each region; null: nobody counts. */
  budget: z.strictObject({ holder: z.enum(['bridge', 'region']), grantedMs: duration }).nullable(),
});
export type FloorRules = z.infer<typeof floorRulesSchema>;

const MINUTE = 60_000;

export const DEFAULT_RULES: FloorRules = {
  mode: 'request',
  seats: 1,
  presentOnly: false,
  times: {
    procedural: 2 * MINUTE,
    question: 2 * MINUTE,
    reply: 3 * MINUTE,
    paper: 7 * MINUTE,
    opinion: 5 * MINUTE,
  },
  categories: [],
  budget: null,
};

/** Main speeches that may have the floor together. */
export const seatsOf = ({ mode, seats }: FloorRules): number => (mode === 'open' || mode === 'override' ? seats : 1);
