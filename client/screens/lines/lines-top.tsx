import { lineOf } from '../../../shared/domain/lines/line.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { bridgeOrder } from '../../../shared/views/bridge-order.ts';
import { type Countdown, countdownOf } from '../../../shared/views/line-countdown.ts';
import { testable } from '../../../shared/views/line-timetable.ts';
import { formatClock, formatCount, formatDuration, formatTime } from '../../parts/clock-text.ts';
import { LanguageSwitch } from '../../parts/language-switch.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference, useLine } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.lines;

export function LinesTop({ onTimetable }: { readonly onTimetable: () => void }) {
  const title = useConference(({ conference }) => conference.title);
  const { status } = useLine();
  return (
    <header className="lines-top">
      <div className="lines-title">
        <h1>{words().title}</h1>
        <p title={title}>{title}</p>
      </div>
      <StateMark tone={status === 'online' ? 'done' : 'look'} word={text.console.line[status]} />
      <Start />
      <Clock />
      <Counts />
      <button type="button" className="button" onClick={onTimetable}>
        {words().timetable.open}
      </button>
      <LanguageSwitch />
    </header>
  );
}

function Clock() {
  const now = useServerNow();
  return <time className="lines-clock">{formatClock(now)}</time>;
}

/** From an hour before the start this is the figure that the room works by. */
function Start() {
  const now = useServerNow();
  const countdown = useConference((state) => countdownOf(state, now));
  const isClassified = useConference(({ conference }) => conference.classifiedSince !== null);
  if (isClassified) return <p className="lines-countdown">{words().classified}</p>;
  const near = countdown.kind === 'overdue' || (countdown.kind === 'ahead' && countdown.near);
  return (
    <p className="lines-countdown" data-near={near || undefined} role="timer">
      {countdownWords(countdown)}
    </p>
  );
}

function countdownWords(countdown: Countdown): string {
  const { countdown: said } = words();
  switch (countdown.kind) {
    case 'ahead':
      return said.ahead(formatDuration(countdown.leftMs), formatTime(countdown.startsAt));
    case 'overdue':
      return said.overdue(formatDuration(countdown.lateMs), formatTime(countdown.startsAt));
    case 'running':
    case 'over':
    case 'unknown':
      return said[countdown.kind];
  }
}

function Counts() {
  const online = useConference(({ bridges }) => bridgeOrder(bridges).online);
  const all = useConference(({ bridges }) => bridges.byId.size);
  const { passed, testedAtAll } = useConference(testedCounts);
  return (
    <p className="lines-counts">
      <span>{words().counts(formatCount(online), formatCount(all))}</span>
      <span>{words().tested(passed, testedAtAll)}</span>
    </p>
  );
}

function testedCounts({ bridges, lines }: ConferenceState) {
  const halls = testable(bridges);
  const passed = halls.filter(({ bridgeId }) => {
    const verdict = lineOf(lines, bridgeId).results.at(-1)?.verdict;
    return verdict === 'pass' || verdict === 'passWithRemark';
  });
  return { passed: passed.length, testedAtAll: halls.length };
}
