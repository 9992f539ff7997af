import type { AgendaItemKind } from '../../shared/domain/agenda/agenda.ts';
import type { Command } from '../../shared/domain/command.ts';
import type { ConferenceDetails } from '../../shared/domain/conference/conference.ts';
import type { PersonInput } from '../../shared/domain/person.ts';
import type { Office } from '../../shared/domain/records/minutes.ts';
import type { Deadline } from '../../shared/domain/records/task.ts';
import type { SeedConference, SeedPerson, SeedTask } from './seed-file.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

const of = <T>(table: Readonly<Record<string, T>>, key: string): T => {
  const value = table[key];
  if (value === undefined) throw new Error(`the file says ${key}, and the table does not know it`);
  return value;
};

const KINDS: Readonly<Record<string, ConferenceDetails['kind']>> = {
  tong_ket_nam: 'yearEndReview',
  so_ket_6_thang: 'halfYearReview',
  giao_ban_quy: 'periodicBriefing',
  khac: 'other',
};
const LEVELS: Readonly<Record<string, ConferenceDetails['level']>> = {
  trung_uong_toan_nganh: 'nationalSector',
  co_quan_trung_uong: 'centralAgency',
  cap_tinh: 'province',
};
const FORMS: Readonly<Record<string, ConferenceDetails['form']>> = {
  truc_tiep: 'inPerson',
  truc_tuyen: 'online',
  ket_hop: 'hybrid',
};
const ITEMS: Readonly<Record<string, AgendaItemKind>> = {
  khai_mac: 'opening',
  quan_triet_van_ban: 'newDocuments',
  bao_cao: 'report',
  thao_luan: 'discussion',
  phat_bieu_chi_dao: 'directiveSpeech',
  trao_thuong: 'awards',
  ket_luan: 'conclusion',
  be_mac: 'closing',
};
/** What somebody does under an item stands at the item; a hall's chair stands at the hall. */
const OFFICES: Readonly<Record<string, Office | null>> = {
  du: 'attending',
  dai_bieu: 'attending',
  trao_thuong: 'attending',
  chu_tri: 'chair',
  phat_bieu_chi_dao: 'directing',
  nhan_khen_thuong: 'guest',
  khai_mac: null,
  ket_luan: null,
  be_mac: null,
  chu_tri_diem_cau: null,
};

export const personOf = ({ people }: SeedConference, id: string | null): PersonInput | null => {
  const person = people.find((one) => one.id === id);
  return person === undefined ? null : { fullName: person.name, positions: person.positions };
};

export const detailsOf = (seed: SeedConference): ConferenceDetails => ({
  title: seed.title,
  kind: of(KINDS, seed.kind),
  level: of(LEVELS, seed.level),
  form: of(FORMS, seed.formGuess ?? seed.form),
  periodReviewed: seed.periodReviewed,
  periodPlanned: seed.periodPlanned,
  date: seed.date,
  organiser: seed.organizer,
});

/** The file's own bridges, and one for each unit that spoke: the file names no bridge of theirs. */
export function bridgesOf(seed: SeedConference): Of<'addBridges'>['bridges'] {
  const plain = { parentId: null, region: null, technician: null };
  return [
    ...seed.bridges.map(({ name, unit, role, room, place, chairs }) => ({
      ...plain,
      name,
      shortName: unit.slice(0, 40),
      central: role === 'trung_tam',
      room: [room, role === 'trung_tam' ? null : place].filter((part) => part !== null).join(', ') || null,
      chairs: chairs.flatMap((id) => personOf(seed, id) ?? []),
    })),
    ...seed.speeches.speakers.map(({ unit }) => ({
      ...plain,
      name: `Điểm cầu ${unit}`,
      shortName: unit.slice(0, 40),
      central: false,
      room: null,
      chairs: [],
    })),
  ];
}

const HALF_HOUR = 1_800_000;

