import { useState } from 'react';
import type { Ballot } from '../../../shared/domain/ballots/ballot.ts';
import { BallotCard } from '../../parts/ballots/ballot-card.tsx';
import { inOrder } from '../../parts/ballots/ballot-order.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { AnnulBallot } from './ballots-annul.tsx';
import { BallotForm } from './ballots-form.tsx';
import { HandsForHall } from './ballots-hands.tsx';

const words = () => text.ballots;

/** Ballots over the table: prepared, opened, counted for a hall that phones, closed, published. */
export function BallotsDialog({ onClose }: { readonly onClose: () => void }) {
  const list = useConference(({ ballots }) => ballots.list);
  const [writing, setWriting] = useState(false);
  return (
    <Dialog title={words().title} onClose={onClose} className="ballots-dialog">
      {list.length === 0 ? <p className="ballots-none">{words().none}</p> : null}
      {writing ? (
        <BallotForm ballot={null} onDone={() => setWriting(false)} />
      ) : (
        <button type="button" className="button ballots-add" data-tone="plain" onClick={() => setWriting(true)}>
          {words().form.add}
        </button>
      )}
      {inOrder(list).map((ballot) => (
        <Card key={ballot.ballotId} ballot={ballot} />
      ))}
    </Dialog>
  );
}

type Aside = 'correct' | 'hands' | 'annul';

function Card({ ballot }: { readonly ballot: Ballot }) {
  const [aside, setAside] = useState<Aside | null>(null);
  const done = () => setAside(null);
  const { status } = ballot.stage;
  if (aside === 'correct' && status === 'prepared') return <BallotForm ballot={ballot} onDone={done} />;
  return (
    <div className="ballots-one">
      <BallotCard ballot={ballot}>
        <Ways ballot={ballot} aside={aside} onChoose={setAside} />
      </BallotCard>
      {aside === 'hands' && status === 'open' ? <HandsForHall ballot={ballot} /> : null}
      {aside === 'annul' && status !== 'annulled' ? <AnnulBallot ballotId={ballot.ballotId} onDone={done} /> : null}
    </div>
  );
}

/** What else can be done with it now. */
const WAYS: Readonly<Record<Ballot['stage']['status'], readonly Aside[]>> = {
  prepared: ['correct'],
  open: ['hands', 'annul'],
  closed: ['annul'],
  annulled: [],
};

interface WaysProps {
  readonly ballot: Ballot;
  readonly aside: Aside | null;
  readonly onChoose: (aside: Aside) => void;
}

function Ways({ ballot: { ballotId, stage, manner }, aside, onChoose }: WaysProps) {
  const { form, hands, press } = words();
  const labels: Readonly<Record<Aside, string>> = { correct: form.correct, hands: hands.enter, annul: press.annul };
  const offered = WAYS[stage.status].filter((way) => way !== 'hands' || manner === 'hands');
  return (
    <>
      {offered.map((way) => (
        <button
          key={way}
          type="button"
          className="button"
          data-tone="plain"
          aria-expanded={aside === way}
          onClick={() => onChoose(way)}
        >
          {labels[way]}
        </button>
      ))}
      {stage.status === 'prepared' ? (
        <CommandButton label={form.remove} make={() => ({ type: 'removeBallot', ballotId })} />
      ) : null}
    </>
  );
}
