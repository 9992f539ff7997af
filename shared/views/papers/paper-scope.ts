import { timedItems } from '../../domain/agenda/agenda.ts';
import type { Bridge } from '../../domain/bridges/bridge.ts';
import { bridgeOf } from '../../domain/bridges/bridge.ts';
import type { BridgeId } from '../../domain/ids.ts';
import type { FormatProfile, Official, PaperHead } from '../../domain/records/minutes.ts';
import type { ConferenceState } from '../../domain/state.ts';
import { bridgeOrder } from '../bridge-order.ts';
import { grouped } from './grouped.ts';
import type { ListedDelegate, PaperSource } from './paper-source.ts';
import { type CalendarDay, calendarDay, dayOfIso } from './paper-time.ts';

/** What every part of a paper is written from. */
export interface PaperScope {
  readonly source: PaperSource;
  readonly state: ConferenceState;
  readonly head: PaperHead;
  readonly profile: FormatProfile;
  /** The minutes are not signed: gaps are dotted, for somebody will fill them. */
  readonly draft: boolean;
  /** Officials and leading delegates by the bridge at which they sit, in their order. */
  readonly officialsAt: ReadonlyMap<string, readonly Official[]>;
  readonly leadingAt: ReadonlyMap<string, readonly ListedDelegate[]>;
  /** In protocol order. */
  readonly bridges: readonly Bridge[];
  readonly central: Bridge | null;
  /** When it really began and ended; null: not yet. */
  readonly began: number | null;
  readonly ended: number | null;
  /** The day on which it is held: really, or as it was planned. */
  readonly day: CalendarDay;
}

export function paperScope(source: PaperSource): PaperScope {
  const { state } = source;
  const { conference, bridges, records } = state;
  const head = records.minutes.head ?? plainHead(conference.organiser);
  const { began, ended } = realTimes(state);
  return {
    source,
    state,
    head,
    profile: head.profile,
    draft: records.minutes.signed === null,
    officialsAt: grouped(records.minutes.officials, ({ bridgeId }) => bridgeId ?? ''),
    leadingAt: grouped(source.leading, ({ bridgeId }) => bridgeId),
    bridges: bridgeOrder(bridges).all,
    central: bridges.centralId === null ? null : (bridgeOf(bridges, bridges.centralId) ?? null),
    began,
    ended,
    day: began === null ? dayOfIso(conference.date) : calendarDay(began),
  };
}

/** Before anybody has said whose paper it is: the organiser's, of the Party. */
const plainHead = (issuer: string): PaperHead => ({
  profile: 'party',
  parentBody: null,
  issuer,
  number: null,
  sign: null,
  place: null,
  venue: null,
  withPlaceDate: true,
  recipients: [],
  signer: 'chair',
});

/** From the opening speech to the end of the closing, as they really were; else from opening to closing of the day. */
function realTimes({ agenda, conference }: ConferenceState): Pick<PaperScope, 'began' | 'ended'> {
  const items = timedItems(agenda);
  const runs = (kind: 'opening' | 'closing') => items.filter(({ plan }) => plan.kind === kind);
  const starts = runs('opening').flatMap(({ progress }) => ('run' in progress ? progress.run.startedAt : []));
  const ends = runs('closing').flatMap(({ progress }) => (progress.status === 'finished' ? progress.finishedAt : []));
  const began = starts.length === 0 ? conference.openedAt : Math.min(...starts);
  const ended = ends.length === 0 ? conference.closedAt : Math.max(...ends);
  return { began, ended };
}

export const bridgeName = ({ state }: PaperScope, id: BridgeId): string | null =>
  bridgeOf(state.bridges, id)?.name ?? null;
