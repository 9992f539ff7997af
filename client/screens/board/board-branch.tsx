import { useEffect, useRef, useState } from 'react';
import { absentIn, presentIn } from '../../../shared/domain/attendance/figure.ts';
import { type Bridge, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { BranchLine } from '../../../shared/protocol/attendance.ts';
import { type BoardTile, type Standing, standingOf, standingOfLine } from '../../../shared/views/attendance-board.ts';
import { bridgesBelow } from '../../../shared/views/bridge-order.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Paging } from '../../parts/paging.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useBranchPages } from '../../parts/use-branch-pages.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { TONES, tileFullName } from './board-words.ts';

const words = () => text.board;

/** Where one has gone into: a tile of several bridges, or one bridge's branch. */
export type Opened =
  | { readonly kind: 'tile'; readonly tile: BoardTile }
  | { readonly kind: 'bridge'; readonly bridge: Bridge };

/** A tile of one bridge is that bridge. */
export const openedTile = (tile: BoardTile): Opened => {
  const [only, second] = tile.members;
  return only !== undefined && second === undefined ? { kind: 'bridge', bridge: only } : { kind: 'tile', tile };
};

interface BoardBranchProps {
  readonly opened: Opened;
  readonly onOpen: (bridge: Bridge) => void;
  readonly onBack: () => void;
}

/** A province's own communes, beside the map. Escape goes back. */
export function BoardBranch({ opened, onOpen, onBack }: BoardBranchProps) {
  const back = useRef<HTMLButtonElement>(null);
  const name = opened.kind === 'tile' ? tileFullName(opened.tile) : opened.bridge.name;
  useEffect(() => back.current?.focus(), [name]);
  return (
    <section className="board-branch" aria-label={name}>
      <header>
        <button ref={back} type="button" className="button" data-tone="plain" onClick={onBack}>
          ‹ {words().branch.back} <kbd>Esc</kbd>
        </button>
        <h2>{name}</h2>
      </header>
      {opened.kind === 'tile' ? (
        <ul className="board-lines">
          {opened.tile.members.map((bridge) => (
            <MemberLine key={bridge.bridgeId} bridge={bridge} onOpen={onOpen} />
          ))}
        </ul>
      ) : (
        <Below key={opened.bridge.bridgeId} bridge={opened.bridge} onOpen={onOpen} />
      )}
    </section>
  );
}

interface LineProps {
  readonly bridge: Bridge;
  readonly onOpen: (bridge: Bridge) => void;
}

function MemberLine({ bridge, onOpen }: LineProps) {
  const standing = useConference((state) => standingOf(state, bridge));
  return standing === null ? null : <Line bridge={bridge} standing={standing} listPresent={null} onOpen={onOpen} />;
}

function Below({ bridge, onOpen }: LineProps) {
  const below = useConference(({ bridges }) => bridgesBelow(bridges, bridge.bridgeId).length);
  const standing = useConference((state) => standingOf(state, bridge));
  // Whoever goes in looks for what is missing; where nothing is, for everything.
  const [exceptionsOnly, setExceptionsOnly] = useState(standing === null || standing.reported < standing.bridges);
  return (
    <>
      {standing === null ? null : <Summary standing={standing} />}
      {below === 0 ? (
        <p className="board-empty">{words().branch.none}</p>
      ) : (
        <>
          <p className="board-filter" role="group" aria-label={words().branch.filter}>
            {[true, false].map((only) => (
              <button
                key={String(only)}
                type="button"
                className="button"
                data-tone={only === exceptionsOnly ? 'primary' : 'plain'}
                aria-pressed={only === exceptionsOnly}
                onClick={() => setExceptionsOnly(only)}
              >
                {only ? words().branch.only : words().branch.all}
              </button>
            ))}
          </p>
          <Pages key={String(exceptionsOnly)} bridge={bridge} exceptionsOnly={exceptionsOnly} onOpen={onOpen} />
        </>
      )}
    </>
  );
}

/** "Chưa báo cáo" is not zero. */
function Summary({ standing: { figure, reported, bridges, state } }: { readonly standing: Standing }) {
  const isSilent = reported === 0;
  return (
    <div className="board-summary" data-state={state}>
      <strong>
        {words().ofExpected(isSilent ? '–' : formatCount(presentIn(figure)), formatCount(figure.expected))}
      </strong>
      <span>
        <Shape name={TONES[state]} className="board-shape" /> {words().states[state]}
      </span>
      {isSilent ? null : <span>{words().absent(formatCount(absentIn(figure)))}</span>}
      <span>{words().reported(formatCount(reported), formatCount(bridges))}</span>
    </div>
  );
}

function Pages({ bridge, exceptionsOnly, onOpen }: LineProps & { readonly exceptionsOnly: boolean }) {
  const { lines, status, next, previous } = useBranchPages(bridge.bridgeId, exceptionsOnly);
  return (
    <>
      {lines.length === 0 || status === 'failed' ? (
        <p className="board-empty" role="status">
          {status === 'ready'
            ? exceptionsOnly
              ? words().branch.noneLeft
              : words().branch.none
            : words().branch[status]}
        </p>
      ) : null}
      <ul className="board-lines" aria-label={words().branch.list(bridge.shortName)} aria-busy={status === 'loading'}>
        {lines.map((line) => (
          <PageLine key={line.bridgeId} line={line} onOpen={onOpen} />
        ))}
      </ul>
      <Paging next={next} previous={previous} className="board-paging" />
    </>
  );
}

function PageLine({ line, onOpen }: { readonly line: BranchLine; readonly onOpen: (bridge: Bridge) => void }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, line.bridgeId));
  if (bridge === undefined) return null;
  return <Line bridge={bridge} standing={standingOfLine(line)} listPresent={line.listPresent} onOpen={onOpen} />;
}

interface BoardLineProps extends LineProps {
  readonly standing: Standing;
  readonly listPresent: number | null;
}

function Line({ bridge, standing, listPresent, onOpen }: BoardLineProps) {
  const { figure, state, reported, bridges, excuse } = standing;
  const inside = (
    <>
      <Shape name={TONES[state]} className="board-shape" />
      <span className="board-line-name">{bridge.shortName}</span>
      <strong>{reported === 0 ? '' : `${formatCount(presentIn(figure))}/${formatCount(figure.expected)}`}</strong>
      <small>
        {[
          words().states[state],
          ...(state === 'disagree' && listPresent !== null ? [words().branch.listSays(formatCount(listPresent))] : []),
          ...(bridges > 1 ? [words().reported(formatCount(reported), formatCount(bridges))] : []),
          ...(excuse === null ? [] : [excuse]),
        ].join(' · ')}
      </small>
    </>
  );
  return (
    <li data-state={state}>
      {bridges > 1 ? (
        <button type="button" aria-label={words().branch.open(bridge.name)} onClick={() => onOpen(bridge)}>
          {inside}
        </button>
      ) : (
        <div>{inside}</div>
      )}
    </li>
  );
}
