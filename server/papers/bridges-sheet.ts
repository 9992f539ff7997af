import { type Bridge, bridgeOf } from '../../shared/domain/bridges/bridge.ts';
import type { Person } from '../../shared/domain/person.ts';
import { bridgesFrom } from '../../shared/views/bridge-order.ts';
import type { ListScope } from '../application/papers.ts';
import { listWords } from './list-words.ts';
import { paged } from './paged.ts';
import type { Cell, SheetColumn, SheetRow } from './sheet.ts';

const { bridges: named } = listWords;
export const bridgeColumns: readonly SheetColumn[] = [
  { name: named.place, width: 7 },
  { name: named.name, width: 40 },
  { name: named.shortName, width: 22 },
  { name: named.parent, width: 34 },
  { name: named.region, width: 20 },
  { name: named.room, width: 34 },
  { name: named.chair, width: 28 },
  { name: named.chairPositions, width: 44 },
  { name: named.technician, width: 28 },
  { name: named.phone, width: 16 },
  { name: named.link, width: 14 },
];

/** The bridges of the scope in protocol order. A phone is told only of those whom the reader may call. */
export const bridgePages = (scope: ListScope): AsyncGenerator<readonly SheetRow[]> =>
  paged(bridgesFrom(scope.state.bridges, scope.branch), (bridge, index) => [
    { cells: cellsOf(bridge, index + 1, scope) },
  ]);

function cellsOf(bridge: Bridge, place: number, { state, phonesOf }: ListScope): readonly Cell[] {
  const parent = bridge.parentId === null ? undefined : bridgeOf(state.bridges, bridge.parentId);
  const mayCall = phonesOf === null || phonesOf === bridge.bridgeId;
  return [
    place,
    bridge.name,
    bridge.shortName,
    parent?.name ?? null,
    bridge.region,
    bridge.room,
    ...chairCells(bridge),
    ...technicianCells(mayCall ? bridge.technician : null),
    listWords.links[bridge.link.status],
  ];
}

const technicianCells = (technician: Bridge['technician']): readonly Cell[] =>
  technician === null ? [null, null] : [technician.fullName, technician.phone];

const chairCells = ({ chairs }: Bridge): readonly Cell[] => [
  chairs.map(chairText).join('; '),
  chairs[0]?.positions.join('; ') ?? null,
];

/** The posts of the first have a column of their own. */
const chairText = ({ fullName, positions }: Person, index: number): string =>
  [fullName ?? '', ...(index === 0 ? [] : positions)].filter((one) => one !== '').join(', ');
