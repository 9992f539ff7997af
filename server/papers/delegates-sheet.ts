import type { DelegateRow } from '../../shared/domain/attendance/delegate.ts';
import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { ConferenceId, DelegateId } from '../../shared/domain/ids.ts';
import { bridgesFrom } from '../../shared/views/bridge-order.ts';
import type { ListScope } from '../application/papers.ts';
import type { ExportDelegates, FindDelegates } from '../store/delegates.ts';
import { listWords } from './list-words.ts';
import type { Cell, SheetColumn, SheetRow } from './sheet.ts';

export interface DelegateSources {
  readonly exportDelegates: ExportDelegates;
  readonly findDelegates: FindDelegates;
  /** The rows of these ids, and of those for whom they are substitutes. */
  readonly rowsOf: (conference: ConferenceId, ids: readonly DelegateId[]) => Promise<readonly DelegateRow[]>;
}

const { delegates: named } = listWords;
export const delegateColumns: readonly SheetColumn[] = [
  { name: named.place, width: 7 },
  { name: named.number, width: 14 },
  { name: named.fullName, width: 28 },
  { name: named.positions, width: 44 },
  { name: named.category, width: 22 },
  { name: named.homeUnit, width: 34 },
  { name: named.delegation, width: 28 },
  { name: named.bridge, width: 30 },
  { name: named.role, width: 16 },
  { name: named.seat, width: 10 },
  { name: named.mark, width: 18 },
  { name: named.markedAt, width: 20 },
  { name: named.way, width: 22 },
  { name: named.reason, width: 30 },
  { name: named.substituteFor, width: 28 },
  { name: named.delegateId, width: 16 },
];

/** Every delegate of the scope: all that an office needs, and no phone. */
export async function* delegatePages(scope: ListScope, sources: DelegateSources): AsyncGenerator<readonly SheetRow[]> {
  let place = 0;
  for await (const rows of rowPages(scope, sources)) {
    const others = await substituted(scope.conference, rows, sources);
    yield rows.map((row) => ({ cells: cellsOf(row, ++place, scope, others) }));
  }
}

const WHOLE_PAGE = 500;
const BRANCH_PAGE = 200;

/** The whole list is read as it stands; of a branch the list of each bridge in its turn. */
async function* rowPages(scope: ListScope, sources: DelegateSources): AsyncGenerator<readonly DelegateRow[]> {
  const { conference, state, branch } = scope;
  const { rungs } = state.attendance;
  if (branch === null) {
    const page = (after: string | null) => sources.exportDelegates({ conference, rungs, after, limit: WHOLE_PAGE });
    yield* pagesOf(page);
    return;
  }
  for (const { bridgeId: bridge } of bridgesFrom(state.bridges, branch)) {
    const query = { conference, bridge, delegation: null, words: '', rungs, limit: BRANCH_PAGE };
    yield* pagesOf((after) => sources.findDelegates({ ...query, after }));
  }
}

async function* pagesOf(page: (after: string | null) => ReturnType<FindDelegates>) {
  for (let after: string | null = null; ; ) {
    const { rows, next }: Awaited<ReturnType<FindDelegates>> = await page(after);
    if (rows.length > 0) yield rows;
    if (next === null) return;
    after = next;
  }
}

/** Those in whose place somebody of the page came. */
async function substituted(
  conference: ConferenceId,
  rows: readonly DelegateRow[],
  { rowsOf }: DelegateSources,
): Promise<ReadonlyMap<DelegateId, DelegateRow>> {
  const ids = rows.flatMap(({ substituteFor }) => (substituteFor === null ? [] : [substituteFor]));
  const found = ids.length === 0 ? [] : await rowsOf(conference, ids);
  return new Map(found.map((row) => [row.delegateId, row]));
}

function cellsOf(
  row: DelegateRow,
  place: number,
  { state }: ListScope,
  others: ReadonlyMap<DelegateId, DelegateRow>,
): readonly Cell[] {
  const other = row.substituteFor === null ? undefined : others.get(row.substituteFor);
  return [
    place,
    row.number,
    row.fullName,
    row.positions.join('; '),
    row.category,
    row.homeUnit,
    row.delegation,
    bridgeName(bridgeOf(state.bridges, row.bridgeId)),
    row.role === null ? null : listWords.roles[row.role],
    row.seat,
    listWords.marks[row.mark],
    row.markedAt === null ? null : { at: row.markedAt },
    row.way === null ? null : listWords.ways[row.way],
    row.absenceReason,
    row.substituteFor === null ? null : (other?.fullName ?? listWords.gone),
    row.delegateId,
  ];
}

export const bridgeName = (bridge: Bridge | undefined): string => bridge?.name ?? listWords.gone;
