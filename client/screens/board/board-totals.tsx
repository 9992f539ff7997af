import { absentIn, presentIn } from '../../../shared/domain/attendance/figure.ts';
import { attendanceBoard, type BranchState, boardTotals } from '../../../shared/views/attendance-board.ts';
import { formatCount, formatTime } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference, useLine } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { TONES } from './board-words.ts';

const words = () => text.board;

/** Title, time and, in figures that the last row reads, who is there. */
export function BoardTotals() {
  const title = useConference(({ conference }) => conference.title);
  const { figure, bridges, silent, reported } = useConference((state) => boardTotals(state));
  const present = formatCount(presentIn(figure));
  return (
    <header className="board-head">
      <div className="board-title">
        <h1>{title}</h1>
        <BoardClock />
      </div>
      <p className="board-present" role="status" data-length={lengthOf(present)}>
        <small>{words().presentOfSummoned}</small>
        <strong>{present}</strong>
        <span>{` / ${formatCount(figure.expected)}`}</span>
      </p>
      <p className="board-rest">
        <span>{words().absent(formatCount(absentIn(figure)))}</span>
        {bridges === 0 ? null : (
          <span data-silent={silent > 0 || undefined}>{silenceWords(reported, silent, bridges)}</span>
        )}
      </p>
      <BoardLegend />
    </header>
  );
}

/** The figures fill the line: of a hall of forty as of a country of two million. */
const lengthOf = ({ length }: string): 'short' | 'middle' | 'long' =>
  length <= 5 ? 'short' : length <= 7 ? 'middle' : 'long';

function silenceWords(reported: number, silent: number, bridges: number): string {
  if (reported === 0) return words().nobodyReported;
  return silent === 0 ? words().allReported(formatCount(bridges)) : words().silent(formatCount(silent));
}

function BoardClock() {
  const now = useServerNow();
  const offline = useLine().status === 'offline';
  return (
    <p className="board-clock">
      <time>{formatTime(now)}</time>
      {offline ? (
        <small>
          <Shape name="look" /> {words().reconnecting}
        </small>
      ) : null}
    </p>
  );
}

const COUNTED = ['silent', 'part', 'all', 'more', 'disagree', 'excused'] as const satisfies readonly BranchState[];

/** What the shapes mean, and how many tiles have each. */
function BoardLegend() {
  const bridges = useConference((state) => state.bridges);
  const attendance = useConference((state) => state.attendance);
  const { tiles: units, central } = attendanceBoard({ bridges, attendance });
  const tiles = [...units, ...central];
  return (
    <ul className="board-legend">
      {COUNTED.map((state) => ({ state, count: tiles.filter((tile) => tile.state === state).length }))
        .filter(({ count }) => count > 0)
        .map(({ state, count }) => (
          <li key={state} data-state={state}>
            <Shape name={TONES[state]} className="board-shape" /> {words().counts[state](formatCount(count))}
          </li>
        ))}
    </ul>
  );
}
