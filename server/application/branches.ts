import { entriesOf } from '../../shared/base/persistent-map.ts';
import { foldForSearch } from '../../shared/base/vietnamese.ts';
import type { Actor } from '../../shared/domain/actor.ts';
import {
  type Attendance,
  attendanceOf,
  branchOf,
  hasReported,
  tallyOf,
} from '../../shared/domain/attendance/attendance.ts';
import { figureOfMarks, isNoFigure, sumOf } from '../../shared/domain/attendance/figure.ts';
import type { Bridge, Bridges } from '../../shared/domain/bridges/bridge.ts';
import { mayUseAt, reachOf } from '../../shared/domain/capabilities.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import type { ConferenceState } from '../../shared/domain/state.ts';
import type { BranchLine, BranchPage, DelegationLines } from '../../shared/protocol/attendance.ts';
import { presentGap } from '../../shared/views/attendance-board.ts';
import { severityOf } from '../../shared/views/branch-exceptions.ts';
import { bridgeOrder, bridgesBelow, bridgesFrom, bridgesInBranch } from '../../shared/views/bridge-order.ts';

export interface BranchQuery {
  /** null: the central bridge and its peers. */
  readonly under: BridgeId | null;
  /** `next` of the page before; null: the first page. */
  readonly after: string | null;
  readonly limit: number;
  /** Of the whole branch, at whatever depth, only what somebody should look at: the worst first. */
  readonly exceptionsOnly: boolean;
}

/** A bridge and its place on the page. */
interface Placed {
  readonly bridge: Bridge;
  readonly severity: number;
}

const comesBefore = (a: Placed, b: Placed): number => a.severity - b.severity || a.bridge.order - b.bridge.order;

/** What stands below a bridge, page by page; every line's totals are read, not summed. */
export function branchPage({ bridges, attendance }: ConferenceState, query: BranchQuery): BranchPage {
  const below = query.under === null ? bridgeOrder(bridges).top : bridgesBelow(bridges, query.under);
  const placed = query.exceptionsOnly
    ? exceptionsBelow(bridges, attendance, query.under)
    : below.map((bridge) => ({ bridge, severity: 0 }));
  const after = query.after === null ? null : placeOf(query.after);
  const rest = after === null ? placed : placed.filter((one) => isAfter(one, after));
  const page = rest.slice(0, query.limit);
  const last = page.at(-1);
  return {
    lines: page.map(({ bridge }) => lineOf(bridge, attendance, bridges)),
    next: last === undefined || rest.length <= query.limit ? null : `${last.severity}.${last.bridge.order}`,
  };
}

function exceptionsBelow(bridges: Bridges, attendance: Attendance, under: BridgeId | null): readonly Placed[] {
  const found: Placed[] = [];
  for (const bridge of bridgesFrom(bridges, under)) {
    const severity = bridge.bridgeId === under ? null : severityOf(bridge, attendance);
    if (severity !== null) found.push({ bridge, severity });
  }
  return found.toSorted(comesBefore);
}

interface Place {
  readonly severity: number;
  readonly order: number;
}

const isAfter = ({ bridge, severity }: Placed, after: Place): boolean =>
  severity > after.severity || (severity === after.severity && bridge.order > after.order);

/** A place stays where it is while lines before it come and go. What is no place is the beginning. */
function placeOf(after: string): Place | null {
  const [, severity, order] = /^(\d{1,2})\.(\d{1,9})$/.exec(after) ?? [];
  return order === undefined ? null : { severity: Number(severity), order: Number(order) };
}

function lineOf({ bridgeId }: Bridge, attendance: Attendance, bridges: Bridges): BranchLine {
  const one = attendanceOf(attendance, bridgeId);
  const branch = branchOf(one);
  return {
    bridgeId,
    bridges: bridgesInBranch(bridges, bridgeId),
    reported: branch.reported,
    figure: sumOf(branch),
    ownReported: hasReported(one),
    own: sumOf(tallyOf(one)),
    listPresent: presentGap(one)?.list ?? null,
    revision: one.report?.revision ?? 0,
    excuse: one.excuse,
  };
}

/**
 * From where an actor may look down: the staff from above everything, an operator from the own bridge or one below it.
 * undefined: from nowhere.
 */
export function placeToLookFrom(
  actor: Actor,
  { bridges }: ConferenceState,
  asked: BridgeId | null,
): BridgeId | null | undefined {
  const reach = reachOf(actor, 'lookIntoBranches');
  if (reach === 'conference') return asked;
  if (reach === null || actor.bridgeId === null) return undefined;
  if (asked === null) return actor.bridgeId;
  return mayUseAt(actor, 'lookIntoBranches', { bridges, bridgeId: asked }) ? asked : undefined;
}

const alphabet = new Intl.Collator('vi');

/** The lists by delegation: those named like a bridge in the order of the bridges, then the others. */
export function delegationLines({ bridges, attendance }: ConferenceState): DelegationLines {
  const orders = new Map<string, number>();
  for (const { name, shortName, order } of bridgeOrder(bridges).all) {
    for (const called of [name, shortName]) {
      const folded = foldForSearch(called);
      if (!orders.has(folded)) orders.set(folded, order);
    }
  }
  const lines = entriesOf(attendance.byDelegation ?? { size: 0, shards: [] })
    .map(([name, marks]) => ({ name, figure: figureOfMarks(marks), order: orders.get(foldForSearch(name)) ?? null }))
    .filter(({ figure }) => !isNoFigure(figure));
  const place = (order: number | null): number => order ?? Number.MAX_SAFE_INTEGER;
  return {
    lines: lines
      .toSorted((a, b) => place(a.order) - place(b.order) || alphabet.compare(a.name, b.name))
      .map(({ name, figure }) => ({ name, figure })),
  };
}
