import fc from 'fast-check';
import { valuesOf } from '../../shared/base/persistent-map.ts';
import { type Actor, SYSTEM } from '../../shared/domain/actor.ts';
import type { Progress } from '../../shared/domain/agenda/agenda.ts';
import type { DelegateChange, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { AgendaItemId, BridgeId, DelegateId, SpeechId } from '../../shared/domain/ids.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import {
  bridgeId,
  bridgeInput,
  counts,
  delegateId,
  details,
  HOLD,
  itemId,
  MINUTE,
  moderator,
  NOW,
  operatorOf,
  secretariat,
  speechId,
} from './builders.ts';

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

const UNKNOWN = 'unknown';

/** Mostly one that is there; now and then one that is not. */
const pickFrom = <T>(there: readonly T[], pick: number, unknown: T): T =>
  pick % 23 === 0 ? unknown : (there[pick % Math.max(1, there.length)] ?? unknown);

/** What there is to choose from in this conference. */
interface Choice {
  readonly state: ConferenceState;
  readonly picks: Try['picks'];
  readonly bridge: (pick: number) => BridgeId;
  readonly speech: (pick: number) => SpeechId;
  readonly item: (pick: number) => AgendaItemId;
  readonly source: (pick: number) => Source;
}

/** The command that this try amounts to in the conference as its sender sees it. */
export function commandOf(one: Try, state: ConferenceState, rows: Rows): Command {
  const bridges = bridgesInOrder(state.bridges).map((bridge) => bridge.bridgeId);
  const speeches = [...valuesOf(state.floor.speeches)].map((speech) => speech.speechId);
  const bridge = (pick: number) => pickFrom(bridges, pick, bridgeId(UNKNOWN));
  return byType(
    {
      state,
      picks: one.picks,
      bridge,
      speech: (pick) => pickFrom(speeches, pick, speechId(UNKNOWN)),
      item: (pick) =>
        pickFrom(
          state.agenda.items.map((item) => item.itemId),
          pick,
          itemId(UNKNOWN),
        ),
      source: (pick) => (pick % 4 === 0 ? HOLD : { kind: 'bridge', bridgeId: bridge(pick) }),
    },
    [...rows.values()],
  )[one.type]();
}

type Table = { readonly [T in Command['type']]: () => CommandOf<T> };

const byType = (choice: Choice, rows: readonly DelegateRow[]): Table => ({
  ...ofConference(choice),
  ...ofBridges(choice),
  ...ofAttendance(choice, rows),
  ...ofAgenda(choice),
  ...ofFloor(choice),
  ...ofOnAir(choice),
});

const ofConference = ({ picks: [a] }: Choice) => ({
  createConference: () => ({ type: 'createConference', details }) as const,
  correctConferenceDetails: () =>
    ({ type: 'correctConferenceDetails', details: { ...details, title: `Hội nghị lần ${a % 9}` } }) as const,
  startPreparation: () => ({ type: 'startPreparation' }) as const,
  openConference: () => ({ type: 'openConference' }) as const,
  adjournConference: () => ({ type: 'adjournConference' }) as const,
  resumeConference: () => ({ type: 'resumeConference' }) as const,
  closeConference: () => ({ type: 'closeConference' }) as const,
  archiveConference: () => ({ type: 'archiveConference' }) as const,
});

const phoned = (pick: number) =>
  pick % 3 === 0 ? null : { fullName: `Kỹ thuật ${pick % 5}`, positions: [], phone: `0900 ${pick}` };

