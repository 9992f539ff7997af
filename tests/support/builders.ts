import type { Actor } from '../../shared/domain/actor.ts';
import type { AgendaItemFacts, AgendaPlan, ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import type { CategoryCount } from '../../shared/domain/attendance/attendance.ts';
import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { BridgeFacts } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeInput } from '../../shared/domain/bridges/commands.ts';
import type { ConferenceDetails } from '../../shared/domain/conference/conference.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import type { SpeechFacts } from '../../shared/domain/floor/floor.ts';
import {
  type AgendaItemId,
  agendaItemIdSchema,
  type BridgeId,
  bridgeIdSchema,
  type ConferenceId,
  commandIdSchema,
  conferenceIdSchema,
  delegateIdSchema,
  personIdSchema,
  type SpeechId,
  speechIdSchema,
} from '../../shared/domain/ids.ts';
import type { Source } from '../../shared/domain/onair/onair.ts';
import type { Contact, Person } from '../../shared/domain/person.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';

/** 8:00 on 30 September 2021 in Hà Nội: the instant of every command that does not say another. */
export const NOW = Date.UTC(2021, 8, 30, 1, 0);
export const SECOND = 1_000;
export const MINUTE = 60_000;

export const conferenceId = (name: string): ConferenceId => conferenceIdSchema.parse(name);
export const bridgeId = (name: string): BridgeId => bridgeIdSchema.parse(name);
export const speechId = (name: string): SpeechId => speechIdSchema.parse(name);
export const itemId = (name: string): AgendaItemId => agendaItemIdSchema.parse(name);
export const delegateId = (name: string) => delegateIdSchema.parse(name);
export const personId = (name: string) => personIdSchema.parse(name);
export const commandId = (name: string) => commandIdSchema.parse(name);

export const central = bridgeId('trung-uong');
export const anGiang = bridgeId('an-giang');
export const quangBinh = bridgeId('quang-binh');
/** A sub-bridge of An Giang. */
export const chauDoc = bridgeId('chau-doc');
export const nowhere = bridgeId('nowhere');

export const secretariat: Actor = { seat: 'secretariat', session: 'thu-ky', bridgeId: null };
export const moderator: Actor = { seat: 'moderator', session: 'dieu-hanh', bridgeId: null };
export const chair: Actor = { seat: 'chair', session: 'chu-tri', bridgeId: null };
export const announcer: Actor = { seat: 'announcer', session: 'dan', bridgeId: null };
export const operatorOf = (bridge: BridgeId): Actor => ({ seat: 'operator', session: 'truc', bridgeId: bridge });

export const details: ConferenceDetails = {
  title: 'Hội nghị giao ban quý III năm 2021',
  kind: 'periodicBriefing',
  level: 'nationalSector',
  form: 'hybrid',
  periodReviewed: 'quý III/2021',
  periodPlanned: 'quý IV/2021',
  date: '2021-09-30',
  organiser: 'Ban Tổ chức Trung ương',
};

export const person = (position: string, id = 'p-1'): Person => ({
  personId: personId(id),
  fullName: null,
  positions: [position],
});

export const technician: Contact = {
  personId: personId('p-tech'),
  fullName: 'Kỹ thuật viên',
  positions: [],
  phone: '0900 000 001',
};

const facts = (id: BridgeId, name: string, rest: Partial<BridgeFacts> = {}): BridgeFacts => ({
  bridgeId: id,
  name: `Điểm cầu ${name}`,
  shortName: name,
  tier: 1,
  parentId: null,
  order: 0,
  region: null,
  room: null,
  chairs: [person(`Chủ trì ${name}`, `p-${id}`)],
  technician,
  ...rest,
});

export const CENTRAL_FACTS = facts(central, 'Trung ương', { tier: 0, order: 0 });
export const AN_GIANG_FACTS = facts(anGiang, 'tỉnh An Giang', { order: 1 });
export const QUANG_BINH_FACTS = facts(quangBinh, 'tỉnh Quảng Bình', { order: 2 });
export const CHAU_DOC_FACTS = facts(chauDoc, 'thành phố Châu Đốc', { tier: 2, parentId: anGiang, order: 3 });

