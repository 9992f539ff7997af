import { useState } from 'react';
import { getFrom } from '../../../shared/base/persistent-map.ts';
import { type Ballot, handsKey, openBallots } from '../../../shared/domain/ballots/ballot.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { HandsForm } from '../../parts/ballots/hands-form.tsx';
import { formatCount } from '../../parts/clock-text.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference, useOwnBridge } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import './hands.css';

const words = () => text.ballots.hands;

/** While a question is put: what it is, and for a show of hands the press to count this hall. */
export function HandsPress({ own }: { readonly own: BridgeId }) {
  const open = useConference(({ ballots }) => openBallots(ballots));
  return open.map((ballot) => <OpenBallot key={ballot.ballotId} ballot={ballot} own={own} />);
}

interface OpenBallotProps {
  readonly ballot: Ballot;
  readonly own: BridgeId;
}

function OpenBallot({ ballot, own }: OpenBallotProps) {
  return (
    <section className="bridge-ballot" role="status">
      <StateMark tone="live" word={text.ballots.states.open} />
      <p className="bridge-ballot-question">{ballot.question}</p>
      {ballot.manner === 'hands' ? (
        <CountPress ballot={ballot} own={own} />
      ) : (
        <p className="bridge-reason">{words().phones}</p>
      )}
    </section>
  );
}

/** The count may be corrected until the ballot is closed; then this is gone, and an open form with it. */
function CountPress({ ballot, own }: OpenBallotProps) {
  const [counting, setCounting] = useState(false);
  const counted = useOwnBridge(({ ballots }) => getFrom(ballots.hands, handsKey(ballot.ballotId, own)) ?? null);
  return (
    <>
      <button
        type="button"
        className="button bridge-large"
        data-tone={counted === null ? 'primary' : 'plain'}
        onClick={() => setCounting(true)}
      >
        {counted === null ? words().open : words().again(counted.map(formatCount).join(' – '))}
      </button>
      {counting ? (
        <Dialog title={words().title} onClose={() => setCounting(false)} className="bridge-dialog bridge-hands">
          <HandsForm ballot={ballot} bridgeId={own} onSent={() => setCounting(false)} />
        </Dialog>
      ) : null}
    </>
  );
}
