import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import { ballotOnWall, ballotResult, type ResultRow } from '../../../shared/views/ballot-result.ts';
import { baseWords, shareWords, verdictWords } from '../../parts/ballots/ballot-words.ts';
import { formatCount } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import './wall-ballot.css';

const words = () => text.ballots;

/** What the wall shows of ballots now, if anything. */
export function useWallBallot(): Ballot | null {
  const now = useServerNow(1_000);
  return useConference((state) => ballotOnWall(state, now));
}

/** The question with how to vote below the picture; a published result in place of it. */
export const WallBallot = ({ ballot }: { readonly ballot: Ballot }) =>
  ballot.stage.status === 'open' ? <Question ballot={ballot} /> : <Result ballot={ballot} />;

function Question({ ballot: { question, manner, options } }: { readonly ballot: Ballot }) {
  return (
    <div className="wall-question">
      <p className="wall-ballot-head">{words().wall.now}</p>
      <p className="wall-question-words">{question}</p>
      <p className="wall-question-how">{words().wall.how[manner]}</p>
      <p className="wall-question-how">{options.join('  ·  ')}</p>
    </div>
  );
}

/** Of so many rows each may take two lines. */
const FEW = 4;
/** Letters of an option that fit into one line at full size. */
const LONG = 18;

function Result({ ballot }: { readonly ballot: Ballot }) {
  const result = ballotResult(ballot);
  if (result === null) return null;
  const { rows, silent, passed, needed } = result;
  return (
    <div className="wall-result" data-many={rows.length + Math.sign(silent.count) > FEW || undefined}>
      <p className="wall-ballot-head">{words().result.title}</p>
      <p className="wall-result-question">{ballot.question}</p>
      <div className="wall-result-rows">
        {rows.map((row) => (
          <Row key={row.option} row={row} />
        ))}
        {silent.count === 0 ? null : <Row row={{ ...silent, option: words().result.silent }} silent />}
      </div>
      <p className="wall-result-verdict">
        <Shape name={passed ? 'done' : 'over'} /> {verdictWords(result)}
      </p>
      <p className="wall-result-base">
        {baseWords(result)}; {words().result.needed(ballot.passPercent, formatCount(needed))}.
      </p>
    </div>
  );
}

function Row({ row, silent = false }: { readonly row: ResultRow; readonly silent?: boolean }) {
  return (
    <div className="wall-result-row" data-silent={silent || undefined}>
      <span className="wall-result-option" data-long={row.option.length > LONG || undefined}>
        {row.option}
      </span>
      <span className="wall-result-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(row.tenths ?? 0) / 10}%` }} />
      </span>
      <span className="wall-result-count">{formatCount(row.count)}</span>
      <span className="wall-result-count">{shareWords(row.tenths)}</span>
    </div>
  );
}
