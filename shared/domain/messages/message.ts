import { z } from 'zod';
import { emptyMap, getFrom, type PersistentMap } from '../../base/persistent-map.ts';
import { MAX_BRIDGES } from '../bridges/bridge.ts';
import type { callIdSchema } from '../ids.ts';
import { type BridgeId, bridgeIdSchema, type MessageId, messageIdSchema } from '../ids.ts';
import type { deviceSchema } from '../lines/device.ts';

import { line, lines } from '../text.ts';

/** To whom the centre writes. A group is chosen on the screen and named bridge by bridge. */
export const recipientsSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('all') }),
  z.strictObject({ kind: z.literal('bridges'), bridgeIds: z.array(bridgeIdSchema).min(1).max(500) }),
]);
export type Recipients = z.infer<typeof recipientsSchema>;

export const messageFactsSchema = z.strictObject({
  messageId: messageIdSchema,
  /** The bridge that writes to the centre; null: the centre writes. */
  from: bridgeIdSchema.nullable(),
  /** Named one by one, so that a bridge that is added later was not written to. null: the centre alone. */
  to: z.array(bridgeIdSchema).max(MAX_BRIDGES).nullable(),
  text: lines(600),
  /** What the recipients can answer with one press; empty: nothing is asked. */
  answers: z.array(line(60)).max(4),
});
export type MessageFacts = z.infer<typeof messageFactsSchema>;

export interface Message extends MessageFacts {
  readonly at: number;
}

/** What became of a message at one bridge (or, when a bridge wrote, at the centre). */
export interface Reply {
  readonly seenAt: number | null;
  readonly answer: string | null;
  readonly answeredAt: number | null;
}

export const HELP_MATTERS = ['picture', 'sound', 'line', 'other'] as const;
export const helpMatterSchema = z.enum(HELP_MATTERS);
export type HelpMatter = z.infer<typeof helpMatterSchema>;

/** A bridge has pressed the one key; it stands until the centre takes it up. */
export interface HelpCall {
  readonly matter: HelpMatter;
  readonly since: number;
}

/** The centre rings a bridge until it answers; then they talk in private, never on program. */
export const CALL_ENDINGS = ['hungUp', 'declined', 'missed', 'cutOff'] as const;
export interface Call {
  readonly callId: z.infer<typeof callIdSchema>;
  readonly since: number;
  readonly stage:
    | { readonly status: 'ringing' }
    /** `device` alone is let into the private room: the technician's phone, or the hall's own machine. */
    | { readonly status: 'talking'; readonly device: z.infer<typeof deviceSchema>; readonly since: number }
    | { readonly status: 'over'; readonly ending: (typeof CALL_ENDINGS)[number]; readonly at: number };
}

export interface Messages {
  readonly sent: readonly Message[];
  /** By `replyKey`. */
  readonly replies: PersistentMap<Reply>;
  /** By bridge. */
  readonly help: PersistentMap<HelpCall>;
  /** The last call with each bridge. */
  readonly calls: PersistentMap<Call>;
}

export const noMessages: Messages = { sent: [], replies: emptyMap(), help: emptyMap(), calls: emptyMap() };

export const MAX_MESSAGES = 3_000;
/** Of them the centre's own: halls that write without end do not silence it. */
export const KEPT_FOR_CENTRE = 500;
/** So many unanswered words of one bridge are a broken key, not a conversation. */
export const MAX_MESSAGES_OF_BRIDGE = 300;
/** A ring that nobody answers ends by itself. */
export const RING_MS = 60_000;

export const replyKey = (messageId: MessageId, bridgeId: BridgeId): string => `${messageId} ${bridgeId}`;

const UNSEEN: Reply = { seenAt: null, answer: null, answeredAt: null };

export const replyOf = ({ replies }: Messages, messageId: MessageId, bridgeId: BridgeId): Reply =>
  getFrom(replies, replyKey(messageId, bridgeId)) ?? UNSEEN;

/** A message may go to thousands, and each of them asks: a list is searched once and remembered. */
const sets = new WeakMap<readonly BridgeId[], ReadonlySet<BridgeId>>();

function isAmong(to: readonly BridgeId[], bridgeId: BridgeId): boolean {
  const known = sets.get(to) ?? new Set(to);
  sets.set(to, known);
  return known.has(bridgeId);
}

/** Whether the message goes to the bridge or comes from it. */
export const concerns = ({ from, to }: Pick<MessageFacts, 'from' | 'to'>, bridgeId: BridgeId): boolean =>
  from === bridgeId || (to !== null && isAmong(to, bridgeId));

/** As the bridge sees it: who else was written to is not its affair. */
export const forOne = <M extends MessageFacts>(message: M, bridgeId: BridgeId): M =>
  message.to === null ? message : { ...message, to: [bridgeId] };

export const callOf = ({ calls }: Messages, bridgeId: BridgeId): Call | undefined => getFrom(calls, bridgeId);

export const isRinging = (call: Call | undefined): call is Call => call?.stage.status === 'ringing';
export const isOpen = (call: Call | undefined): call is Call => call !== undefined && call.stage.status !== 'over';

export const ringEndsAt = ({ since }: Call): number => since + RING_MS;
