import { entriesOf } from '../base/persistent-map.ts';
import { attendanceOf, hasReported } from '../domain/attendance/attendance.ts';
import type { BridgeId } from '../domain/ids.ts';
import { bridgeIdSchema } from '../domain/ids.ts';
import {
  callOf,
  concerns,
  type HelpCall,
  isOpen,
  type Message,
  type Messages,
  type Recipients,
  replyOf,
} from '../domain/messages/message.ts';
import type { ConferenceState } from '../domain/state.ts';
import { bridgeOrder } from './bridge-order.ts';

/** What became of one message of the centre among all it was sent to. */
export interface MessageCounts {
  readonly sent: number;
  readonly seen: number;
  readonly answered: number;
  readonly answers: readonly { readonly answer: string; readonly count: number }[];
  /** Who has not answered what was asked or, where nothing was asked, has not seen it. */
  readonly missing: readonly BridgeId[];
}

const counted = new WeakMap<Messages['replies'], Map<string, MessageCounts>>();

/** A message to thousands is counted once for each version of the replies, however often it is drawn. */
export function countsOf(messages: Messages, message: Message): MessageCounts {
  const known = counted.get(messages.replies) ?? new Map<string, MessageCounts>();
  counted.set(messages.replies, known);
  const before = known.get(message.messageId);
  if (before !== undefined) return before;
  const counts = count(messages, message);
  known.set(message.messageId, counts);
  return counts;
}

function count(messages: Messages, { messageId, to, answers }: Message): MessageCounts {
  const byAnswer = new Map<string, number>();
  const missing: BridgeId[] = [];
  let seen = 0;
  let answered = 0;
  for (const bridgeId of to ?? []) {
    const { seenAt, answer } = replyOf(messages, messageId, bridgeId);
    if (seenAt !== null) seen += 1;
    if (answer !== null) {
      answered += 1;
      byAnswer.set(answer, (byAnswer.get(answer) ?? 0) + 1);
    }
    if (answers.length > 0 ? answer === null : seenAt === null) missing.push(bridgeId);
  }
  const sorted = [...byAnswer]
    .map(([answer, times]) => ({ answer, count: times }))
    .toSorted((a, b) => b.count - a.count);
  return { sent: to?.length ?? 0, seen, answered, answers: sorted, missing };
}

/** Written by a bridge, and nobody at the centre has had it on a screen. */
const isUnread = (messages: Messages, { from, messageId }: Message): boolean =>
  from !== null && replyOf(messages, messageId, from).seenAt === null;

export const unreadOfCentre = (messages: Messages): number =>
  messages.sent.filter((message) => isUnread(messages, message)).length;

export const unreadFrom = (messages: Messages, bridgeId: BridgeId): readonly Message[] =>
  messages.sent.filter((message) => message.from === bridgeId && isUnread(messages, message));

export interface StandingHelp extends HelpCall {
  readonly bridgeId: BridgeId;
}

/** Who waits longest stands first. */
export const helpCalls = ({ help }: Messages): readonly StandingHelp[] =>
  entriesOf(help)
    .map(([id, call]) => ({ ...call, bridgeId: bridgeIdSchema.parse(id) }))
    .toSorted((a, b) => a.since - b.since);

/** What the centre has to look at: help that is called for, and words of bridges that nobody has read. */
export const talkbackWaiting = (messages: Messages): { readonly help: number; readonly unread: number } => ({
  help: messages.help.size,
  unread: unreadOfCentre(messages),
});

export interface TalkThread {
  readonly bridgeId: BridgeId;
  readonly unread: number;
  readonly help: boolean;
  readonly calling: boolean;
  readonly lastAt: number;
}

/** Bridges with which something passed alone: who needs a person first, then the latest. A word to all opens no thread. */
export function threadsOf(messages: Messages): readonly TalkThread[] {
  const found = new Map<BridgeId, { unread: number; lastAt: number }>();
  const touch = (bridgeId: BridgeId, at: number, unread: number) => {
    const before = found.get(bridgeId);
    found.set(bridgeId, { unread: (before?.unread ?? 0) + unread, lastAt: Math.max(before?.lastAt ?? 0, at) });
  };
  for (const message of messages.sent) {
    const alone = message.from ?? (message.to?.length === 1 ? message.to[0] : undefined);
    if (alone !== undefined) touch(alone, message.at, isUnread(messages, message) ? 1 : 0);
  }
  for (const { bridgeId, since } of helpCalls(messages)) touch(bridgeId, since, 0);
  for (const [id, { since }] of entriesOf(messages.calls)) touch(bridgeIdSchema.parse(id), since, 0);
  const helping = new Set(helpCalls(messages).map(({ bridgeId }) => bridgeId));
  return [...found]
    .map(([bridgeId, { unread, lastAt }]) => ({
      bridgeId,
      unread,
      lastAt,
      help: helping.has(bridgeId),
      calling: isOpen(callOf(messages, bridgeId)),
    }))
    .toSorted((a, b) => urgency(b) - urgency(a) || b.lastAt - a.lastAt);
}

