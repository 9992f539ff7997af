import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import { ballotProgress } from '../../../shared/views/ballot-result.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';

const words = () => text.ballots.progress;
const NAMED = 12;

/** How far an open ballot has come: halls or answers, who is missing, and of an open one the sums so far. */
export function BallotStanding({ ballot }: { readonly ballot: Ballot }) {
  const { answered, counts, halls } = useConference((state) => ballotProgress(state, ballot));
  const present = ballot.stage.status === 'open' ? ballot.stage.electorate.present : 0;
  return (
    <div className="ballot-standing" role="status">
      <p className="ballot-figure">
        {halls === null
          ? words().answers(formatCount(answered), formatCount(present))
          : halls.all === 0
            ? words().nobodyReported
            : words().halls(formatCount(halls.counted), formatCount(halls.all))}
      </p>
      {counts === null ? null : (
        <p>
          {words().soFar}: {ballot.options.map((option, at) => `${option} ${formatCount(counts[at] ?? 0)}`).join(' · ')}
        </p>
      )}
      {halls === null || halls.missing.length === 0 ? null : (
        <p className="ballot-missing">
          {words().missing(
            halls.missing
              .slice(0, NAMED)
              .map(({ shortName }) => shortName)
              .join(', '),
          )}
          {halls.missing.length > NAMED ? ` ${words().more(halls.missing.length - NAMED)}` : null}
        </p>
      )}
    </div>
  );
}
