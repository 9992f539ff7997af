import { valuesOf } from '../../shared/base/persistent-map.ts';
import type { Progress } from '../../shared/domain/agenda/agenda.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import type { AgendaItemId, BridgeId, SpeechId } from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import type { ContactInput, PersonInput } from '../../shared/domain/person.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import { bridgeId, bridgeInput, counts, delegateId, details, HOLD, itemId, MINUTE, NOW, speechId } from './builders.ts';
import type { Rows, Try } from './random.ts';

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

const phoned = (pick: number): ContactInput | null =>
  pick % 3 === 0 ? null : { fullName: `Kỹ thuật ${pick % 5}`, positions: [], phone: `0900 ${pick}` };

const ofBridges = ({ state, picks: [a, b, c], bridge }: Choice) => ({
  addBridges: (): CommandOf<'addBridges'> => {
    const parentId = b % 3 === 0 ? bridge(c) : null;
    const central = state.bridges.centralId === null || a % 29 === 0;
    const technician = phoned(c);
    const more = a % 2 === 0 ? [bridgeInput(`tỉnh ${b % 50}`, { technician: phoned(a) })] : [];
    return {
      type: 'addBridges',
      bridges: [bridgeInput(`tỉnh ${a % 50}`, { central, parentId, technician }), ...more],
    };
  },
  renameBridge: () =>
    ({ type: 'renameBridge', bridgeId: bridge(a), name: `Điểm cầu ${b}`, shortName: `${b}` }) as const,
  assignBridgeStaff: (): CommandOf<'assignBridgeStaff'> => ({
    type: 'assignBridgeStaff',
    bridgeId: bridge(a),
    room: b % 2 === 0 ? `Phòng ${b % 7}` : null,
    chairs: c % 2 === 0 ? [{ fullName: null, positions: [`Chủ trì ${c % 7}`] }] : [],
    technician: phoned(b),
  }),
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
      ({
        type: 'markDelegateAbsent',
        ...who,
        excused: b % 2 === 0,
        reason: c % 2 === 0 ? 'Đi công tác' : null,
      }) as const,
    clearDelegateMark: () => ({ type: 'clearDelegateMark', ...who }) as const,
    reportHeadcount: (): CommandOf<'reportHeadcount'> => {
      const twice = c % 13 === 0 ? [counts(1, 1, 'Cấp ủy')] : [];
      const categories = [counts(b % 60, (b * c) % ((b % 60) + 1), 'Cấp ủy'), ...twice];
      const note = c % 2 === 0 ? `vắng ${c % 9}` : null;
      return { type: 'reportHeadcount', bridgeId: bridge(a), categories, note };
    },
  };
}

function ofAgenda({ state, picks: [a, b, c], item }: Choice) {
  const plan = {
    kind: 'report',
    title: `Mục ${a % 20}`,
    plannedStart: NOW + b * MINUTE,
    durationMs: c * 1_000,
  } as const;
  const presenter: PersonInput | null = a % 2 === 0 ? { fullName: null, positions: [`Phó Trưởng Ban ${a % 5}`] } : null;
  const inStatus = (status: Progress['status']) =>
    state.agenda.items.filter(({ progress }) => progress.status === status);
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
      ({
        type: 'startAgendaItem',
        itemId: oneThatIs('waiting') ?? item(a),
        expectedLive: b % 7 === 0 ? item(c) : live,
      }) as const,
    finishAgendaItem: () => ({ type: 'finishAgendaItem', itemId: a % 3 === 0 ? item(a) : (live ?? item(a)) }) as const,
    skipAgendaItem: () => ({ type: 'skipAgendaItem', itemId: item(a) }) as const,
    restoreAgendaItem: () => ({ type: 'restoreAgendaItem', itemId: oneThatIs('skipped') ?? item(a) }) as const,
  };
}

function ofFloor({ state, picks: [a, b, c], bridge, speech }: Choice) {
  const speaker: PersonInput = { fullName: null, positions: [`Bí thư ${c % 7}`] };
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