export function itemsOf(seed: SeedConference): Of<'addAgendaItems'>['items'] {
  const first = Date.parse(`${seed.date}T${seed.session === 'sang' ? '08' : '14'}:00:00+07:00`);
  return seed.programme.map(({ type, title, presenterId, presenterText }, at) => ({
    plan: {
      row: 'item',
      kind: of(ITEMS, type),
      title,
      start: first + at * HALF_HOUR,
      soft: at > 0,
      span: { lock: 'duration', durationMs: HALF_HOUR },
    },
    presenter:
      personOf(seed, presenterId) ?? (presenterText === null ? null : { fullName: null, positions: [presenterText] }),
  }));
}

/** Of two chairs the second presides beside the first. */
export function officesOf({ roles }: SeedPerson, isFirstChair: boolean): readonly Office[] {
  const offices = roles.flatMap((role) => of(OFFICES, role) ?? []);
  return [...new Set(offices.map((office) => (office === 'chair' && !isFirstChair ? 'coChair' : office)))];
}

export const deadlineOf = (text: SeedTask['deadline']): Deadline | null => {
  if (text === null) return null;
  if (/^\d{4}$/u.test(text)) return { kind: 'year', year: Number(text) };
  const quarter = /^Quý (I{1,3}|IV)\/(\d{4})$/u.exec(text);
  if (quarter === null) return { kind: 'event', event: text };
  return { kind: 'quarter', quarter: ['I', 'II', 'III', 'IV'].indexOf(quarter[1] ?? '') + 1, year: Number(quarter[2]) };
};

const figureOf = ({ value, outOf, unit }: SeedConference['results'][number]) =>
  value === undefined || value === null ? null : { value, outOf: outOf ?? null, unit };

/** Findings, proposals, tasks and cited documents: what the file says of the contents. `itemIdOf`: by the file's type. */
export function recordsOf(
  seed: SeedConference,
  itemIdOf: (type: string) => Of<'startAgendaItem'>['itemId'] | null,
): Command[] {
  const report = itemIdOf('bao_cao');
  const discussion = itemIdOf('thao_luan');
  const point = { figure: null, period: null };
  const points: Of<'addReportPoint'>['point'][] = [
    ...seed.results.map((one) => ({
      kind: 'result' as const,
      text: one.text,
      figure: figureOf(one),
      period: one.period,
      itemId: report,
    })),
    ...seed.limitations.map((text) => ({ ...point, kind: 'limitation' as const, text, itemId: report })),
    ...seed.sectorPlan.map((text) => ({ ...point, kind: 'plan' as const, text, itemId: report })),
    ...seed.speeches.topics.map((text) => ({ ...point, kind: 'topic' as const, text, itemId: discussion })),
    ...[seed.speeches.consensus].flatMap((text) =>
      text === null ? [] : [{ ...point, kind: 'consensus' as const, text, itemId: discussion }],
    ),
  ];
  return [
    ...points.map((one): Command => ({ type: 'addReportPoint', point: one })),
    ...seed.proposals.map(
      ({ text, proposedBy, addressedTo }): Command => ({
        type: 'registerProposal',
        text,
        proposedBy,
        bridgeId: null,
        speechId: null,
        addressee: addressedTo,
      }),
    ),
    ...seed.tasks.map(
      (task): Command => ({
        type: 'assignTask',
        task: {
          text: task.text,
          assignees: task.assignees,
          deadline: deadlineOf(task.deadline),
          assigner: personOf(seed, task.assignerId),
        },
      }),
    ),
    ...seed.documents.map(
      ({ type, number, issuer, date, title }): Command => ({
        type: 'citeDocument',
        citation: { kind: type, number, issuer, date, title, itemId: itemIdOf('quan_triet_van_ban') },
      }),
    ),
  ];
}

export function awardsOf(
  seed: SeedConference,
  itemIds: readonly Of<'startAgendaItem'>['itemId'][],
): Of<'planAward'>['award'][] {
  return seed.awards.map(({ award, recipientId, recipients, presenterId, onBehalfOf }, at) => {
    const person = personOf(seed, recipientId);
    return {
      name: award,
      onBehalfOf,
      itemId: itemIds[at] ?? null,
      presenter: personOf(seed, presenterId),
      recipients: person === null ? { kind: 'collectives', count: recipients, names: [] } : { kind: 'person', person },
    };
  });
}
