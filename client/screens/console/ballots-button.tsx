import { openBallots } from '../../../shared/domain/ballots/ballot.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { useOpenDialog } from './open-dialog.ts';

/** The way to the ballots, for who prepares them; it says that one is open before it is pressed. */
export function BallotsButton() {
  const open = useOpenDialog();
  const { seat } = useSeat();
  const running = useConference(({ ballots }) => openBallots(ballots).length > 0);
  if (seat !== 'secretariat' && seat !== 'moderator') return null;
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