const ofBridges = ({ state, picks: [a, b, c], bridge }: Choice) => ({
  addBridges: () => {
    const parentId = b % 3 === 0 ? bridge(c) : null;
    const central = state.bridges.centralId === null || a % 29 === 0;
    const technician = phoned(c);
    const more = a % 2 === 0 ? [bridgeInput(`tỉnh ${b % 50}`, { technician: phoned(a) })] : [];
    return {
      type: 'addBridges',
      bridges: [bridgeInput(`tỉnh ${a % 50}`, { central, parentId, technician }), ...more],
    } as const;
  },
  renameBridge: () => ({ type: 'renameBridge', bridgeId: bridge(a), name: `Điểm cầu ${b}`, shortName: `${b}` }) as const,
  assignBridgeStaff: () =>
    ({
      type: 'assignBridgeStaff',
      bridgeId: bridge(a),
      room: b % 2 === 0 ? `Phòng ${b % 7}` : null,
      chairs: c % 2 === 0 ? [{ fullName: null, positions: [`Chủ trì ${c % 7}`] }] : [],
      technician: phoned(b),
    }) as const,
  removeBridge: () => ({ type: 'removeBridge', bridgeId: bridge(a) }) as const,
  reportBridgeLink: () =>
    ({ type: 'reportBridgeLink', bridgeId: bridge(a), link: b % 2 === 0 ? 'online' : 'lost' }) as const,
});

function ofAttendance({ picks: [a, b, c], bridge }: Choice, rows: readonly DelegateRow[]) {
  const row = rows[a % Math.max(1, rows.length)];
  const who = {
    bridgeId: row === undefined || b % 19 === 0 ? bridge(b) : row.bridgeId,
    delegateId: row === undefined || c % 23 === 0 ? delegateId(UNKNOWN) : row.delegateId,
  };
  const delegates = Array.from({ length: 1 + (b % 3) }, (_, index) => ({
    fullName: `Đại biểu ${c + index}`,
    positions: [],
    category: b % 2 === 0 ? 'Cấp ủy' : 'Khách mời',
    homeUnit: `Đảng ủy ${index}`,
  }));
  return {
    registerDelegates: () => ({ type: 'registerDelegates', bridgeId: bridge(a), delegates }) as const,
    removeDelegate: () => ({ type: 'removeDelegate', ...who }) as const,
    checkInDelegate: () => ({ type: 'checkInDelegate', ...who }) as const,
    markDelegateAbsent: () =>
      ({ type: 'markDelegateAbsent', ...who, excused: b % 2 === 0, reason: c % 2 === 0 ? 'Đi công tác' : null }) as const,
    clearDelegateMark: () => ({ type: 'clearDelegateMark', ...who }) as const,
    reportHeadcount: () => {
      const twice = c % 13 === 0 ? [counts(1, 1, 'Cấp ủy')] : [];
      const categories = [counts(b % 60, (b * c) % ((b % 60) + 1), 'Cấp ủy'), ...twice];
      const note = c % 2 === 0 ? `vắng ${c % 9}` : null;
      return { type: 'reportHeadcount', bridgeId: bridge(a), categories, note } as const;
    },
  };
}

function ofAgenda({ state, picks: [a, b, c], item }: Choice) {
  const plan = { kind: 'report', title: `Mục ${a % 20}`, plannedStart: NOW + b * MINUTE, durationMs: c * 1_000 } as const;
  const presenter = a % 2 === 0 ? { fullName: null, positions: [`Phó Trưởng Ban ${a % 5}`] } : null;
  const inStatus = (status: Progress['status']) => state.agenda.items.filter(({ progress }) => progress.status === status);
  const live = inStatus('live')[0]?.itemId ?? null;
  const oneThatIs = (status: Progress['status']) => inStatus(status)[a % Math.max(1, inStatus(status).length)]?.itemId;
  return {
    addAgendaItem: () =>
      ({ type: 'addAgendaItem', plan, presenter, beforeItemId: b % 2 === 0 ? null : item(c) }) as const,
    correctAgendaItem: () => ({ type: 'correctAgendaItem', itemId: item(a), plan, presenter }) as const,
    moveAgendaItem: () =>
      ({ type: 'moveAgendaItem', itemId: item(a), beforeItemId: b % 3 === 0 ? null : item(b) }) as const,
    removeAgendaItem: () => ({ type: 'removeAgendaItem', itemId: item(a) }) as const,
    startAgendaItem: () =>
      ({ type: 'startAgendaItem', itemId: oneThatIs('waiting') ?? item(a), expectedLive: b % 7 === 0 ? item(c) : live }) as const,
    finishAgendaItem: () => ({ type: 'finishAgendaItem', itemId: a % 3 === 0 ? item(a) : (live ?? item(a)) }) as const,
    skipAgendaItem: () => ({ type: 'skipAgendaItem', itemId: item(a) }) as const,
    restoreAgendaItem: () => ({ type: 'restoreAgendaItem', itemId: oneThatIs('skipped') ?? item(a) }) as const,
  };
}

