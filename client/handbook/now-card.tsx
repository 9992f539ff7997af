import type { HandbookFloor, HandbookSpeaker, HandbookView } from '../../shared/protocol/handbook.ts';
import { personLines } from '../parts/person-words.ts';
import { StateMark } from '../parts/state-mark.tsx';
import { useWords } from './words.ts';

/** What is live, who speaks and who is next. */
export function NowCard({ view }: { readonly view: HandbookView }) {
  const words = useWords().now;
  const { live, upcoming, floor, next } = view;
  return (
    <section className="book-now" aria-label={words.label}>
      <div className="book-block">
        {live === null ? (
          <Upcoming view={view} />
        ) : (
          <>
            <p className="book-quiet">
              <StateMark tone="live" word={words.label} /> {words.since(live.since)}
              {live.lateMinutes === 0 ? null : `, ${words.late(live.lateMinutes)}`}
            </p>
            <p className="book-strong">{live.title}</p>
          </>
        )}
      </div>
      {view.phase !== 'live' && floor === null ? null : (
        <div className="book-block">
          {floor === null ? <p className="book-quiet">{words.nobody}</p> : <Speaker floor={floor} />}
        </div>
      )}
      {next === null ? null : (
        <div className="book-block">
          <p className="book-quiet">
            <StateMark tone="next" word={words.next(next.expectedAt)} />
          </p>
          <Who speaker={next} />
        </div>
      )}
      {live === null || upcoming === null || next !== null ? null : (
        <div className="book-block">
          <p className="book-quiet">
            <StateMark tone="next" word={words.upcoming(upcoming.at)} />
          </p>
          <p className="book-strong">{upcoming.title}</p>
        </div>
      )}
    </section>
  );
}

function Upcoming({ view: { phase, upcoming } }: { readonly view: HandbookView }) {
  const words = useWords().now;
  if (phase === 'closed' || phase === 'archived') return <p className="book-strong">{words.over}</p>;
  if (upcoming === null) return <p className="book-quiet">{words.idle}</p>;
  return (
    <>
      <p className="book-quiet">{words.upcoming(upcoming.at)}</p>
      <p className="book-strong">{upcoming.title}</p>
    </>
  );
}

function Speaker({ floor }: { readonly floor: HandbookFloor }) {
  const words = useWords().now;
  const { status, isQuestion } = floor;
  const word = status === 'speaking' && isQuestion ? words.question : words[status];
  return (
    <>
      <p>
        <StateMark tone={status === 'paused' ? 'pause' : 'air'} word={word} />
      </p>
      <Who speaker={floor} />
    </>
  );
}

function Who({ speaker }: { readonly speaker: HandbookSpeaker }) {
  const { head, rest } = personLines(speaker);
  return (
    <>
      <p className="book-strong">{head}</p>
      {rest === '' ? null : <p>{rest}</p>}
      <p>{speaker.bridge}</p>
      <p className="book-quiet">{speaker.subject}</p>
    </>
  );
}
