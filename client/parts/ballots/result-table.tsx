import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import { type BallotResult, ballotResult, type ResultRow } from '../../../shared/views/ballot-result.ts';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { StateMark } from '../state-mark.tsx';
import { baseWords, shareWords, verdictWords } from './ballot-words.ts';
import './ballots.css';

const words = () => text.ballots.result;

/** A result in numbers, shares and words; the base is stated, and a sum that is not 100 % is not claimed to be. */
export function ResultTable({ ballot }: { readonly ballot: Ballot }) {
  const result = ballotResult(ballot);
  if (result === null) return null;
  const { rows, silent, passed, rounded, needed } = result;
  return (
    <div className="ballot-result">
      <p className="ballot-verdict">
        <StateMark tone={passed ? 'done' : 'over'} word={verdictWords(result)} />
        <span>{words().needed(ballot.passPercent, formatCount(needed))}</span>
      </p>
      <table>
        <tbody>
          {rows.map((row) => (
            <ShareRow key={row.option} row={row} />
          ))}
          {silent.count === 0 ? null : <ShareRow row={{ ...silent, option: words().silent }} silent />}
        </tbody>
      </table>
      <p className="ballot-base">
        {[baseWords(result), ...notesOf(result)].join('; ')}.{rounded ? ` ${words().rounded}` : null}
      </p>
    </div>
  );
}

const notesOf = ({ later }: Pick<BallotResult, 'later'>): readonly string[] =>
  later === 0 ? [] : [words().later(formatCount(later))];

function ShareRow({ row, silent = false }: { readonly row: ResultRow; readonly silent?: boolean }) {
  return (
    <tr data-silent={silent || undefined}>
      <th scope="row">{row.option}</th>
      <td className="ballot-count">{formatCount(row.count)}</td>
      <td className="ballot-count">{shareWords(row.tenths)}</td>
      <td className="ballot-bar" aria-hidden="true">
        <span style={{ inlineSize: `${(row.tenths ?? 0) / 10}%` }} />
      </td>
    </tr>
  );
}
