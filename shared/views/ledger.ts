import { valuesOf } from '../base/persistent-map.ts';
import { type Bridge, bridgesInOrder } from '../domain/bridges/bridge.ts';
import { accountOf } from '../domain/floor/floor.ts';
import type { FloorRules } from '../domain/floor/rules.ts';
import type { BridgeId } from '../domain/ids.ts';
import type { ConferenceState } from '../domain/state.ts';

/** Speaking time of one bridge, or of the bridges of one region together. */
export interface LedgerRow {
  /** A bridge; or, with its bridges behind it, a region. null: the bridges that are counted to none. */
  readonly holder:
    | { readonly kind: 'bridge'; readonly bridge: Bridge }
    | { readonly kind: 'region'; readonly name: string | null };
  /** In protocol order. */
  readonly bridges: readonly Bridge[];
  readonly usedMs: number;
  readonly correctedMs: number;
  /** What is left of the budget, below zero when it is overdrawn; null: nobody has one. */
  readonly leftMs: number | null;
}

type Sums = Pick<LedgerRow, 'usedMs' | 'correctedMs'>;

/**
 * One row for each holder of a budget; without budgets one for each bridge. The overdrawn come first, then whoever has
 * spoken most; those that have not spoken stay in protocol order.
 */
export function ledgerRows(state: ConferenceState): readonly LedgerRow[] {
  const { budget } = state.floor.rules;
  // Only bridges that speak by themselves have speaking time: what stands below them speaks through them.
  const bridges = bridgesInOrder(state.bridges).filter(
    ({ tier, bridgeId }) => tier <= 1 || hasAccount(state, bridgeId),
  );
  const rows =
    budget?.holder === 'region' ? byRegion(state, bridges) : bridges.map((bridge) => ofBridge(state, bridge));
  return rows.toSorted((a, b) => Number(isOverdrawn(b)) - Number(isOverdrawn(a)) || b.usedMs - a.usedMs);
}

export const isOverdrawn = ({ leftMs }: Pick<LedgerRow, 'leftMs'>): boolean => leftMs !== null && leftMs < 0;

const hasAccount = ({ floor }: ConferenceState, bridgeId: BridgeId): boolean => {
  const { chargedMs, correctedMs } = accountOf(floor, bridgeId);
  return chargedMs !== 0 || correctedMs !== 0;
};

function ofBridge(state: ConferenceState, bridge: Bridge): LedgerRow {
  return { holder: { kind: 'bridge', bridge }, bridges: [bridge], ...balanceOf(state, [bridge]) };
}

function byRegion(state: ConferenceState, bridges: readonly Bridge[]): readonly LedgerRow[] {
  const names = [...new Set(bridges.map(({ region }) => region))];
  return names.map((name) => {
    const own = bridges.filter(({ region }) => region === name);
    return { holder: { kind: 'region', name }, bridges: own, ...balanceOf(state, own) };
  });
}

function balanceOf({ floor }: ConferenceState, bridges: readonly Bridge[]): Sums & Pick<LedgerRow, 'leftMs'> {
  const sums = bridges.reduce<Sums>(
    (sum, { bridgeId }) => {
      const { chargedMs, correctedMs } = accountOf(floor, bridgeId);
      return { usedMs: sum.usedMs + chargedMs, correctedMs: sum.correctedMs + correctedMs };
    },
    { usedMs: 0, correctedMs: 0 },
  );
  return { ...sums, leftMs: leftOf(floor.rules, sums) };
}

const leftOf = ({ budget }: FloorRules, { usedMs, correctedMs }: Sums): number | null =>
  budget === null ? null : budget.grantedMs + correctedMs - usedMs;

/** Regions that are in use, for a field that offers them. */
export const regionsInUse = ({ bridges }: ConferenceState): readonly string[] =>
  [...new Set([...valuesOf(bridges.byId)].flatMap(({ region }) => region ?? []))].toSorted((a, b) =>
    a.localeCompare(b, 'vi'),
  );
