import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { nextInLine } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { figureSize } from './figure-size.ts';

const words = () => text.clock;

/** Nobody has the floor: the time of day, and who is next. */
export function FreeClock() {
  const now = useServerNow();
  const phase = useConference(({ conference }) => conference.phase);
  const next = useConference((state) => {
    const speech = nextInLine(state);
    return speech === undefined ? null : (bridgeOf(state.bridges, speech.bridgeId)?.name ?? null);
  });
  const figures = formatTime(now);
  return (
    <main className="clock-face" data-mood="free">
      <header className="clock-head">
        <p className="clock-state">{phase === 'live' ? words().nobody : text.common.phases[phase]}</p>
      </header>
      <p className="clock-figures" style={{ fontSize: figureSize(figures) }}>
        <time aria-label={words().now}>{figures}</time>
      </p>
      <footer className="clock-foot">
        <p className="clock-bridge">{next === null ? words().noneNext : words().next(next)}</p>
      </footer>
    </main>
  );
}
