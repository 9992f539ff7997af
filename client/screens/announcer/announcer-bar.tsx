import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { offset } from '../../../shared/views/agenda-clock.ts';
import { hasMedia } from '../../../shared/views/media-plan.ts';
import { formatClock, formatLateness } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { sourceWords } from '../../parts/source-words.ts';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference, useLine } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.announcer;

/** What is on air, who has the floor, how late the day runs, and the time. */
export function AnnouncerBar() {
  const now = useServerNow();
  const onAir = useConference((state) => sourceWords(state, programSource(state)));
  const floor = useConference(floorWords);
  const late = useConference((state) => (hasMedia(state) ? (offset(state.agenda, now)?.absoluteMs ?? null) : null));
  const phase = useConference(({ conference }) => conference.phase);
  const offline = useLine().status === 'offline';
  return (
    <header className="announcer-bar">
      <div className="announcer-state">
        <StateMark tone="air" word={words().onAir(onAir)} />
        <span>{phase === 'live' ? floor : text.common.phases[phase]}</span>
        {offline ? <StateMark tone="look" word={text.common.offlineReason} /> : null}
      </div>
      {late === null ? null : <span className="announcer-late">{formatLateness(late)}</span>}
      <time className="announcer-time" aria-label={words().now}>
        {formatClock(now)}
      </time>
      <LanguageSwitch />
    </header>
  );
}

function floorWords({ floor, bridges }: ConferenceState): string {
  const speech = speechOnFloor(floor);
  if (speech === undefined) return words().nobodyOnFloor;
  const bridge = bridgeOf(bridges, speech.bridgeId)?.shortName ?? '';
  if (speech.stage.status === 'called') return words().called(bridge);
  if (speech.stage.status !== 'paused') return words().speaking(bridge);
  return words().paused(bridge, text.clock.held[speech.stage.run.held?.cause ?? 'byHand']);
}
