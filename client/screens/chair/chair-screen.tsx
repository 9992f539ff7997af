import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { offset } from '../../../shared/views/agenda-clock.ts';
import { hasMedia } from '../../../shared/views/media-plan.ts';
import { formatClock, formatLateness } from '../../parts/clock-text.ts';
import { FloorAnnouncer } from '../../parts/floor-announcer.tsx';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useWakeLock } from '../../parts/use-wake-lock.ts';
import { ConferenceProvider, useConference, useLine } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { ChairBallots } from './chair-ballots.tsx';
import { ChairMicrophone } from './chair-microphone.tsx';
import { ChairSession } from './chair-session.tsx';
import { ChairSpeaker } from './chair-speaker.tsx';
import { NextTwo } from './next-two.tsx';
import './chair.css';

const words = () => text.chair;

/** The chair's tablet: who speaks above, the next two and three large presses below, in reach of the thumbs. */
export function ChairScreen({ conference }: { readonly conference: ConferenceId }) {
  useWakeLock();
  return (
    <ConferenceProvider conference={conference}>
      <div className="chair">
        <Bar />
        <ChairSpeaker />
        <NextTwo />
        <FloorAnnouncer words={text.bridge.announce} />
      </div>
    </ConferenceProvider>
  );
}

function Bar() {
  const now = useServerNow();
  const title = useConference(({ conference }) => conference.title);
  const phase = useConference(({ conference }) => conference.phase);
  const late = useConference((state) => (hasMedia(state) ? (offset(state.agenda, now)?.absoluteMs ?? null) : null));
  const offline = useLine().status === 'offline';
  return (
    <header className="chair-bar">
      <h1 title={title}>{title}</h1>
      {phase === 'live' ? null : <StateMark tone="off" word={text.common.phases[phase]} />}
      {late === null ? null : <span className="chair-late">{words().late(formatLateness(late))}</span>}
      {offline ? <StateMark tone="look" word={text.common.offlineReason} /> : null}
      <ChairMicrophone />
      <ChairBallots />
      <ChairSession />
      <time className="chair-time">{formatClock(now)}</time>
      <LanguageSwitch />
    </header>
  );
}
