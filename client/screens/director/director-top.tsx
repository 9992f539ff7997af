import { formatClock, formatCount } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { bridgeCounts } from '../console/bridge-lines.ts';
import { LineStates } from '../console/line-states.tsx';

const TONES: Readonly<Record<string, MarkTone>> = { live: 'air', preparing: 'next' };

export function DirectorTop() {
  const title = useConference(({ conference }) => conference.title);
  const phase = useConference(({ conference }) => conference.phase);
  const { online, all } = useConference(bridgeCounts);
  return (
    <header className="director-top" data-panel="top">
      <h1 title={title}>{title}</h1>
      <LineStates />
      <StateMark tone={TONES[phase] ?? 'off'} word={text.console.top.phases[phase]} className="director-phase" />
      <span className="director-count">{text.console.top.bridges(formatCount(online), formatCount(all))}</span>
      <Clock />
      <LanguageSwitch />
    </header>
  );
}

function Clock() {
  return <time className="director-clock">{formatClock(useServerNow())}</time>;
}
