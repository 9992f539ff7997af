import { useState } from 'react';
import { openBallots } from '../../../shared/domain/ballots/ballot.ts';
import { BallotCard } from '../../parts/ballots/ballot-card.tsx';
import { inOrder } from '../../parts/ballots/ballot-order.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.ballots;

/** What was prepared for the vote, opened and closed by the chair; behind a press until one is there. */
export function ChairBallots() {
  const [shown, setShown] = useState(false);
  const list = useConference(({ ballots }) => ballots.list);
  const running = useConference(({ ballots }) => openBallots(ballots).length > 0);
  if (list.length === 0) return null;
  return (
    <>
      <button type="button" className="button" data-tone={running ? 'primary' : 'plain'} onClick={() => setShown(true)}>
        {running ? <Shape name="live" /> : null}
        {running ? words().states.open : words().title}
      </button>
      {shown ? (
        <Dialog title={words().title} onClose={() => setShown(false)} className="ballots-dialog">
          {inOrder(list).map((ballot) => (
            <BallotCard key={ballot.ballotId} ballot={ballot} />
          ))}
        </Dialog>
      ) : null}
    </>
  );
}
