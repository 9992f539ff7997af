import { presentIn } from '../../../shared/domain/attendance/figure.ts';
import { offset } from '../../../shared/views/agenda-clock.ts';
import { boardTotals } from '../../../shared/views/attendance-board.ts';
import { hasMedia } from '../../../shared/views/media-plan.ts';
import { formatClock, formatCount, formatLateness } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { BallotsButton } from './ballots-button.tsx';
import { bridgeCounts } from './bridge-lines.ts';
import { DocumentsButton } from './documents-button.tsx';
import { LineStates } from './line-states.tsx';
import { MinutesLink } from './minutes-link.tsx';
import { PhaseControls } from './phase-controls.tsx';
import { RecordingButton } from './recording-button.tsx';
import { SheetButton } from './sheet-button.tsx';
import { TalkbackButton } from './talkback-button.tsx';

const words = () => text.console.top;

/** Where nobody has reported, how many are summoned is known, and how many came is not zero but unknown. */
const NOBODY_SAID = '–';

export function TopBar() {
  const title = useConference(({ conference }) => conference.title);
  return (
    <header className="console-top" data-panel="top">
      <div className="console-title">
        <h1 title={title}>{title}</h1>
        <LineStates />
      </div>
      <PhaseMark />
      <PhaseControls />
      <Clock />
      <Counts />
      <BallotsButton />
      <DocumentsButton />
      <MinutesLink />
      <TalkbackButton />
      <RecordingButton />
      <SheetButton />
      <LanguageSwitch />
    </header>
  );
}

/** Red is for on air: a conference that runs is, one that rests is not. */
const TONES: Readonly<Record<string, MarkTone>> = { live: 'air', preparing: 'next' };

function PhaseMark() {
  const phase = useConference(({ conference }) => conference.phase);
  return <StateMark tone={TONES[phase] ?? 'off'} word={words().phases[phase]} className="console-phase" />;
}

function Clock() {
  const now = useServerNow();
  const late = useConference((state) => (hasMedia(state) ? offset(state.agenda, now) : null));
  return (
    <div className="console-now">
      <time>{formatClock(now)}</time>
      {late === null ? null : (
        <span
          data-late={late.absoluteMs >= 60_000 || undefined}
          title={text.agenda.panel.relative(formatLateness(late.relativeMs))}
        >
          {formatLateness(late.absoluteMs)}
        </span>
      )}
    </div>
  );
}

function Counts() {
  const { online, all } = useConference(bridgeCounts);
  const { figure, reported } = useConference((state) => boardTotals(state));
  return (
    <p className="console-counts" title={words().countsExplained}>
      <span>{words().bridges(formatCount(online), formatCount(all))}</span>
      <span>
        {figure.expected === 0 && reported === 0
          ? words().noDelegates
          : words().delegates(
              reported === 0 ? NOBODY_SAID : formatCount(presentIn(figure)),
              formatCount(figure.expected),
            )}
      </span>
    </p>
  );
}
