import type { CSSProperties, KeyboardEvent } from 'react';
import type { BoardTile } from '../../../shared/views/attendance-board.ts';
import { Shape } from '../../parts/shape.tsx';
import { TONES, tileLabel, tileLine, tileName } from './board-words.ts';

/** What the staff can do with a tile; on a wall nobody does anything. */
export interface TileHandling {
  readonly current: boolean;
  readonly onOpen: () => void;
  readonly onFocus: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

interface TileProps {
  readonly tile: BoardTile;
  readonly style?: CSSProperties;
  /** null: a wall, or nothing to open. */
  readonly handling: TileHandling | null;
}

/** A province or a central organisation: shape, name and figure say each for itself how it stands. */
export function Tile({ tile, style, handling }: TileProps) {
  const { figure, word } = tileLine(tile);
  const inside = (
    <>
      <span className="board-tile-name">
        {tile.state === 'none' ? null : <Shape name={TONES[tile.state]} className="board-shape" />}
        <span>{tileName(tile)}</span>
      </span>
      <span className="board-tile-line">
        {figure === '' ? null : <strong data-long={figure.length > 8 || undefined}>{figure}</strong>}
        {word === '' ? null : <span>{word}</span>}
      </span>
    </>
  );
  const shown = { className: 'board-tile', 'data-state': tile.state, style };
  if (handling === null || tile.members.length === 0) {
    return (
      <div {...shown} role="img" aria-label={tileLabel(tile)}>
        {inside}
      </div>
    );
  }
  return (
    <button
      type="button"
      {...shown}
      data-tile={tile.key}
      aria-label={tileLabel(tile)}
      tabIndex={handling.current ? 0 : -1}
      onClick={handling.onOpen}
      onFocus={handling.onFocus}
      onKeyDown={handling.onKeyDown}
    >
      {inside}
    </button>
  );
}
