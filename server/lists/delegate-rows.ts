import { foldForSearch } from '../../shared/base/vietnamese.ts';
import { MAX_CATEGORIES } from '../../shared/domain/attendance/attendance.ts';
import type { BridgeRole, DelegateInput } from '../../shared/domain/attendance/delegate.ts';
import { isCountable } from '../../shared/domain/attendance/figure.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type ListHeader, positionColumns } from '../../shared/views/list-header.ts';
import type { BridgeNames } from './bridge-names.ts';
import type { WordingCount } from './legacy-letters.ts';
import { positionsIn } from './positions.ts';
import { readCell, remembering } from './read-cell.ts';
import { CellRefused, type RefusedCell, RowCells } from './row-cells.ts';
import type { TableRow } from './table.ts';

/** Lengths as the domain has them (delegateInputSchema); that both agree is tested, for speed they are told twice. */
const MAX = { fullName: 120, position: 200, positions: 8, category: 120, unit: 200, seat: 40, number: 40 } as const;
const ANY = Number.MAX_SAFE_INTEGER;

const DEFAULT_CATEGORY = 'Đại biểu';

export interface DelegateContext {
  readonly names: BridgeNames;
  readonly nameOf: (bridgeId: BridgeId) => string;
  /** Categories that count already, those of earlier sheets among them; new ones are added. */
  readonly categories: Set<string>;
  readonly wordings: WordingCount;
}

export interface DelegateSheet {
  readonly header: ListHeader;
  /** The bridge of rows that name none; null: each must. */
  readonly bridgeId: BridgeId | null;
}

/** A row that fits the domain. */
export interface DelegateRead {
  readonly row: number;
  /** The bridge attended. */
  readonly bridgeId: BridgeId;
  readonly delegate: DelegateInput;
}

/** Reads the rows of one sheet of delegates. */
export function delegateReader(
  context: DelegateContext,
  { header, bridgeId: fallback }: DelegateSheet,
): (row: TableRow) => DelegateRead | RefusedCell {
  const cells = new RowCells(header, context.wordings);
  const columns = positionColumns(header);

  function read(row: TableRow): DelegateRead {
    const fullName = nameIn(cells, row);
    const positions = positionsOf(cells, row, columns);
    if (fullName === null && positions.length === 0) {
      cells.refuse('value-missing', cells.has('fullName') ? 'fullName' : 'positions');
    }
    const bridgeId = bridgeOf(row);
    const unit = cells.often(row, 'homeUnit', MAX.unit);
    const delegation = cells.often(row, 'delegation', MAX.unit);
    const either = unit ?? delegation ?? context.nameOf(bridgeId);
    const units = { homeUnit: unit ?? either, delegation: delegation ?? either };
    const own = { seat: cells.once(row, 'seat', MAX.seat), number: cells.once(row, 'number', MAX.number) };
    const role = roleIn(cells, row);
    const delegate = { fullName, positions, category: categoryOf(row), ...units, role, ...own };
    return { row: row.number, bridgeId, delegate };
  }

  function bridgeOf(row: TableRow): BridgeId {
    const called = cells.often(row, 'bridge', ANY);
    if (called === null) return fallback ?? cells.refuse('value-missing', 'bridge');
    const found = context.names.find(called);
    if (found.kind === 'one') return found.bridgeId;
    return cells.refuse(found.kind === 'none' ? 'bridge-unknown' : 'bridge-ambiguous', 'bridge', called);
  }

  function categoryOf(row: TableRow): string {
    const category = cells.often(row, 'category', MAX.category) ?? DEFAULT_CATEGORY;
    if (context.categories.has(category)) return category;
    if (!isCountable(category)) cells.refuse('value-unreadable', 'category', category);
    if (context.categories.size >= MAX_CATEGORIES) cells.refuse('too-many-categories', 'category', category);
    context.categories.add(category);
    return category;
  }

  return (row) => {
    try {
      return read(row);
    } catch (cause) {
      if (cause instanceof CellRefused) return cause.refused;
      throw cause;
    }
  };
}

const ADDRESS = /^(?:đồng chí|đ\/c|đc\.)\s*:?\s+/iu;
const ADDRESS_AT_MOST = 12;

function nameIn(cells: RowCells, row: TableRow): string | null {
  const name = cells.once(row, 'fullName', MAX.fullName + ADDRESS_AT_MOST);
  if (name === null) return null;
  const bare = 'đĐ'.includes(name.charAt(0)) ? name.replace(ADDRESS, '') : name;
  if (bare.length > MAX.fullName) cells.refuse('value-too-long', 'fullName', name);
  if (!/\p{L}/u.test(bare)) cells.refuse('value-unreadable', 'fullName', name);
  return bare;
}

/** Beyond, no eight posts fit in it: it is not taken apart. */
const POSTS_AT_MOST = 2_000;
const memoPosts = remembering((raw: string) => ({
  ...readCell(raw),
  posts: raw.length > POSTS_AT_MOST ? [raw] : positionsIn(raw),
}));

function positionsOf(cells: RowCells, row: TableRow, columns: readonly number[]): string[] {
  const positions: string[] = [];
  for (const column of columns) {
    const read = memoPosts(row.cells[column] ?? '');
    if (cells.told(row, 'positions', { column, read, max: ANY }) === null) continue;
    for (const post of read.posts) {
      if (post.length > MAX.position) cells.refuse('value-too-long', 'positions', post);
      if (!positions.includes(post)) positions.push(post);
    }
  }
  if (positions.length > MAX.positions) cells.refuse('value-too-long', 'positions', positions.join('; '));
  return positions;
}

const ROLES: readonly (readonly [BridgeRole | null, RegExp])[] = [
  ['coChair', /^(?:dong|cung) chu (?:tri|toa)/u],
  ['chair', /^(?:chu (?:tri|toa)|nguoi chu tri|chair)/u],
  ['headOfDelegation', /^truong doan|^head of delegation/u],
  ['secretary', /^(?:truong ban )?thu ky|^nguoi ghi bien ban|^secretary/u],
  [null, /^(?:dai bieu|du\b|tham du|tham gia|thanh vien|khach moi|delegate|x$)/u],
];

const roleCalled = remembering((called: string) => {
  const folded = foldForSearch(called);
  return ROLES.find(([, pattern]) => pattern.test(folded))?.[0];
});

function roleIn(cells: RowCells, row: TableRow): BridgeRole | null {
  const called = cells.often(row, 'role', MAX.unit);
  if (called === null) return null;
  const role = roleCalled(called);
  return role === undefined ? cells.refuse('role-unknown', 'role', called) : role;
}
