import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import type { Command } from '../../../shared/domain/command.ts';
import { mayIssue } from '../../../shared/domain/policy.ts';
import { ballotProgress, quorumNow } from '../../../shared/views/ballot-result.ts';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatCount } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { HoldButton } from '../hold-button.tsx';
import { StateMark } from '../state-mark.tsx';

const words = () => text.ballots.press;

/** Whether this seat may ever do it: what it may not is not offered. */
export function useMay(command: Command): boolean {
  const { seat, bridgeId } = useSeat();
  return useConference((state) => mayIssue({ seat, bridgeId, session: '' }, command, state));
}

/** The presses of the moment: open, close, publish or hide. */
export function BallotPresses({ ballot }: { readonly ballot: Ballot }) {
  const { ballotId, stage, publishedAt } = ballot;
  const mayOpen = useMay({ type: 'openBallot', ballotId });
  const mayHide = useMay({ type: 'hideBallot', ballotId });
  if (stage.status === 'annulled') return null;
  if (stage.status === 'prepared') return mayOpen ? <OpenPress ballot={ballot} /> : null;
  if (stage.status === 'open') {
    return mayOpen ? <ClosePress ballot={ballot} /> : null;
  }
  if (publishedAt !== null) {
    return mayHide ? <CommandButton label={words().hide} make={() => ({ type: 'hideBallot', ballotId })} /> : null;
  }
  return mayOpen ? (
    <span className="ballot-press">
      <CommandButton tone="primary" label={words().publish} make={() => ({ type: 'publishBallot', ballotId })} />
      <span className="hold-how">{words().publishHow}</span>
    </span>
  ) : null;
}

/** A hall whose hands were not counted would be told of as one that did not vote: that is said before the press. */
function ClosePress({ ballot }: { readonly ballot: Ballot }) {
  const { ballotId } = ballot;
  const missing = useConference((state) => ballotProgress(state, ballot).halls?.missing.length ?? 0);
  return (
    <HoldButton
      tone="primary"
      label={words().close}
      how={missing === 0 ? words().closeHow : words().closeEarly(formatCount(missing))}
      subject={ballotId}
      make={() => ({ type: 'closeBallot', ballotId })}
    />
  );
}

/** Who is there and who must be is said before the press. */
function OpenPress({ ballot }: { readonly ballot: Ballot }) {
  const { present, needed, reached, nobody } = useConference((state) => quorumNow(state, ballot));
  const obstacle = useConference(({ conference }) => obstacleOf(conference));
  const { quorum, present: there } = text.ballots;
  return (
    <span className="ballot-press">
      <CommandButton
        tone="primary"
        label={words().open}
        disabledReason={
          obstacle ?? (reached ? null : text.refusals.sentence('quorum-not-reached', { present, needed }))
        }
        make={() => ({ type: 'openBallot', ballotId: ballot.ballotId })}
      />
      {nobody ? <StateMark tone="look" word={text.ballots.nobody[ballot.manner]} /> : null}
      {!nobody && (reached || obstacle !== null) ? (
        <span className="hold-how">
          {needed === 0 ? there(formatCount(present)) : quorum(formatCount(present), formatCount(needed))}
        </span>
      ) : null}
    </span>
  );
}

function obstacleOf({ phase, classifiedSince }: { readonly phase: string; readonly classifiedSince: number | null }) {
  if (phase !== 'live') return text.ballots.notLive;
  return classifiedSince === null ? null : text.refusals.sentence('classified', {});
}
