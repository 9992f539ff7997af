import type { Actor } from '../../shared/domain/actor.ts';
import type { AgendaItemFacts } from '../../shared/domain/agenda/agenda.ts';
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

/** A conference in each of its phases, with four halls. */
export const DRAFT: readonly ConferenceEvent[] = [created, halls];
export const PREPARING: readonly ConferenceEvent[] = [...DRAFT, preparing];
export const LIVE: readonly ConferenceEvent[] = [...DRAFT, opened];
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
  ...rest,
});

export const paper = (id: SpeechId, bridge: BridgeId, rest: Partial<SpeechFacts> = {}): EventOf<'paperRegistered'> => ({
  type: 'paperRegistered',
  at,
  speech: speech(id, bridge, rest),
});
export const requested = (id: SpeechId, bridge: BridgeId, when = at): EventOf<'speechRequested'> => ({
  type: 'speechRequested',
  at: when,
  speech: speech(id, bridge, { kind: 'opinion' }),
});
export const accepted = (id: SpeechId): EventOf<'speechAccepted'> => ({
  type: 'speechAccepted',
  at,
  speechId: id,
  allottedMs: 5 * MINUTE,
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
export const ended = (id: SpeechId, when = at): EventOf<'speechEnded'> => ({
  type: 'speechEnded',
  at: when,
  speechId: id,
});
export const reserveOpened: EventOf<'chairMicrophoneOpened'> = { type: 'chairMicrophoneOpened', at };

export const item = (id: AgendaItemId, rest: Partial<AgendaItemFacts> = {}): AgendaItemFacts => ({
  itemId: id,
  kind: 'report',
  title: 'Báo cáo kết quả công tác',
  plannedStart: NOW,
  durationMs: 10 * MINUTE,
  presenter: null,
  ...rest,
});
export const itemAdded = (id: AgendaItemId, rest: Partial<AgendaItemFacts> = {}): EventOf<'agendaItemAdded'> => ({
  type: 'agendaItemAdded',
  at,
  item: item(id, rest),
  beforeItemId: null,
});
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
