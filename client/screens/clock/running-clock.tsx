import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import type { Speech } from '../../../shared/domain/floor/floor.ts';
import { besideOnFloor, isReminded } from '../../../shared/views/floor-clock.ts';
import { speechClock } from '../../../shared/views/speech-clock.ts';
import { formatDuration, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { Shape, type ShapeName } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { figureSize } from './figure-size.ts';
import { shownMs } from './shown-ms.ts';

const words = () => text.clock;

/** Each state has its own shape and its own words, so that it is read without colour. */
const SHAPES = { notStarted: 'next', ample: 'live', warning: 'look', overrun: 'over' } as const satisfies Record<
  string,
  ShapeName
>;

/** What is left while there is some, then by how much it is exceeded. Nothing blinks. */
export function RunningClock({ speech }: { readonly speech: Speech }) {
  const now = useServerNow();
  const clock = speechClock(speech, now);
  const { held, mood } = clock;
  const figures = formatDuration(shownMs(clock));
  return (
    <main className="clock-face" data-mood={mood} data-held={held !== null}>
      <header className="clock-head">
        <p className="clock-state" role="status">
          <Shape name={held === null ? SHAPES[mood] : 'pause'} className="clock-shape" />
          {held === null ? words().states[mood] : words().held[held]}
        </p>
        {isReminded(speech, now) ? (
          <p className="clock-reminder" role="status">
            <Shape name="look" className="clock-shape" /> {words().reminded}
          </p>
        ) : null}
      </header>
      <p className="clock-figures" role="timer" style={{ fontSize: figureSize(figures) }}>
        {figures}
      </p>
      <footer className="clock-foot">
        <Who speech={speech} />
        <div className="clock-side">
          <p>{words().of(formatDuration(speech.allottedMs))}</p>
          <p>
            <time aria-label={words().now}>{formatTime(now)}</time>
          </p>
        </div>
      </footer>
    </main>
  );
}

function Who({ speech }: { readonly speech: Speech }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.name ?? '');
  const beside = useConference((state) => besideOnFloor(state, speech.speechId));
  const person = personWords(speech.speaker);
  return (
    <div className="clock-who">
      <p className="clock-bridge">{speech.kind === 'question' ? `${words().question}: ${bridge}` : bridge}</p>
      <p className="clock-person">{beside === null || beside.heldBack ? person : words().others(beside.bridges)}</p>
    </div>
  );
}
