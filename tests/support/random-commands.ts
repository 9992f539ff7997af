import { type AgendaPlan, itemOf, type Progress } from '../../shared/domain/agenda/agenda.ts';
import type { CueInput } from '../../shared/domain/agenda/cue.ts';
import type { Command, CommandOf } from '../../shared/domain/command.ts';
import { speechOf, speechOnFloor } from '../../shared/domain/floor/floor.ts';
import { DEFAULT_RULES } from '../../shared/domain/floor/rules.ts';
import { cueIdSchema, defectIdSchema } from '../../shared/domain/ids.ts';
import { programSource } from '../../shared/domain/onair/program.ts';
import type { ContactInput, PersonInput } from '../../shared/domain/person.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import {
  AN_GIANG_FACTS,
  anGiang,
  bridgeInput,
  CENTRAL_FACTS,
  conferenceId,
  details,
  importedBridge,
  importId,
  item,
  itemId,
  itemPlan,
  MINUTE,
  NOW,
  speechId,
} from './builders.ts';
import type { Try } from './random.ts';
import { attendanceSlices } from './random-attendance-commands.ts';
import { type Choice, choiceIn, pickFrom, UNKNOWN } from './random-choice.ts';
import { acceptingMostly, floorSlices } from './random-floor-commands.ts';
import { recordsSlices } from './random-records-commands.ts';
import { technicalSlices } from './random-technical-commands.ts';
import { speech } from './speech-builders.ts';
import { TestRolls } from './test-rolls.ts';

type Table = { readonly [T in Command['type']]: () => CommandOf<T> };
/** Some of the commands; only those of the one that is tried are made up. */
type Slice = (choice: Choice, rolls: TestRolls) => Partial<Table>;

/** The command that this try amounts to in the conference as its sender sees it. */
export function commandOf(one: Try, state: ConferenceState, rolls: TestRolls): Command {
  const make = sliceOf(one.type)?.(choiceIn(state, one.picks), rolls)[one.type];
  if (make === undefined) throw new Error(`nobody knows how to try ${one.type}`);
  return make();
}

let slices: ReadonlyMap<string, Slice> | null = null;

function sliceOf(type: Command['type']): Slice | undefined {
  const nothing = choiceIn(initialState, [1, 1, 1]);
  const nobody = new TestRolls();
  slices ??= new Map(
    SLICES.flatMap((slice) => Object.keys(slice(nothing, nobody)).map((one) => [one, slice] as const)),
  );
  return slices.get(type);
}

const ofConference = ({ state, picks: [a, b] }: Choice) => ({
  createConference: () => ({ type: 'createConference', details }) as const,
  correctConferenceDetails: () =>
    ({ type: 'correctConferenceDetails', details: { ...details, title: `Hội nghị lần ${a % 9}` } }) as const,
  startPreparation: () => ({ type: 'startPreparation' }) as const,
  openConference: () => ({ type: 'openConference' }) as const,
  adjournConference: () => ({ type: 'adjournConference' }) as const,
  resumeConference: () => ({ type: 'resumeConference' }) as const,
  closeConference: () => ({ type: 'closeConference' }) as const,
  archiveConference: () => ({ type: 'archiveConference' }) as const,
  createRehearsal: (): CommandOf<'createRehearsal'> => ({
    type: 'createRehearsal',
    rehearsalOf: { conference: conferenceId('hoi-nghi'), clockOffsetMs: a * MINUTE },
    details,
    bridges: [CENTRAL_FACTS, AN_GIANG_FACTS],
    items: [{ item: item(itemId(`muc-${a}`)), cues: [{ ...cue(b), cueId: cueIdSchema.parse(`cue-${b}`) }] }],
    speeches: [speech(speechId(`bai-${a}`), anGiang, { override: b % 2 === 0 ? null : { reason: `bí mật ${b}` } })],
    rules: DEFAULT_RULES,
  }),
  recordRehearsal: (): CommandOf<'recordRehearsal'> => {
    const running = state.conference.rehearsals.find(({ endedAt }) => endedAt === null);
    const phase = running === undefined || b % 5 === 0 ? 'started' : 'ended';
    return { type: 'recordRehearsal', rehearsal: running?.conference ?? conferenceId(`tong-duyet-${a}`), phase };
  },
  recordTakeover: () => ({ type: 'recordTakeover', seat: 'moderator' }) as const,
});

