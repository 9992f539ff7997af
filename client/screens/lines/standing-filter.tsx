import { type BoardFilter, LINE_STANDINGS, type LineRow, standingCounts } from '../../../shared/views/line-board.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { text } from '../../text/text.ts';
import { STANDING_TONES } from './standing-words.ts';

const words = () => text.lines.board;

interface StandingFilterProps {
  /** Those among which one chooses, all other filters already laid over them. */
  readonly rows: readonly LineRow[];
  readonly standing: BoardFilter['standing'];
  readonly onStanding: (standing: BoardFilter['standing']) => void;
}

/** How many stand how, and a press that leaves only those. What nobody is has no press. */
export function StandingFilter({ rows, standing, onStanding }: StandingFilterProps) {
  const counts = standingCounts(rows);
  return (
    <div className="lines-standings" role="group" aria-label={words().filter}>
      <button
        type="button"
        className="lines-standing"
        aria-pressed={standing === null}
        onClick={() => onStanding(null)}
      >
        {words().all} <strong>{formatCount(rows.length)}</strong>
      </button>
      {LINE_STANDINGS.filter((one) => counts[one] > 0 || one === standing).map((one) => (
        <button
          key={one}
          type="button"
          className="lines-standing"
          aria-pressed={one === standing}
          onClick={() => onStanding(one === standing ? null : one)}
        >
          <StateMark tone={STANDING_TONES[one]} word={text.lines.standings[one]} />
          <strong>{formatCount(counts[one])}</strong>
        </button>
      ))}
    </div>
  );
}
