import { openBallots } from '../../../shared/domain/ballots/ballot.ts';
import { Shape } from '../../parts/shape.tsx';
import { useMayEver } from '../../parts/use-may-use.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';

/** The way to the ballots, for who prepares them; it says that one is open before it is pressed. */
export function BallotsButton() {
  const open = useOpenDialog();
  const may = useMayEver('prepareBallot');
  const running = useConference(({ ballots }) => openBallots(ballots).length > 0);
  if (!may) return null;
  const { title, states } = text.ballots;
  return (
    <button
      type="button"
      className="button"
      data-tone="plain"
      title={running ? states.open : undefined}
      onClick={() => open({ kind: 'ballots' })}
    >
      {running ? <Shape name="live" /> : null}
      {title}
      {running ? <span className="unseen">{states.open}</span> : null}
    </button>
  );
}
