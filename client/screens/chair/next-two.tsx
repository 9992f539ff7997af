import { useState } from 'react';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { SpeechId } from '../../../shared/domain/ids.ts';
import { type ChairLine, chairLine } from '../../../shared/views/chair-line.ts';
import type { Turn } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { ChairPresses } from './chair-presses.tsx';

const words = () => text.chair;

/** The next two, of whom one is chosen, and the presses. Choosing changes nothing that anybody sees. */
export function NextTwo() {
  const now = useServerNow(10_000);
  const [wanted, setWanted] = useState<SpeechId | null>(null);
  const line = useConference((state) => chairLine(state, now));
  const chosen = chosenOf(line, wanted);
  return (
    <section className="chair-lower" aria-label={words().line}>
      <div className="chair-cards">
        {line.cards.length === 0 ? <p className="chair-empty">{words().none}</p> : null}
        {line.cards.map((turn) => (
          <Card
            key={turn.speech.speechId}
            turn={turn}
            chosen={turn.speech.speechId === chosen?.speech.speechId}
            onChoose={() => setWanted(turn.speech.speechId)}
          />
        ))}
        {line.more > 0 ? <p className="chair-more">{words().more(line.more)}</p> : null}
      </div>
      <ChairPresses chosen={chosen?.speech ?? null} />
    </section>
  );
}

/** Whoever was chosen while it still stands there, else the one that "next" calls. */
const chosenOf = ({ cards, next }: ChairLine, wanted: SpeechId | null): Turn | undefined =>
  cards.find(({ speech }) => speech.speechId === wanted) ??
  cards.find(({ speech }) => speech.speechId === next?.speechId) ??
  cards[0];

interface CardProps {
  readonly turn: Turn;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}

function Card({ turn: { speech, ahead, expectedAt }, chosen, onChoose }: CardProps) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId));
  const live = useConference(({ conference }) => conference.phase === 'live');
  const link = bridge?.link.status ?? 'untried';
  const kind = speech.callbackOf === null ? words().kinds[speech.kind] : words().again;
  return (
    <button type="button" className="chair-card" aria-pressed={chosen} onClick={onChoose}>
      <span className="chair-card-head">
        <span>
          {ahead + 1} · {kind}
          {live ? ` · ${words().expected(formatTime(expectedAt))}` : ''}
        </span>
        {chosen ? <StateMark tone="next" word={words().chosen} /> : null}
      </span>
      <span className="chair-card-bridge">{bridge?.name}</span>
      <span className="chair-card-person">{personWords(speech.speaker)}</span>
      {link === 'online' ? null : <StateMark tone="look" word={words().lineState[link]} />}
    </button>
  );
}
