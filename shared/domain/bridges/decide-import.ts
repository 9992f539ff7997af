import { hasIn } from '../../base/persistent-map.ts';
import { err, ok, type Result } from '../../base/result.ts';
import type { ListImport } from '../attendance/list-import.ts';
import { type Decided, emit, refuse } from '../decision.ts';
import type { ConferenceEvent } from '../event.ts';
import { type BridgeId, bridgeIdSchema } from '../ids.ts';
import type { Moment } from '../moment.ts';
import type { Rejection } from '../rejection.ts';
import type { ConferenceState } from '../state.ts';
import { type Bridge, type BridgeFacts, bridgeOf, MAX_BRIDGES } from './bridge.ts';
import type { BridgeCommand, ImportedBridge } from './commands.ts';
import { isInUse, nextOrder, staffOf } from './standing.ts';

type ImportBridges = Extract<BridgeCommand, { type: 'importBridges' }>;

/** So many bridges a fact tells of: an event stays of a size that can be read. */
const BRIDGES_PER_EVENT = 500;

/** A file's list as one act: the new bridges in the file's order, and what it says anew of those that are there. */
export function decideImportBridges(state: ConferenceState, command: ImportBridges, moment: Moment): Decided {
  const { bridges } = state;
  const { importId, name, changes } = command;
  if (command.bridges.length + changes.length === 0) return refuse('nothing-to-change');
  if (state.attendance.imports.some((one) => one.importId === importId)) return refuse('import-applied');
  if (bridges.byId.size + command.bridges.length > MAX_BRIDGES) return refuse('too-many-bridges', { max: MAX_BRIDGES });
  const centrals = command.bridges.filter(({ central }) => central).length;
  if (centrals > 1 || (centrals === 1 && bridges.centralId !== null)) return refuse('central-bridge-exists');
  const added = addedBridges(state, command.bridges, moment);
  const changed = changes.map(({ bridgeId }) => bridgeOf(bridges, bridgeId));
  if (added === null || changed.includes(undefined)) return refuse('bridge-unknown');
  const replaced = changed.flatMap((bridge) => (bridge === undefined ? [] : [replacedFacts(bridge)]));
  const at = moment.now;
  const bridgeIds = added.map(({ bridgeId }) => bridgeId);
  return emit(
    ...inParts(added, at),
    ...changes.flatMap((change) => amendments({ ...change, ...staffOf(change, moment) }, at)),
    {
      type: 'importApplied',
      at,
      importId,
      list: 'bridges',
      name,
      added: added.length,
      changed: changes.length,
      itemIds: [],
      bridgeIds,
      replaced,
    },
  );
}

/** null: a row hangs below one that is not there, or below itself. A parent may stand after its child in the file. */
function addedBridges(
  { bridges }: ConferenceState,
  rows: readonly ImportedBridge[],
  moment: Moment,
): BridgeFacts[] | null {
  const ids = rows.map(() => bridgeIdSchema.parse(moment.newId()));
  const first = nextOrder(bridges);
  const tiers = rows.map((_, index) => tierOf(index, 0));
  if (tiers.includes(null)) return null;
  return rows.map(({ central, parent, ...facts }, index) => ({
    bridgeId: ids[index] ?? bridgeIdSchema.parse(moment.newId()),
    name: facts.name,
    shortName: facts.shortName,
    tier: tiers[index] ?? 1,
    parentId: central || parent === null ? null : 'row' in parent ? (ids[parent.row] ?? null) : parent.bridgeId,
    order: first + index,
    region: facts.region,
    room: facts.room,
    ...staffOf(facts, moment),
  }));

  function tierOf(index: number, depth: number): number | null {
    const row = rows[index];
    if (row === undefined || depth > MAX_DEPTH) return null;
    if (row.central) return 0;
    if (row.parent === null) return 1;
    const above =
      'row' in row.parent ? tierOf(row.parent.row, depth + 1) : (bridgeOf(bridges, row.parent.bridgeId)?.tier ?? null);
    return above === null ? null : above + 1;
  }
}

/** Deeper than any administration; a ring of parents ends here. */
const MAX_DEPTH = 8;

const inParts = (added: readonly BridgeFacts[], at: number): ConferenceEvent[] =>
  Array.from({ length: Math.ceil(added.length / BRIDGES_PER_EVENT) }, (_, i) => ({
    type: 'bridgesAdded',
    at,
    bridges: added.slice(i * BRIDGES_PER_EVENT, (i + 1) * BRIDGES_PER_EVENT),
  }));

type Replaced = ListImport['replaced'][number];

const replacedFacts = ({ bridgeId, region, room, chairs, technician }: Bridge): Replaced => ({
  bridgeId,
  region,
  room,
  chairs: [...chairs],
  technician,
});

const amendments = ({ bridgeId, region, room, chairs, technician }: Replaced, at: number): ConferenceEvent[] => [
  { type: 'bridgeCountedToRegion', at, bridgeId, region },
  { type: 'bridgeStaffAssigned', at, bridgeId, room, chairs, technician },
];

/** The facts that take a file's list back; refused while one of its bridges is in use. */
export function undoBridges(
  state: ConferenceState,
  { bridgeIds, replaced }: ListImport,
  at: number,
): Result<ConferenceEvent[], Rejection> {
  const { bridges, attendance } = state;
  const going = new Set(bridgeIds.filter((id) => bridgeOf(bridges, id) !== undefined));
  const used = [...going].find((id) => hasIn(attendance.byBridge, id) || isInUse(state, id, going));
  if (used !== undefined)
    return err({ code: 'bridge-in-use', params: { bridge: bridgeOf(bridges, used)?.name ?? '' } });
  return ok([
    ...replaced
      .filter(({ bridgeId }) => bridgeOf(bridges, bridgeId) !== undefined)
      .flatMap((one) => amendments(one, at)),
    ...deepestFirst(state, going).map((bridgeId): ConferenceEvent => ({ type: 'bridgeRemoved', at, bridgeId })),
  ]);
}

/** So that at no time a bridge hangs below one that is gone. */
function deepestFirst({ bridges }: ConferenceState, ids: Iterable<BridgeId>): BridgeId[] {
  const tierOf = (id: BridgeId) => bridgeOf(bridges, id)?.tier ?? 0;
  return [...ids].toSorted((a, b) => tierOf(b) - tierOf(a));
}
