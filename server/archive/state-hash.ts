import { createHash } from 'node:crypto';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { encodeState } from '../../shared/protocol/state-codec.ts';

/** The same state has the same hash, in whatever order its maps and fields were filled. */
export const stateHash = (state: ConferenceState): string =>
  createHash('sha256')
    .update(canonical(sortedMaps(encodeState(state))))
    .digest('hex');

const byText = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number =>
  a < b ? -1 : Number(a > b);

/** Persistent maps come out shard by shard, each in the order of its filling. */
function sortedMaps({ bridges, attendance, floor, lines, messages, ballots, ...rest }: ReturnType<typeof encodeState>) {
  return {
    ...rest,
    bridges: { ...bridges, byId: bridges.byId.toSorted(byText) },
    attendance: {
      ...attendance,
      byBridge: attendance.byBridge.toSorted(byText),
      byDelegation: attendance.byDelegation?.toSorted(byText) ?? null,
    },
    floor: { ...floor, speeches: floor.speeches.toSorted(byText), ledger: floor.ledger.toSorted(byText) },
    lines: { ...lines, byBridge: lines.byBridge.toSorted(byText) },
    messages: {
      ...messages,
      replies: messages.replies.toSorted(byText),
      help: messages.help.toSorted(byText),
      calls: messages.calls.toSorted(byText),
    },
    ballots: { ...ballots, hands: ballots.hands.toSorted(byText) },
  };
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON with the fields of every object in the order of their names. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, one: unknown) =>
    isObject(one) ? Object.fromEntries(Object.entries(one).toSorted(byText)) : one,
  );
}
