import { attendanceOf } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import { checkInWaySchema } from '../../shared/domain/attendance/delegate.ts';
import { rollAnswerSchema } from '../../shared/domain/attendance/roll-call.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import { counts, delegateId, delegateInput, delegateRow, importId, NOW } from './builders.ts';
import { type Choice, pickFrom, UNKNOWN } from './random-choice.ts';
import { acceptingMostly } from './random-floor-commands.ts';
import type { TestRolls } from './test-rolls.ts';

const CATEGORIES = ['Cấp ủy', 'Khách mời', 'Lãnh đạo'];
const DELEGATIONS = ['Đoàn An Giang', 'Đoàn Quảng Bình', 'Cơ quan Trung ương'];
const oneOf = <T>(all: readonly T[], pick: number, otherwise: T): T => all[pick % all.length] ?? otherwise;

const inputOf = (a: number, b: number): DelegateInput =>
  delegateInput({
    fullName: `Đại biểu ${a}`,
    category: oneOf(CATEGORIES, b, 'Cấp ủy'),
    delegation: oneOf(DELEGATIONS, a + b, 'Đoàn'),
    seat: b % 2 === 0 ? `A${b % 9}` : null,
  });

/** A delegate, mostly at the bridge whose list they are on. */
function whoIn({ picks: [a, b, c], bridge }: Choice, rolls: TestRolls) {
  const rows = [...rolls.rows.values()];
  const row = rows[a % Math.max(1, rows.length)];
  return {
    bridgeId: row === undefined || b % 19 === 0 ? bridge(b) : row.bridgeId,
    delegateId: row === undefined || c % 23 === 0 ? delegateId(UNKNOWN) : row.delegateId,
  };
}

function ofLists(choice: Choice, rolls: TestRolls) {
  const {
    picks: [a, b, c],
    bridge,
  } = choice;
  const who = whoIn(choice, rolls);
  return {
    registerDelegates: (): CommandOf<'registerDelegates'> => ({
      type: 'registerDelegates',
      bridgeId: bridge(a),
      delegates: Array.from({ length: 1 + (b % 3) }, (_, index) => inputOf(c + index, b + index)),
    }),
    correctDelegate: () => ({ type: 'correctDelegate', ...who, delegate: inputOf(b % 5, c) }) as const,
    removeDelegate: () => ({ type: 'removeDelegate', ...who }) as const,
    moveDelegate: () => ({ type: 'moveDelegate', ...who, toBridgeId: bridge(b + c) }) as const,
    moveAllDelegates: () => ({ type: 'moveAllDelegates', bridgeId: who.bridgeId, toBridgeId: bridge(c) }) as const,
  };
}

function ofMarks(choice: Choice, rolls: TestRolls) {
  const {
    picks: [, b, c],
  } = choice;
  const who = whoIn(choice, rolls);
  return {
    checkInDelegate: (): CommandOf<'checkInDelegate'> => ({
      type: 'checkInDelegate',
      ...who,
      way: oneOf(checkInWaySchema.options, b, 'list'),
      online: b % 7 === 0,
      seenAt: c % 2 === 0 ? null : NOW + (c % 600) * 1_000,
    }),
    markDelegateLeft: () => ({ type: 'markDelegateLeft', ...who }) as const,
    markDelegateBack: () => {
      const left = [...rolls.rows.values()].filter(({ mark }) => mark === 'left')[b % 2];
      const { bridgeId, delegateId: id } = left ?? who;
      return { type: 'markDelegateBack', bridgeId, delegateId: id } as const;
    },
    markDelegateAbsent: () =>
      ({
        type: 'markDelegateAbsent',
        ...who,
        excused: b % 2 === 0,
        reason: c % 2 === 0 ? 'Đi công tác' : null,
      }) as const,
    clearDelegateMark: () => ({ type: 'clearDelegateMark', ...who }) as const,
    seatSubstitute: (): CommandOf<'seatSubstitute'> => ({
      type: 'seatSubstitute',
      ...who,
      substitute: { fullName: `Thay ${c}`, positions: [], homeUnit: 'Đảng ủy' },
    }),
  };
}

