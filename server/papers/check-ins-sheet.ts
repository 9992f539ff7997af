import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import type { BridgeId, DelegateId } from '../../shared/domain/ids.ts';
import { bridgesFrom } from '../../shared/views/bridge-order.ts';
import type { ListScope } from '../application/papers.ts';
import type { Journal, Recorded } from '../store/journal.ts';
import { bridgeName, type DelegateSources } from './delegates-sheet.ts';
import { listWords } from './list-words.ts';
import type { Cell, SheetColumn, SheetRow } from './sheet.ts';

export interface CheckInSources extends Pick<DelegateSources, 'rowsOf'> {
  readonly read: Journal['read'];
}

const { checkIns: named } = listWords;
export const checkInColumns: readonly SheetColumn[] = [
  { name: named.at, width: 20 },
  { name: named.seenAt, width: 20 },
  { name: named.fullName, width: 28 },
  { name: named.homeUnit, width: 34 },
  { name: named.bridge, width: 30 },
  { name: named.act, width: 20 },
  { name: named.way, width: 22 },
  { name: named.by, width: 18 },
  { name: named.byBridge, width: 30 },
  { name: named.session, width: 12 },
  { name: named.delegateId, width: 16 },
];

/** A page of the journal: the connection that reads it is the one that writes. */
const PAGE = 500;

/** Everything that was said of a delegate's being there: who said it, where, when and how, in the journal's order. */
export async function* checkInPages(scope: ListScope, sources: CheckInSources): AsyncGenerator<readonly SheetRow[]> {
  const { conference, state, seq, branch } = scope;
  const within = branch === null ? null : branchIds(scope);
  for (let after = 0; after < seq; ) {
    const page = await sources.read(conference, after, PAGE);
    if (page.length === 0) return;
    after = page.at(-1)?.seq ?? seq;
    const acts = page.flatMap(actOf).filter(({ event }) => within === null || within.has(event.bridgeId));
    const rows = await sources.rowsOf(conference, [...new Set(acts.map(({ event }) => event.delegateId))]);
    const byId = new Map(rows.map((row) => [row.delegateId, row]));
    yield acts.map((act) => ({ cells: cellsOf(act, byId, state) }));
  }
}

const branchIds = ({ state, branch }: ListScope): ReadonlySet<BridgeId> =>
  new Set(bridgesFrom(state.bridges, branch).map(({ bridgeId }) => bridgeId));

type MarkEvent = Extract<
  ConferenceEvent,
  {
    type:
      | 'delegateCheckedIn'
      | 'delegateLeft'
      | 'delegateCameBack'
      | 'delegateMarkedAbsent'
      | 'delegateMarkCleared'
      | 'delegateSubstituted';
  }
>;
interface Act {
  readonly actor: Recorded['actor'];
  readonly event: MarkEvent;
}

function actOf({ actor, event }: Recorded): readonly Act[] {
  switch (event.type) {
    case 'delegateCheckedIn':
    case 'delegateLeft':
    case 'delegateCameBack':
    case 'delegateMarkedAbsent':
    case 'delegateMarkCleared':
    case 'delegateSubstituted':
      return [{ actor, event }];
    default:
      return [];
  }
}

function wordsOf(event: MarkEvent): string {
  switch (event.type) {
    case 'delegateCheckedIn':
      return listWords.marks[event.mark];
    case 'delegateLeft':
      return listWords.marks.left;
    case 'delegateCameBack':
      return listWords.acts.back;
    case 'delegateMarkedAbsent':
      return listWords.marks[event.excused ? 'absentExcused' : 'absentUnexcused'];
    case 'delegateMarkCleared':
      return listWords.acts.cleared;
    case 'delegateSubstituted':
      return listWords.marks.substituted;
  }
}

function cellsOf(
  { actor, event }: Act,
  byId: ReadonlyMap<DelegateId, DelegateRow>,
  { bridges }: ListScope['state'],
): readonly Cell[] {
  const row = byId.get(event.delegateId);
  const checkIn = event.type === 'delegateCheckedIn' ? event : null;
  return [
    { at: event.at },
    checkIn === null ? null : { at: checkIn.seenAt },
    row === undefined ? listWords.gone : row.fullName,
    row?.homeUnit ?? null,
    bridgeName(bridgeOf(bridges, event.bridgeId)),
    wordsOf(event),
    checkIn === null ? null : listWords.ways[checkIn.way],
    listWords.seats[actor.seat],
    actor.bridgeId === null ? null : bridgeName(bridgeOf(bridges, actor.bridgeId)),
    actor.session,
    event.delegateId,
  ];
}