const cue = (pick: number): CueInput => ({
  who: `Người dẫn ${pick % 5}`,
  does: `bí mật ${pick}`,
  says: pick % 2 === 0 ? null : `bí mật ${pick}`,
  source: pick % 3 === 0 ? { kind: 'floor' } : null,
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
  countToRegion: () =>
    ({ type: 'countToRegion', bridgeId: bridge(a), region: b % 3 === 0 ? null : `Vùng ${b % 6}` }) as const,
  importBridges: (): CommandOf<'importBridges'> => ({
    type: 'importBridges',
    importId: importId(`cau-${a}`),
    name: 'Danh sách điểm cầu.xlsx',
    bridges: Array.from({ length: b % 4 }, (_, row) => ({
      ...importedBridge(`xã ${a % 50}-${row}`),
      technician: phoned(c),
      parent:
        row > 0 && c % 3 > 0 ? { row: c % 17 === 0 ? row : row - 1 } : c % 2 === 0 ? null : { bridgeId: bridge(c) },
    })),
    changes:
      c % 3 === 0
        ? [{ bridgeId: bridge(b), region: `Vùng ${c % 6}`, room: null, chairs: [], technician: phoned(a) }]
        : [],
  }),
  removeBridge: () => ({ type: 'removeBridge', bridgeId: bridge(a), accepting: acceptingMostly(b) }) as const,
  reportBridgeLink: () =>
    ({
      type: 'reportBridgeLink',
      bridgeId: c % 3 === 0 ? (speechOnFloor(state.floor)?.bridgeId ?? bridge(a)) : bridge(a),
      link: b % 5 < 3 ? 'online' : 'lost',
      since: NOW + (b % 120) * 1_000,
    }) as const,
});

function planOf(a: number, b: number, c: number): AgendaPlan {
  if (a % 9 === 0) return { row: 'note', title: `Ghi chú ${a % 20}` };
  if (a % 11 === 0) return { row: 'group', title: `Phần ${a % 20}`, targetMs: b % 2 === 0 ? null : c * 1_000 };
  const end = NOW + (b + (c % 40)) * MINUTE;
  return itemPlan({
    kind: a % 3 === 0 ? 'discussion' : 'report',
    title: `Mục ${a % 20}`,
    start: NOW + b * MINUTE,
    soft: c % 2 === 0,
    span: a % 4 === 0 ? { lock: 'end', end, deadline: b % 2 === 0 } : { lock: 'duration', durationMs: c * 1_000 },
  });
}

const presenterOf = (pick: number): PersonInput | null =>
  pick % 2 === 0 ? { fullName: null, positions: [`Phó Trưởng Ban ${pick % 5}`] } : null;

function ofAgenda({ state, picks: [a, b, c], item: anyItem }: Choice) {
  const written = { plan: planOf(a, b, c), presenter: presenterOf(a) };
  return {
    addAgendaItems: () =>
      ({
        type: 'addAgendaItems',
        items: c % 3 === 0 ? [written, { plan: planOf(b, c, a), presenter: presenterOf(b) }] : [written],
        beforeItemId: b % 2 === 0 ? null : anyItem(c),
        ...(b % 5 === 0 ? { file: { importId: importId(`lich-${a}-${b}`), name: 'Chương trình.xlsx' } } : {}),
      }) as const,
    correctAgendaItem: () => ({ type: 'correctAgendaItem', itemId: anyItem(a), ...written }) as const,
    moveAgendaItem: () =>
      ({ type: 'moveAgendaItem', itemId: anyItem(a), beforeItemId: b % 3 === 0 ? null : anyItem(b) }) as const,
    removeAgendaItem: () => ({ type: 'removeAgendaItem', itemId: anyItem(a) }) as const,
    scriptCues: (): CommandOf<'scriptCues'> => ({
      type: 'scriptCues',
      itemId: anyItem(a),
      cues: [b, c].slice(0, c % 3).map(cue),
    }),
    ...ofTheDay(state, b, c),
  };
}