function ofFloor({ state, picks: [a, b, c], bridge, speech }: Choice) {
  const speaker = { fullName: null, positions: [`Bí thư ${c % 7}`] };
  const wish = { bridgeId: bridge(a), subject: `Chủ đề ${b % 20}`, speaker };
  const { onFloor, queue } = state.floor;
  const waiting = pickFrom(queue, a, speech(b));
  const current = b % 5 === 0 ? speech(a) : (onFloor ?? speech(a));
  const asked = [...valuesOf(state.floor.speeches)].filter(({ stage }) => stage.status === 'requested');
  return {
    registerPaper: () => ({ type: 'registerPaper', ...wish, allottedMs: b * 100 }) as const,
    requestSpeech: () => ({ type: 'requestSpeech', ...wish }) as const,
    withdrawSpeech: () => ({ type: 'withdrawSpeech', speechId: speech(a) }) as const,
    acceptSpeech: () =>
      ({
        type: 'acceptSpeech',
        speechId: asked[a % Math.max(1, asked.length)]?.speechId ?? speech(a),
        allottedMs: b * 100,
      }) as const,
    declineSpeech: () => ({ type: 'declineSpeech', speechId: speech(a) }) as const,
    moveSpeech: () =>
      ({
        type: 'moveSpeech',
        speechId: waiting,
        beforeSpeechId: c % 3 === 0 ? null : pickFrom(queue, c, speech(c)),
      }) as const,
    callSpeaker: () =>
      ({ type: 'callSpeaker', speechId: waiting, expectedOnFloor: c % 7 === 0 ? null : onFloor }) as const,
    beginSpeech: () => ({ type: 'beginSpeech', speechId: current }) as const,
    extendSpeech: () => ({ type: 'extendSpeech', speechId: current, byMs: c * 100 }) as const,
    endSpeech: () => ({ type: 'endSpeech', speechId: current }) as const,
    openChairMicrophone: () => ({ type: 'openChairMicrophone' }) as const,
    closeChairMicrophone: () => ({ type: 'closeChairMicrophone' }) as const,
  };
}

const ofOnAir = ({ state, picks: [a, b, c], source }: Choice) => ({
  armSource: () => ({ type: 'armSource', source: source(a) }) as const,
  disarmSource: () => ({ type: 'disarmSource' }) as const,
  takeSource: () =>
    ({
      type: 'takeSource',
      source: source(a),
      expectedProgram: b % 5 === 0 ? source(c) : programSource(state),
    }) as const,
  followFloor: () => ({ type: 'followFloor' }) as const,
});

/** Who tries it: mostly somebody who may. */
export function actorOf({ type, who, picks: [a] }: Try, state: ConferenceState): Actor {
  if (type === 'reportBridgeLink' && who % 5 !== 0) return SYSTEM;
  const bridges = bridgesInOrder(state.bridges);
  const bridge = bridges[a % Math.max(1, bridges.length)]?.bridgeId ?? bridgeId(UNKNOWN);
  const wall: Actor = { seat: 'wall', session: 'w', bridgeId: null };
  const others = [moderator, moderator, moderator, operatorOf(bridge), operatorOf(bridge), wall];
  return others[who % 16] ?? secretariat;
}
