import { useEffect, useState } from 'react';
import type { Bridge } from '../../../shared/domain/bridges/bridge.ts';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { attendanceBoard } from '../../../shared/views/attendance-board.ts';
import { useIdleCursor } from '../../parts/use-idle-cursor.ts';
import { useLanguageKey } from '../../parts/use-language-key.ts';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useFullscreen } from '../wall/use-fullscreen.ts';
import { WallBoundary } from '../wall/wall-boundary.tsx';
import { BoardBranch, type Opened, openedTile } from './board-branch.tsx';
import { BoardCurve } from './board-curve.tsx';
import { BoardExceptions } from './board-exceptions.tsx';
import { BoardMap } from './board-map.tsx';
import { BoardTotals } from './board-totals.tsx';
import './board.css';

/** Who is there, for a hall's wall and for the desks of the secretariat: the country, the hours, and what needs a look. */
export function BoardScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  useLanguageKey();
  return (
    <WallBoundary>
      <ConferenceProvider conference={conference} whileLoading={<div className="board" />} unattended>
        <Attended />
      </ConferenceProvider>
    </WallBoundary>
  );
}

/** Whoever may look further down than the first tier; at any other seat the board is a picture. */
const DESKS: readonly string[] = ['secretariat', 'moderator'];

function Attended() {
  return DESKS.includes(useSeat().seat) ? <DeskBoard /> : <WallBoard />;
}

function WallBoard() {
  useFullscreen();
  const idle = useIdleCursor();
  return (
    <main className="board" data-wall data-idle={idle}>
      <Country onOpen={null} />
      <div className="board-side">
        <BoardTotals />
        <BoardCurve />
        <BoardExceptions onOpen={null} />
      </div>
    </main>
  );
}

function DeskBoard() {
  const { path, enter, leave } = usePath();
  const opened = path.at(-1);
  const onBridge = (bridge: Bridge) => enter({ kind: 'bridge', bridge });
  return (
    <main className="board">
      <p className="unseen">{text.board.mapKeys}</p>
      <Country onOpen={enter} />
      <div className="board-side">
        <BoardTotals />
        {opened === undefined ? (
          <>
            <BoardCurve />
            <BoardExceptions onOpen={onBridge} />
          </>
        ) : (
          <BoardBranch opened={opened} onOpen={onBridge} onBack={leave} />
        )}
      </div>
    </main>
  );
}

function Country({ onOpen }: { readonly onOpen: ((opened: Opened) => void) | null }) {
  const bridges = useConference((state) => state.bridges);
  const attendance = useConference((state) => state.attendance);
  const board = attendanceBoard({ bridges, attendance });
  if (bridges.byId.size === 0) return <p className="board-nobody">{text.board.empty}</p>;
  return (
    <div className="board-country">
      <BoardMap board={board} onOpen={onOpen === null ? null : (tile) => onOpen(openedTile(tile))} />
    </div>
  );
}

/** From the map into a province, from there into a commune; Escape goes back one step, to where the focus was. */
function usePath() {
  const [path, setPath] = useState<readonly Opened[]>([]);
  const [from, setFrom] = useState<HTMLElement | null>(null);
  const enter = (opened: Opened) => {
    if (path.length === 0) setFrom(document.activeElement instanceof HTMLElement ? document.activeElement : null);
    // Another tile begins anew; a line of the list goes deeper.
    setPath(opened.kind === 'tile' || isOutside(opened, path) ? [opened] : [...path, opened]);
  };
  const leave = () => {
    setPath(path.slice(0, -1));
    if (path.length === 1) from?.focus();
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && path.length > 0) leave();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });
  return { path, enter, leave };
}

/** A press on the map while a branch is open. */
function isOutside({ bridge }: Extract<Opened, { kind: 'bridge' }>, path: readonly Opened[]): boolean {
  const last = path.at(-1);
  if (last === undefined) return true;
  if (last.kind === 'tile') return !last.tile.members.includes(bridge);
  return bridge.tier <= last.bridge.tier;
}