const urgency = ({ help, calling, unread }: TalkThread): number =>
  (help ? 4 : 0) + (calling ? 2 : 0) + (unread > 0 ? 1 : 0);

/** Everything that passed with the bridge, what went to many among it; the oldest first. */
export const threadWith = (messages: Messages, bridgeId: BridgeId): readonly Message[] =>
  messages.sent.filter((message) => concerns(message, bridgeId));

/** What the centre wrote to more than one; the oldest first. */
export const wordsToMany = ({ sent }: Messages): readonly Message[] =>
  sent.filter(({ from, to }) => from === null && (to?.length ?? 0) !== 1);

/** A word to which nothing was to be answered leaves the hall's screen by itself. */
export const TOLD_MS = 10 * 60_000;

/** What still stands before a bridge: a question it has not answered, or a word of the last minutes. */
export const standingWords = (messages: Messages, bridgeId: BridgeId, now: number): readonly Message[] =>
  messages.sent.filter(
    (message) =>
      message.from === null &&
      concerns(message, bridgeId) &&
      (message.answers.length > 0
        ? replyOf(messages, message.messageId, bridgeId).answer === null
        : now - message.at < TOLD_MS),
  );

/** What the centre wrote to a bridge and its screens have not shown yet. */
export const unseenBy = (messages: Messages, bridgeId: BridgeId): readonly Message[] =>
  messages.sent.filter(
    (message) =>
      message.from === null &&
      concerns(message, bridgeId) &&
      replyOf(messages, message.messageId, bridgeId).seenAt === null,
  );

/** Whom the centre may choose at one press. */
export type Group =
  | { readonly kind: 'all' }
  | { readonly kind: 'tier'; readonly tier: number }
  | { readonly kind: 'region'; readonly region: string }
  | { readonly kind: 'lost' }
  | { readonly kind: 'unreported' };

/** The groups that have a member now, the whole conference first. */
export function groupsOf({ bridges }: Pick<ConferenceState, 'bridges'>): readonly Group[] {
  const { all } = bridgeOrder(bridges);
  const tiers = [...new Set(all.map(({ tier }) => tier))].toSorted((a, b) => a - b);
  const regions = [...new Set(all.flatMap(({ region }) => (region === null ? [] : [region])))];
  return [
    { kind: 'all' },
    ...(tiers.length > 1 ? tiers.map((tier) => ({ kind: 'tier', tier }) as const) : []),
    ...regions.map((region) => ({ kind: 'region', region }) as const),
    { kind: 'lost' },
    { kind: 'unreported' },
  ];
}

/** In protocol order. Who has not reported is known of the first tier: the counters of the others are not told here. */
export function membersOf(
  { bridges, attendance }: Pick<ConferenceState, 'bridges' | 'attendance'>,
  group: Group,
): readonly BridgeId[] {
  const { all } = bridgeOrder(bridges);
  const fits = all.filter((bridge) => {
    switch (group.kind) {
      case 'all':
        return true;
      case 'tier':
        return bridge.tier === group.tier;
      case 'region':
        return bridge.region === group.region;
      case 'lost':
        return bridge.link.status === 'lost';
      case 'unreported': {
        const own = attendanceOf(attendance, bridge.bridgeId);
        return bridge.tier <= 1 && own.excuse === null && !hasReported(own);
      }
    }
  });
  return fits.map(({ bridgeId }) => bridgeId);
}

/** So many can be named one by one in a command. */
export const MOST_NAMED = 500;

/** null: nobody, or more than can be named. */
export function recipientsOf(state: Pick<ConferenceState, 'bridges' | 'attendance'>, group: Group): Recipients | null {
  if (group.kind === 'all') return { kind: 'all' };
  const bridgeIds = [...membersOf(state, group)];
  return bridgeIds.length === 0 || bridgeIds.length > MOST_NAMED ? null : { kind: 'bridges', bridgeIds };
}
