import type { ImportedBridge } from '../../shared/domain/bridges/commands.ts';
import { type BridgeId, bridgeIdSchema } from '../../shared/domain/ids.ts';
import { BridgeNames, type NamedBridge } from './bridge-names.ts';
import { type BridgeRowRead, isCalledCentral, type RowRefusal } from './bridge-rows.ts';
import type { BridgesRead, KnownBridge } from './list-reading.ts';

type Change = BridgesRead['changes'][number];
type Parent = ImportedBridge['parent'];

export interface BridgesPlan {
  readonly read: BridgesRead;
  readonly refused: readonly { readonly row: BridgeRowRead; readonly refusal: RowRefusal }[];
}

/** What the rows of a file mean for the bridges that there are: new ones in a tree, and what is said anew. */
export function planBridges(rows: readonly BridgeRowRead[], known: readonly KnownBridge[]): BridgesPlan {
  const refused: { row: BridgeRowRead; refusal: RowRefusal }[] = [];
  const refuse = (row: BridgeRowRead, fault: RowRefusal['fault'], field: 'name' | 'parent'): void =>
    void refused.push({
      row,
      refusal: { fault, column: row.called(field), value: field === 'name' ? row.bridge.name : row.parent },
    });
  const standing = new BridgeNames(known);
  const fresh: { row: BridgeRowRead; id: BridgeId }[] = [];
  const changed: { row: BridgeRowRead; bridge: KnownBridge }[] = [];
  const seen = new Set<string>();
  const hasCentral = known.some(({ central }) => central);
  const byId = new Map(known.map((bridge) => [bridge.bridgeId, bridge]));

  for (const row of rows) {
    const key = `${standing.form(row.bridge.name)}\n${standing.form(row.parent)}`;
    const same = standing.calledExactly(row.bridge.name).flatMap(({ bridgeId }) => byId.get(bridgeId) ?? []);
    const [bridge] = same.length < 2 ? same : same.filter((one) => isBelow(one, row.parent, standing, byId));
    if (seen.has(key)) refuse(row, 'name-twice', 'name');
    else if (bridge === undefined) fresh.push({ row, id: bridgeIdSchema.parse(`row-${fresh.length}`) });
    else changed.push({ row, bridge });
    seen.add(key);
  }

  const central = hasCentral
    ? undefined
    : fresh.find(({ row }) => row.parent === '' && isCalledCentral(row.bridge.name));
  const names = new BridgeNames([...known, ...fresh.map((one) => namedBy(one, one === central))]);
  const parents = parentsOf(fresh, names, (row) => refuse(row, 'parent-unknown', 'parent'));
  const bridges = inOrder(fresh, parents, central?.id ?? null, byId);
  const changes = changed.map(({ row, bridge }) => ({ row, change: changeOf(bridge, row), bridge }));
  const real = changes.filter(({ change, bridge }) => !isAsBefore(change, bridge));
  return {
    refused,
    read: {
      bridges: bridges.map(({ bridge }) => bridge),
      rowOfBridge: bridges.map(({ row }) => row),
      changes: real.map(({ change }) => change),
      rowOfChange: real.map(({ row }) => row.row),
      unchanged: changes.length - real.length,
    },
  };
}

interface Fresh {
  readonly row: BridgeRowRead;
  readonly id: BridgeId;
}

const namedBy = ({ row, id }: Fresh, central: boolean): NamedBridge => ({
  bridgeId: id,
  name: row.bridge.name,
  shortName: row.bridge.shortName,
  central,
  parentId: null,
});

const isBelow = (
  { parentId }: KnownBridge,
  parent: string,
  names: BridgeNames,
  byId: ReadonlyMap<BridgeId, KnownBridge>,
): boolean => {
  const above = parentId === null ? undefined : byId.get(parentId);
  if (parent === '') return above === undefined || above.central;
  const found = names.find(parent);
  return (
    found.kind === 'one' &&
    (found.bridgeId === parentId || (above === undefined && byId.get(found.bridgeId)?.central === true))
  );
};

/** Whose parent is not there, is called by two, or hangs below itself, is refused, and so are those below it. */
function parentsOf(
  fresh: readonly Fresh[],
  names: BridgeNames,
  refuse: (row: BridgeRowRead) => void,
): ReadonlyMap<BridgeId, BridgeId | null> {
  const wanted = new Map<BridgeId, BridgeId | null | undefined>();
  for (const { row, id } of fresh) {
    const found = row.parent === '' ? null : names.find(row.parent);
    wanted.set(id, found === null ? null : found.kind === 'one' && found.bridgeId !== id ? found.bridgeId : undefined);
  }
  const fits = (id: BridgeId, depth: number): boolean => {
    if (!wanted.has(id)) return true;
    const above = wanted.get(id);
    return above !== undefined && depth < DEEPEST && (above === null || fits(above, depth + 1));
  };
  const parents = new Map<BridgeId, BridgeId | null>();
  for (const { row, id } of fresh) {
    if (fits(id, 0)) parents.set(id, wanted.get(id) ?? null);
    else refuse(row);
  }
  return parents;
}

/** As deep as the tree of bridges goes (bridges/decide-import.ts). */
const DEEPEST = 8;

/** In the order of the file, each with its place among the rows that are added. */
function inOrder(
  fresh: readonly Fresh[],
  parents: ReadonlyMap<BridgeId, BridgeId | null>,
  centralId: BridgeId | null,
  byId: ReadonlyMap<BridgeId, KnownBridge>,
): readonly { readonly bridge: ImportedBridge; readonly row: number }[] {
  const added = fresh.filter(({ id }) => parents.has(id));
  const placeOf = new Map(added.map(({ id }, at) => [id, at]));
  const parentOf = (id: BridgeId): Parent => {
    const above = parents.get(id) ?? null;
    // Directly below the central bridge is said by no parent at all.
    if (above === null || above === centralId || byId.get(above)?.central === true) return null;
    const row = placeOf.get(above);
    return row === undefined ? { bridgeId: above } : { row };
  };
  return added.map(({ row, id }) => ({
    row: row.row,
    bridge: { ...row.bridge, central: id === centralId, parent: parentOf(id) },
  }));
}

/** What the file has no column for, or leaves blank, stays as it is. */
function changeOf(bridge: KnownBridge, { bridge: told, fields }: BridgeRowRead): Change {
  const { region, room, chairs, technician } = asInput(bridge);
  const phoned = told.technician === null || fields.has('phone') || told.technician.phone !== null;
  return {
    bridgeId: bridge.bridgeId,
    region: told.region ?? region,
    room: told.room ?? room,
    chairs: told.chairs.length === 0 ? chairs : told.chairs,
    technician:
      told.technician === null
        ? technician
        : { ...told.technician, phone: phoned ? told.technician.phone : (technician?.phone ?? null) },
  };
}

const asInput = ({ bridgeId, region, room, chairs, technician }: KnownBridge): Change => ({
  bridgeId,
  region,
  room,
  chairs: chairs.map(({ fullName, positions }) => ({ fullName, positions })),
  technician:
    technician === null
      ? null
      : { fullName: technician.fullName, positions: technician.positions, phone: technician.phone },
});

const isAsBefore = (change: Change, bridge: KnownBridge): boolean =>
  JSON.stringify(inOneOrder(change)) === JSON.stringify(inOneOrder(asInput(bridge)));

const inOneOrder = ({ region, room, chairs, technician }: Change) => [
  region,
  room,
  chairs.map(({ fullName, positions }) => [fullName, positions]),
  technician === null ? null : [technician.fullName, technician.positions, technician.phone],
];