function ofReports({ state, picks: [a, b, c], bridge }: Choice) {
  const bridgeId = bridge(a);
  const seen = attendanceOf(state.attendance, bridgeId).report?.revision ?? 0;
  return {
    reportHeadcount: (): CommandOf<'reportHeadcount'> => {
      const twice = c % 13 === 0 ? [counts(1, 1, 'Cấp ủy')] : [];
      const own = { ...counts(b % 60, 0, 'Cấp ủy'), absentExcused: 0, onSite: (b * c) % 70, online: c % 3 };
      return {
        type: 'reportHeadcount',
        bridgeId,
        expectedRevision: c % 11 === 0 ? seen + 1 : seen,
        categories: [own, ...(b % 2 === 0 ? [counts(5, b % 5, 'Khách mời')] : []), ...twice],
        signedBy: c % 3 === 0 ? { fullName: `bí mật ${c}`, positions: [] } : null,
        note: c % 2 === 0 ? `vắng ${c % 9}` : null,
        accepting: acceptingMostly(b),
      };
    },
    excuseBridge: () => ({ type: 'excuseBridge', bridgeId, reason: c % 3 === 0 ? null : `bí mật ${c % 9}` }) as const,
  };
}

function ofFiles({ state, picks: [a, b, c], bridge }: Choice, rolls: TestRolls) {
  const pickImport = () =>
    pickFrom(
      state.attendance.imports.map((one) => one.importId),
      state.attendance.imports.length - 1 - (b % 2),
      importId(UNKNOWN),
    );
  return {
    applyDelegateImport: (): CommandOf<'applyDelegateImport'> => {
      if (c % 17 === 0) return { type: 'applyDelegateImport', importId: importId(UNKNOWN) };
      const added = Array.from({ length: c % 5 }, (_, index) =>
        delegateRow(bridge(b + index), `nhap-${a}-${b}-${c}-${index}`, inputOf(a + index, b + index)),
      );
      const listed = [...rolls.rows.values()].filter((_, index) => index % 5 === a % 5).slice(0, b % 4);
      const changes = new Map(
        listed.map(({ delegateId: id }, index) => {
          const { category, delegation } = inputOf(b, c + index);
          return [id, { category, delegation, countedAs: null }] as const;
        }),
      );
      return { type: 'applyDelegateImport', importId: rolls.stage(added, changes) };
    },
    undoImport: () => ({ type: 'undoImport', importId: pickImport(), accepting: acceptingMostly(c) }) as const,
  };
}

function ofRollCall({ state, picks: [a, b, c], bridge }: Choice) {
  const current = state.attendance.rollCall?.current?.bridgeId ?? null;
  return {
    startRollCall: (): CommandOf<'startRollCall'> => {
      const all = bridgesInOrder(state.bridges).map(({ bridgeId }) => bridgeId);
      const some = all.slice(0, 1 + (b % 6));
      return { type: 'startRollCall', bridgeIds: some.length === 0 ? [bridge(a)] : some, holdMs: null };
    },
    callRoll: (): CommandOf<'callRoll'> => ({
      type: 'callRoll',
      expectedBridgeId: c % 9 === 0 ? bridge(c) : current,
      bridgeId: b % 3 === 0 ? bridge(a) : null,
    }),
    answerRoll: (): CommandOf<'answerRoll'> => ({
      type: 'answerRoll',
      bridgeId: a % 3 === 0 ? bridge(a) : (current ?? bridge(a)),
      answer: oneOf(rollAnswerSchema.options, b, 'heard'),
      present: c % 3 === 0 ? null : c % 80,
    }),
    paceRollCall: () => ({ type: 'paceRollCall', holdMs: a % 3 === 0 ? null : 5_000 }) as const,
    endRollCall: () => ({ type: 'endRollCall' }) as const,
    certifyReadiness: (): CommandOf<'certifyReadiness'> => ({
      type: 'certifyReadiness',
      tierNames: ['Cấp tỉnh', 'Cấp xã'].slice(0, 1 + (a % 2)),
    }),
    adoptProtocolRanks: (): CommandOf<'adoptProtocolRanks'> => ({
      type: 'adoptProtocolRanks',
      rungs: [{ title: `Bí thư ${a % 9}`, rank: b % 100 }],
    }),
  };
}

export const attendanceSlices = [ofLists, ofMarks, ofReports, ofFiles, ofRollCall] as const;
