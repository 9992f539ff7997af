import { z } from 'zod';
import { type ConferenceEvent, eventSchema } from './event.ts';

type Body = Readonly<Record<string, unknown>>;

/** An event as a release wrote it: its type and version then, and its body. */
interface Written {
  readonly type: string;
  readonly version: number;
  readonly body: Body;
}

/** The events whose shape has changed, at the version in which they are written today; all others are at their first. */
const VERSIONS: Partial<Readonly<Record<ConferenceEvent['type'], number>>> = {
  bridgesAdded: 2,
  delegatesRegistered: 2,
  delegateRemoved: 2,
  delegateCheckedIn: 2,
  delegateMarkedAbsent: 2,
  delegateMarkCleared: 2,
  headcountReported: 2,
  agendaItemAdded: 2,
  agendaItemCorrected: 2,
  speechAccepted: 2,
  speechMoved: 2,
  speechEnded: 2,
};

const fields = z.record(z.string(), z.unknown());
const rows = z.array(fields);

/** The first release had no regions. */
const withoutRegion = (body: Body): Body => ({
  ...body,
  bridges: rows.parse(body['bridges']).map((bridge) => ({ ...bridge, region: null })),
});

/** The first programme had a start and a duration for each row, and knew neither groups nor notes. */
function timedRow(body: Body): Body {
  const { itemId, presenter, kind, title, plannedStart, durationMs } = fields.parse(body['item']);
  const span = { lock: 'duration', durationMs };
  const plan = { row: 'item', kind, title, start: plannedStart, soft: false, span };
  return { ...body, item: { itemId, presenter, plan } };
}

/** The first floor had one list, and no overrides. */
const onGeneralList = (body: Body, inLine: Body | null): Body => ({
  ...body,
  inLine,
  speech: { ...fields.parse(body['speech']), itemId: null, category: null, callbackOf: null, override: null },
});

/**
 * Delegates of the first releases were counted by bridge and mark alone: they stand under one category and one
 * delegation, and the store keeps their rows so (`countedAs`). The tree above their bridge was not written.
 */
export const FORMER_CATEGORY = 'Đại biểu';
export const FORMER_DELEGATION = 'Chưa phân đoàn';
const formerly = { category: FORMER_CATEGORY, delegation: FORMER_DELEGATION };

const countedFormerly =
  (type: string, more: (body: Body) => Body = () => ({})) =>
  (body: Body): Written => ({ type, version: 2, body: { ...body, above: [], ...formerly, ...more(body) } });

const registeredFormerly = (body: Body): Body => ({
  ...body,
  above: [],
  delegates: rows.parse(body['delegates']).map(({ delegateId }) => ({ delegateId, ...formerly })),
});

/** Whoever was present was taken for present in the hall. */
const reportedFormerly = (body: Body): Body => ({
  ...body,
  above: [],
  signedBy: null,
  categories: rows
    .parse(body['categories'])
    .map(({ present, ...counts }) => ({ ...counts, onSite: present, online: 0 })),
});

/** One step each, from the version written to the next. A step that was released is never edited. */
const LIFTS: Readonly<Record<string, (body: Body) => Written>> = {
  'bridgesAdded/1': (body) => ({ type: 'bridgesAdded', version: 2, body: withoutRegion(body) }),
  'delegatesRegistered/1': (body) => ({ type: 'delegatesRegistered', version: 2, body: registeredFormerly(body) }),
  'delegateRemoved/1': countedFormerly('delegateRemoved'),
  'delegateCheckedIn/1': countedFormerly('delegateCheckedIn', ({ at }) => ({
    mark: 'present',
    way: 'list',
    seenAt: at,
  })),
  'delegateMarkedAbsent/1': countedFormerly('delegateMarkedAbsent'),
  'delegateMarkCleared/1': countedFormerly('delegateMarkCleared'),
  'headcountReported/1': (body) => ({ type: 'headcountReported', version: 2, body: reportedFormerly(body) }),
  'agendaItemAdded/1': (body) => ({ type: 'agendaItemAdded', version: 2, body: timedRow(body) }),
  'agendaItemCorrected/1': (body) => ({ type: 'agendaItemCorrected', version: 2, body: timedRow(body) }),
  'paperRegistered/1': (body) => ({
    type: 'speechRegistered',
    version: 1,
    body: onGeneralList(body, { beforeSpeechId: null }),
  }),
  'speechRequested/1': (body) => ({ type: 'speechRegistered', version: 1, body: onGeneralList(body, null) }),
  /** To accept was to put at the end of the line. */
  'speechAccepted/1': (body) => ({ type: 'speechQueued', version: 1, body: { ...body, beforeSpeechId: null } }),
  'speechMoved/1': (body) => ({ type: 'speechMoved', version: 2, body: { ...body, by: null } }),
  'speechEnded/1': (body) => ({ type: 'speechEnded', version: 2, body: { ...body, cause: 'moderator' } }),
};

export const versionOf = ({ type }: ConferenceEvent): number => VERSIONS[type] ?? 1;

/** What earlier releases wrote and this one lifts: `type/version`. */
export const LIFTED: readonly string[] = Object.keys(LIFTS);

/** An event as it was written, lifted to today's shape. Throws on a type or a version that this release does not know. */
export function readEvent(type: string, version: number, body: Body): ConferenceEvent {
  const lift = LIFTS[`${type}/${version}`];
  if (lift === undefined) {
    const event = eventSchema.parse({ ...body, type });
    // The same fields may mean something else by now: a later version is not guessed at.
    if (version > versionOf(event)) throw new Error(`${type}/${version} was written by a newer release`);
    return event;
  }
  const lifted = lift(body);
  return readEvent(lifted.type, lifted.version, lifted.body);
}
