import type { Actor } from '../../shared/domain/actor.ts';
import type { AgendaItemFacts, AgendaPlan, ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import type { Certificate } from '../../shared/domain/attendance/certificate.ts';
import type { DelegateInput, DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import type { CategoryCount } from '../../shared/domain/attendance/figure.ts';
import type { Mark } from '../../shared/domain/attendance/mark.ts';
import type { BridgeFacts } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeInput, ImportedBridge } from '../../shared/domain/bridges/commands.ts';
import type { CommandOf } from '../../shared/domain/command.ts';
import type { ConferenceDetails } from '../../shared/domain/conference/conference.ts';
import type { ConferenceEvent, EventOf } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import {
  type AgendaItemId,
  agendaItemIdSchema,
  type BridgeId,
  bridgeIdSchema,
  type ConferenceId,
  commandIdSchema,
  conferenceIdSchema,
  type DelegateId,
  delegateIdSchema,
  importIdSchema,
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
export const importId = (name: string) => importIdSchema.parse(name);
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
export const director: Actor = { seat: 'director', session: 'dao-dien', bridgeId: null };
export const lineTechnician: Actor = { seat: 'technician', session: 'ky-thuat', bridgeId: null };
export const announcer: Actor = { seat: 'announcer', session: 'dan', bridgeId: null };
export const operatorOf = (bridge: BridgeId): Actor => ({ seat: 'operator', session: 'truc', bridgeId: bridge });

export const kioskOf = (bridge: BridgeId): Actor => ({ seat: 'kiosk', session: 'cua', bridgeId: bridge });

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

/** A row of a file of bridges. */
export function importedBridge(name: string, rest: Partial<ImportedBridge> = {}): ImportedBridge {
  const { parentId: _, ...input } = bridgeInput(name);
  return { ...input, parent: null, ...rest };
}

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

/** More of the country: two communes below each province, and a hamlet below one of them. */
export const communes: EventOf<'bridgesAdded'> = {
  type: 'bridgesAdded',
  at,
  bridges: [
    facts(bridgeId('tan-chau'), 'xã Tân Châu', { tier: 2, parentId: anGiang, order: 4 }),
    facts(bridgeId('bo-trach'), 'xã Bố Trạch', { tier: 2, parentId: quangBinh, order: 5 }),
    facts(bridgeId('le-thuy'), 'xã Lệ Thủy', { tier: 2, parentId: quangBinh, order: 6 }),
    facts(bridgeId('vinh-te'), 'ấp Vĩnh Tế', { tier: 3, parentId: chauDoc, order: 7 }),
  ],
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

export const CATEGORY = 'Đại biểu';
export const DELEGATION = 'Đảng bộ tỉnh';
/** Where the facts say that a hall stands: below whom, the nearest first. */
export const placed = (bridge: BridgeId) => ({ bridgeId: bridge, above: bridge === chauDoc ? [anGiang] : [] });
/** What the facts say of a delegate. */
export const counted = (bridge: BridgeId, name: string, was: Mark = 'unmarked') => ({
  at,
  ...placed(bridge),
  delegateId: delegateId(name),
  category: CATEGORY,
  delegation: DELEGATION,
  was,
});

export const listed = (bridge: BridgeId, ...names: readonly string[]): EventOf<'delegatesRegistered'> => ({
  type: 'delegatesRegistered',
  at,
  ...placed(bridge),
  delegates: names.map((name) => ({ delegateId: delegateId(name), category: CATEGORY, delegation: DELEGATION })),
});
export const checkedIn = (bridge: BridgeId, name: string): EventOf<'delegateCheckedIn'> => ({
  type: 'delegateCheckedIn',
  ...counted(bridge, name),
  mark: 'present',
  way: 'list',
  seenAt: at,
});

export const counts = (expected: number, present: number, category = CATEGORY): CategoryCount => ({
  category,
  expected,
  onSite: present,
  online: 0,
  absentExcused: expected - present,
  absentUnexcused: 0,
});
/** A first report. */
export const headcount = (bridge: BridgeId, ...categories: readonly CategoryCount[]): CommandOf<'reportHeadcount'> => ({
  type: 'reportHeadcount',
  bridgeId: bridge,
  expectedRevision: 0,
  categories: [...categories],
  signedBy: null,
  note: null,
  accepting: [],
});
/** Somebody comes, and is ticked on the list. */
export const checkIn = (
  bridge: BridgeId,
  id: DelegateId,
  rest: Partial<CommandOf<'checkInDelegate'>> = {},
): CommandOf<'checkInDelegate'> => ({
  type: 'checkInDelegate',
  bridgeId: bridge,
  delegateId: id,
  way: 'list',
  online: false,
  seenAt: null,
  ...rest,
});
export const reported = (bridge: BridgeId, ...categories: readonly CategoryCount[]): EventOf<'headcountReported'> => ({
  type: 'headcountReported',
  at,
  ...placed(bridge),
  revision: 1,
  categories: [...categories],
  signedBy: null,
  note: null,
});

/** What the secretariat types for a delegate. */
export const delegateInput = (rest: Partial<DelegateInput> = {}): DelegateInput => ({
  fullName: 'Nguyễn Văn An',
  positions: ['Bí thư Đảng ủy'],
  category: CATEGORY,
  homeUnit: 'Đảng ủy xã',
  delegation: DELEGATION,
  role: null,
  seat: null,
  number: null,
  ...rest,
});

export const delegateRow = (bridge: BridgeId, name: string, rest: Partial<DelegateRow> = {}): DelegateRow => ({
  delegateId: delegateId(name),
  personId: personId(`p-${name}`),
  bridgeId: bridge,
  ...delegateInput(),
  countedAs: null,
  mark: 'unmarked',
  late: false,
  markedAt: null,
  markedBy: null,
  way: null,
  absenceReason: null,
  substituteFor: null,
  ...rest,
});

/** A certificate of a hall that was all there. */
export const certificateAt = (when: number, rest: Partial<Certificate> = {}): Certificate => ({
  at: when,
  position: 1,
  tiers: [],
  exceptions: [],
  missing: 0,
  expected: 0,
  present: 0,
  absent: 0,
  ...rest,
});

export const from = (bridge: BridgeId): Source => ({ kind: 'bridge', bridgeId: bridge });
export const HOLD: Source = { kind: 'hold' };
export const armed = (source: Source): EventOf<'sourceArmed'> => ({ type: 'sourceArmed', at, source, frame: null });
export const taken = (source: Source): EventOf<'sourceTaken'> => ({ type: 'sourceTaken', at, source, frame: 'alone' });
