import { type KeyboardEvent, useRef, useState } from 'react';
import { noFigure, presentIn, withFigure } from '../../../shared/domain/attendance/figure.ts';
import type { Board, BoardTile } from '../../../shared/views/attendance-board.ts';
import { ISLANDS } from '../../../shared/views/tile-map.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { text } from '../../text/text.ts';
import { Tile, type TileHandling } from './board-tile.tsx';
import { neighbour, type Place } from './neighbour.ts';

const words = () => text.board;

/** Central organisations are a strip beside the middle of the country, two to each row of the map. */
const STRIP = { row: 5, column: 0, holds: 8 } as const;
/** Without a map, as at a conference of a province and its communes, so many are tiles. */
const MOST_TILES = 60;

interface BoardMapProps {
  readonly board: Board;
  /** null: a wall, on which nobody presses anything. */
  readonly onOpen: ((tile: BoardTile) => void) | null;
}

export function BoardMap({ board, onOpen }: BoardMapProps) {
  const mapped = board.tiles.some(({ members }) => members.length > 0);
  const central = board.central.slice(0, room(board.central.length, mapped ? STRIP.holds : MOST_TILES));
  const rest = board.central.slice(central.length);
  const tiles = mapped ? [...board.tiles, ...central] : central;
  const { map, handlingOf } = useTileKeys(tiles, onOpen);
  if (!mapped) {
    return (
      <section ref={map} className="board-plain" aria-label={words().title}>
        {central.map((tile) => (
          <Tile key={tile.key} tile={tile} handling={handlingOf(tile)} />
        ))}
        {rest.length === 0 ? null : <Rest tiles={rest} words={words().moreBridges(formatCount(rest.length))} />}
      </section>
    );
  }
  return (
    <section ref={map} className="board-map" aria-label={words().map}>
      {board.tiles.map((tile) => (
        <Tile key={tile.key} tile={tile} style={placeStyle(tile)} handling={handlingOf(tile)} />
      ))}
      {ISLANDS.map(({ name, row, column }) => (
        <p key={name} className="board-islands" style={{ gridRow: row + 1, gridColumn: column + 1 }}>
          {name}
        </p>
      ))}
      {central.length === 0 ? null : (
        <div className="board-central">
          <h2>{words().central}</h2>
          {central.map((tile) => (
            <Tile key={tile.key} tile={tile} handling={handlingOf(tile)} />
          ))}
          {rest.length === 0 ? null : <Rest tiles={rest} words={words().moreCentral(formatCount(rest.length))} />}
        </div>
      )}
    </section>
  );
}

/** One place is kept for "and so many others". */
const room = (count: number, holds: number): number => (count <= holds ? count : holds - 1);

const placeStyle = ({ unit }: BoardTile) =>
  unit === null ? {} : { gridRow: unit.row + 1, gridColumn: unit.column + 1 };

/** Those for whom there is no tile, together; the list beside names the ones that need a look. */
function Rest({ tiles, words: label }: { readonly tiles: readonly BoardTile[]; readonly words: string }) {
  const sum = tiles.reduce((all, { figure }) => withFigure(all, figure), noFigure);
  return (
    <div className="board-tile" data-state="rest">
      <span className="board-tile-name">
        <span>{label}</span>
      </span>
      <span className="board-tile-line">
        <strong data-long>{`${formatCount(presentIn(sum))}/${formatCount(sum.expected)}`}</strong>
      </span>
    </div>
  );
}

/** One stop of the Tab key for the whole map; the arrows go to whatever lies that way. */
function useTileKeys(tiles: readonly BoardTile[], onOpen: BoardMapProps['onOpen']) {
  const map = useRef<HTMLElement>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const pressable = tiles.filter(({ members }) => members.length > 0);
  const current = pressable.some(({ key }) => key === chosen) ? chosen : (pressable[0]?.key ?? null);
  const go = (event: KeyboardEvent, from: string) => {
    const to = neighbour(placesOf(pressable), from, event.key);
    if (to === null) return;
    event.preventDefault();
    map.current?.querySelector<HTMLElement>(`[data-tile="${CSS.escape(to)}"]`)?.focus();
  };
  const handlingOf = (tile: BoardTile): TileHandling | null =>
    onOpen === null
      ? null
      : {
          current: tile.key === current,
          onOpen: () => onOpen(tile),
          onFocus: () => setChosen(tile.key),
          onKeyDown: (event) => go(event, tile.key),
        };
  return { map, handlingOf };
}

function placesOf(tiles: readonly BoardTile[]): readonly Place[] {
  const beside = tiles.filter(({ unit }) => unit === null);
  return tiles.map((tile) => {
    const index = beside.indexOf(tile);
    return tile.unit === null
      ? { key: tile.key, row: STRIP.row + index / 2, column: STRIP.column }
      : { key: tile.key, row: tile.unit.row, column: tile.unit.column };
  });
}