const ofTheDay = (state: ConferenceState, b: number, c: number) => ({
  announceDelay: () => ({ type: 'announceDelay', delayMs: (b % 30) * MINUTE }) as const,
  revokeDelay: () => ({ type: 'revokeDelay' }) as const,
  makeDelayPermanent: () => ({ type: 'makeDelayPermanent' }) as const,
  demandEnd: () => ({ type: 'demandEnd', endsBy: b % 3 === 0 ? null : NOW + c * MINUTE }) as const,
  winTime: (): CommandOf<'winTime'> => {
    const [first, second] = state.floor.queue.slice(b % 3);
    const waiting = state.agenda.items.filter(({ progress }) => progress.status === 'waiting').map((one) => one.itemId);
    return {
      type: 'winTime',
      handIn: first === undefined || b % 2 === 0 ? [] : [first],
      shorten:
        second === undefined
          ? []
          : [{ speechId: second, seenMs: speechOf(state.floor, second)?.allottedMs ?? 0, byMs: (c % 5) * MINUTE }],
      items: waiting
        .slice(0, 1)
        .map((one) => ({ itemId: one, seenMs: itemOf(state.agenda, one)?.addedMs ?? 0, byMs: -MINUTE })),
      skip: c % 4 === 0 ? waiting.slice(1, 2) : [],
    };
  },
});

function ofTheRunning({ state, picks: [a, b, c], item: anyItem }: Choice) {
  const inStatus = (status: Progress['status']) =>
    state.agenda.items.filter(({ progress }) => progress.status === status);
  const live = inStatus('live')[0]?.itemId ?? null;
  const oneThatIs = (status: Progress['status']) => inStatus(status)[a % Math.max(1, inStatus(status).length)]?.itemId;
  const running = a % 5 === 0 ? anyItem(a) : (live ?? anyItem(a));
  return {
    startAgendaItem: () =>
      ({
        type: 'startAgendaItem',
        itemId: oneThatIs('waiting') ?? anyItem(a),
        expectedLive: b % 7 === 0 ? anyItem(c) : live,
        accepting: acceptingMostly(b),
      }) as const,
    finishAgendaItem: () => ({ type: 'finishAgendaItem', itemId: running, accepting: acceptingMostly(b) }) as const,
    pauseAgendaItem: () => ({ type: 'pauseAgendaItem', itemId: running }) as const,
    continueAgendaItem: () => ({ type: 'continueAgendaItem', itemId: running }) as const,
    addAgendaItemTime: () =>
      ({ type: 'addAgendaItemTime', itemId: anyItem(a), byMs: ((b % 20) - 9.5) * 60_000 }) as const,
    skipAgendaItem: (): CommandOf<'skipAgendaItem'> => ({
      type: 'skipAgendaItem',
      itemId: anyItem(a),
      accepting: b % 2 === 0 ? ['speeches-lapse'] : [],
    }),
    restoreAgendaItem: () => ({ type: 'restoreAgendaItem', itemId: oneThatIs('skipped') ?? anyItem(a) }) as const,
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

const ofRecords = ({ state, picks: [a, b], bridge }: Choice) => ({
  reportDefect: () =>
    ({ type: 'reportDefect', sentence: `bí mật ${b}`, bridgeId: b % 2 === 0 ? null : bridge(a) }) as const,
  mendDefect: (): CommandOf<'mendDefect'> => ({
    type: 'mendDefect',
    defectId: pickFrom(
      state.records.defects.map(({ defectId }) => defectId),
      a,
      defectIdSchema.parse(UNKNOWN),
    ),
  }),
});

const SLICES: readonly Slice[] = [
  ofConference,
  ofBridges,
  ...attendanceSlices,
  ofAgenda,
  ofTheRunning,
  ...floorSlices,
  ofOnAir,
  ofRecords,
  ...technicalSlices,
  ...recordsSlices,
];
