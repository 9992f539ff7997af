import { type ReactNode, useEffect, useRef } from 'react';
import { type Bridges, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type Speech, speechesOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { turns } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.bridge.queue;

/** Who speaks after whom, with this hall's own line marked and in sight. */
export function QueueList({ own }: { readonly own: BridgeId }) {
  const now = useServerNow(10_000);
  const bridges = useConference((state) => state.bridges);
  const timed = useConference(({ conference }) => conference.phase === 'live');
  const running = useConference(({ floor }) => speechesOnFloor(floor));
  const line = useConference((state) => turns(state, now));
  const list = useRef<HTMLOListElement>(null);
  const ownPlace = line.findIndex(({ speech }) => speech.bridgeId === own);
  useEffect(() => {
    const marked = ownPlace < 0 ? null : list.current?.querySelector('[data-own="true"]');
    marked?.scrollIntoView({ block: 'nearest' });
  }, [ownPlace]);
  return (
    <section className="bridge-panel bridge-queue" aria-labelledby="bridge-queue-heading">
      <h2 id="bridge-queue-heading">{words().heading}</h2>
      {line.length === 0 && running.length === 0 ? <p className="bridge-empty">{words().none}</p> : null}
      <ol ref={list} className="bridge-lines">
        {running.map((speech) => (
          <Row
            key={speech.speechId}
            speech={speech}
            own={own}
            bridges={bridges}
            place={<Shape name={speech.stage.status === 'paused' ? 'pause' : 'air'} />}
            news={null}
          />
        ))}
        {line.map(({ speech, ahead, expectedAt }) => (
          <Row
            key={speech.speechId}
            speech={speech}
            own={own}
            bridges={bridges}
            place={String(ahead + 1)}
            news={timed ? words().expected(formatTime(expectedAt)) : ''}
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly speech: Speech;
  readonly own: BridgeId;
  readonly bridges: Bridges;
  readonly place: ReactNode;
  /** null: the one who has the floor. */
  readonly news: string | null;
}

function Row({ speech, own, bridges, place, news }: RowProps) {
  const isOwn = speech.bridgeId === own;
  const { status } = speech.stage;
  const held = status === 'paused' ? words().paused : words().onFloor;
  return (
    <li className="bridge-line" data-own={isOwn} data-status={news === null ? 'onFloor' : 'queued'}>
      <span className="bridge-line-place">{place}</span>
      <span className="bridge-line-words">
        {bridgeOf(bridges, speech.bridgeId)?.shortName}
        {isOwn ? <span className="bridge-own-word">{words().own}</span> : null}
      </span>
      <span className="bridge-line-when">{news ?? (status === 'called' ? words().called : held)}</span>
    </li>
  );
}
