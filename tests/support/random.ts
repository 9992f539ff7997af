import fc from 'fast-check';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import type { DelegateChange, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { DelegateId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { bridgeId, moderator, operatorOf, secretariat } from './builders.ts';

/** One try of somebody: what is tried, by whom, and three numbers that choose whom and what it is about. */
export interface Try {
  readonly type: Command['type'];
  readonly who: number;
  readonly picks: readonly [number, number, number];
}

/** How often each command is tried; the floor most, so that speeches are really called, heard and ended. */
const WEIGHTS: Readonly<Record<Command['type'], number>> = {
  createConference: 1,
  correctConferenceDetails: 1,
  startPreparation: 1,
  openConference: 3,
  adjournConference: 1,
  resumeConference: 4,
  closeConference: 0.15,
  archiveConference: 1,
  addBridges: 3,
  renameBridge: 1,
  assignBridgeStaff: 2,
  removeBridge: 1.5,
  reportBridgeLink: 5,
  registerDelegates: 5,
  removeDelegate: 2,
  checkInDelegate: 7,
  markDelegateAbsent: 4,
  clearDelegateMark: 5,
  reportHeadcount: 3,
  addAgendaItem: 5,
  correctAgendaItem: 1,
  moveAgendaItem: 2,
  removeAgendaItem: 1,
  startAgendaItem: 6,
  finishAgendaItem: 3,
  skipAgendaItem: 2,
  restoreAgendaItem: 4,
  registerPaper: 7,
  requestSpeech: 7,
  withdrawSpeech: 1.5,
  acceptSpeech: 7,
  declineSpeech: 1,
  moveSpeech: 4,
  callSpeaker: 10,
  beginSpeech: 8,
  extendSpeech: 2,
  endSpeech: 4,
  openChairMicrophone: 2,
  closeChairMicrophone: 1.5,
  armSource: 2,
  disarmSource: 1,
  takeSource: 3,
  followFloor: 2,
};

const LADDER = Object.entries(WEIGHTS) as [Command['type'], number][];
const TOTAL = LADDER.reduce((sum, [, weight]) => sum + weight, 0);

/** The command type at this point of 0..1. */
export function typeAt(fraction: number): Command['type'] {
  let left = fraction * TOTAL;
  for (const [type, weight] of LADDER) {
    left -= weight;
    if (left < 0) return type;
  }
  return 'callSpeaker';
}

const nat = fc.nat({ max: 9_999 });

/** Without fast-check's liking for small numbers, which would try the same commands about the same bridge. */
export const tryArbitrary: fc.Arbitrary<Try> = fc.noBias(
  fc.record({
    type: fc.nat({ max: 999_999 }).map((n) => typeAt(n / 1_000_000)),
    who: nat,
    picks: fc.tuple(nat, nat, nat),
  }),
);

/** The rows of delegates that a desk would look up. */
export type Rows = Map<DelegateId, DelegateRow>;

export function applyRows(rows: Rows, changes: readonly DelegateChange[]): void {
  for (const change of changes) {
    if (change.kind === 'put') rows.set(change.row.delegateId, change.row);
    else rows.delete(change.delegateId);
  }
}

/** Who tries it: mostly somebody who may. */
export function actorOf({ type, who, picks: [a] }: Try, state: ConferenceState): Actor {
  if (type === 'reportBridgeLink' && who % 5 !== 0) return SYSTEM;
  const bridges = bridgesInOrder(state.bridges);
  const bridge = bridges[a % Math.max(1, bridges.length)]?.bridgeId ?? bridgeId('unknown');
  const wall: Actor = { seat: 'wall', session: 'w', bridgeId: null };
  const others = [moderator, moderator, moderator, operatorOf(bridge), operatorOf(bridge), wall];
  return others[who % 16] ?? secretariat;
}