/** What the secretariat types for a bridge. */
export const bridgeInput = (name: string, rest: Partial<BridgeInput> = {}): BridgeInput => ({
  name: `Điểm cầu ${name}`,
  shortName: name,
  central: false,
  parentId: null,
  region: null,
  room: null,
  chairs: [],
  technician: null,
  ...rest,
});

const at = NOW;

export const created: EventOf<'conferenceCreated'> = { type: 'conferenceCreated', at, details };
export const preparing: EventOf<'preparationStarted'> = { type: 'preparationStarted', at };
export const opened: EventOf<'conferenceOpened'> = { type: 'conferenceOpened', at };
export const adjourned: EventOf<'conferenceAdjourned'> = { type: 'conferenceAdjourned', at };
export const closed: EventOf<'conferenceClosed'> = { type: 'conferenceClosed', at };
export const archived: EventOf<'conferenceArchived'> = { type: 'conferenceArchived', at };

export const halls: EventOf<'bridgesAdded'> = {
  type: 'bridgesAdded',
  at,
  bridges: [CENTRAL_FACTS, AN_GIANG_FACTS, QUANG_BINH_FACTS, CHAU_DOC_FACTS],
};

export const linked = (bridge: BridgeId, when = at): EventOf<'bridgeLinkEstablished'> => ({
  type: 'bridgeLinkEstablished',
  at: when,
  bridgeId: bridge,
});
export const lost = (bridge: BridgeId, when = at): EventOf<'bridgeLinkLost'> => ({
  type: 'bridgeLinkLost',
  at: when,
  bridgeId: bridge,
});
/** All halls are on the line. */
export const online: readonly ConferenceEvent[] = halls.bridges.map(({ bridgeId: id }) => linked(id));

/** A conference in each of its phases, with four halls; from the preparation on they are on the line. */
export const DRAFT: readonly ConferenceEvent[] = [created, halls];
export const PREPARING: readonly ConferenceEvent[] = [...DRAFT, ...online, preparing];
export const LIVE: readonly ConferenceEvent[] = [...DRAFT, ...online, opened];
/** Live, and nobody has joined yet. */
export const LIVE_UNTRIED: readonly ConferenceEvent[] = [...DRAFT, opened];
export const ADJOURNED: readonly ConferenceEvent[] = [...LIVE, adjourned];
export const CLOSED: readonly ConferenceEvent[] = [...LIVE, closed];
export const ARCHIVED: readonly ConferenceEvent[] = [...CLOSED, archived];

export const stateAfter = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]): ConferenceState =>
  history.flat().reduce(evolve, initialState);

export const speech = (id: SpeechId, bridge: BridgeId, rest: Partial<SpeechFacts> = {}): SpeechFacts => ({
  speechId: id,
  bridgeId: bridge,
  kind: 'paper',
  subject: 'Công tác tổ chức xây dựng Đảng',
  speaker: person('Trưởng Ban Tổ chức Tỉnh ủy'),
  allottedMs: 7 * MINUTE,
  itemId: null,
  category: null,
  callbackOf: null,
  override: null,
  ...rest,
});

/** In line at once, at the end. */
export const paper = (
  id: SpeechId,
  bridge: BridgeId,
  rest: Partial<SpeechFacts> = {},
): EventOf<'speechRegistered'> => ({
  type: 'speechRegistered',
  at,
  speech: speech(id, bridge, rest),
  inLine: { beforeSpeechId: null },
});
/** Waiting for an answer. */
export const requested = (
  id: SpeechId,
  bridge: BridgeId,
  when = at,
  rest: Partial<SpeechFacts> = {},
): EventOf<'speechRegistered'> => ({
  type: 'speechRegistered',
  at: when,
  speech: speech(id, bridge, { kind: 'opinion', ...rest }),
  inLine: null,
});
export const called = (id: SpeechId, when = at): EventOf<'speakerCalled'> => ({
  type: 'speakerCalled',
  at: when,
  speechId: id,
});
export const began = (id: SpeechId, when = at): EventOf<'speechBegan'> => ({
  type: 'speechBegan',
  at: when,
  speechId: id,
});
export const ended = (
  id: SpeechId,
  when = at,
  cause: EventOf<'speechEnded'>['cause'] = 'moderator',
): EventOf<'speechEnded'> => ({ type: 'speechEnded', at: when, speechId: id, cause });
export const reserveOpened: EventOf<'chairMicrophoneOpened'> = { type: 'chairMicrophoneOpened', at };

/** A report of ten minutes, hard at 8:00, unless its plan says otherwise. */
export const itemPlan = (rest: Partial<ItemPlan> = {}): ItemPlan => ({
  row: 'item',
  kind: 'report',
  title: 'Báo cáo kết quả công tác',
  start: NOW,
  soft: false,
  span: lasting(10 * MINUTE),
  ...rest,
});
export const lasting = (durationMs: number): ItemPlan['span'] => ({ lock: 'duration', durationMs });
export const until = (end: number): ItemPlan['span'] => ({ lock: 'end', end, deadline: false });
export const deadline = (end: number): ItemPlan['span'] => ({ lock: 'end', end, deadline: true });

export const item = (
  id: AgendaItemId,
  plan: Partial<ItemPlan> = {},
  presenter: Person | null = null,
): AgendaItemFacts => ({ itemId: id, plan: itemPlan(plan), presenter });

/** A row of any sort. */
export const rowAdded = (id: AgendaItemId, plan: AgendaPlan): EventOf<'agendaItemAdded'> => ({
  type: 'agendaItemAdded',
  at,
  item: { itemId: id, plan, presenter: null },
  beforeItemId: null,
});
export const itemAdded = (
  id: AgendaItemId,
  plan: Partial<ItemPlan> = {},
  presenter: Person | null = null,
): EventOf<'agendaItemAdded'> => ({ type: 'agendaItemAdded', at, item: item(id, plan, presenter), beforeItemId: null });
export const itemStarted = (id: AgendaItemId, when = at): EventOf<'agendaItemStarted'> => ({
  type: 'agendaItemStarted',
  at: when,
  itemId: id,
});
export const itemFinished = (id: AgendaItemId, when = at): EventOf<'agendaItemFinished'> => ({
  type: 'agendaItemFinished',
  at: when,
  itemId: id,
});
export const itemSkipped = (id: AgendaItemId): EventOf<'agendaItemSkipped'> => ({
  type: 'agendaItemSkipped',
  at,
  itemId: id,
});

export const listed = (bridge: BridgeId, ...names: readonly string[]): EventOf<'delegatesRegistered'> => ({
  type: 'delegatesRegistered',
  at,
  bridgeId: bridge,
  delegates: names.map((name) => ({ delegateId: delegateId(name), category: 'Đại biểu' })),
});
export const checkedIn = (bridge: BridgeId, name: string): EventOf<'delegateCheckedIn'> => ({
  type: 'delegateCheckedIn',
  at,
  bridgeId: bridge,
  delegateId: delegateId(name),
  was: 'unmarked',
});

export const counts = (expected: number, present: number, category = 'Đại biểu'): CategoryCount => ({
  category,
  expected,
  present,
  absentExcused: expected - present,
  absentUnexcused: 0,
});
export const reported = (bridge: BridgeId, ...categories: readonly CategoryCount[]): EventOf<'headcountReported'> => ({
  type: 'headcountReported',
  at,
  bridgeId: bridge,
  revision: 1,
  categories: [...categories],
  note: null,
});

export const delegateRow = (bridge: BridgeId, name: string, rest: Partial<DelegateRow> = {}): DelegateRow => ({
  delegateId: delegateId(name),
  personId: personId(`p-${name}`),
  bridgeId: bridge,
  fullName: 'Nguyễn Văn An',
  positions: ['Bí thư Đảng ủy'],
  category: 'Đại biểu',
  homeUnit: 'Đảng ủy xã',
  mark: 'unmarked',
  markedAt: null,
  absenceReason: null,
  ...rest,
});

export const from = (bridge: BridgeId): Source => ({ kind: 'bridge', bridgeId: bridge });
export const HOLD: Source = { kind: 'hold' };
export const armed = (source: Source): EventOf<'sourceArmed'> => ({ type: 'sourceArmed', at, source });
export const taken = (source: Source): EventOf<'sourceTaken'> => ({ type: 'sourceTaken', at, source });
