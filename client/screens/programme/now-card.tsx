import { liveItem } from '../../../shared/domain/agenda/agenda.ts';
import { type Bridges, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { agendaTimes, offset } from '../../../shared/views/agenda-clock.ts';
import { besideOnFloor } from '../../../shared/views/floor-clock.ts';
import { speakingNeeds, turnOf, turns } from '../../../shared/views/queue.ts';
import { formatLateness, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = () => text.programme.now;

/** At the top of the phone: what is live, who speaks and who is next. */
export function NowCard() {
  const speech = useConference(({ floor }) => speechOnFloor(floor));
  return (
    <section className="programme-now" aria-label={words().heading}>
      <LiveItem />
      <Speaker speech={speech} />
      <Next />
      <OwnTurn />
    </section>
  );
}

/** Late by a minute and more, in words. */
function Lateness() {
  const now = useServerNow(10_000);
  const late = useConference(({ agenda }) => offset(agenda, now)?.absoluteMs ?? 0);
  if (Math.abs(late) < 60_000) return null;
  return <p className="programme-label">{words().lateness(formatLateness(late))}</p>;
}

function LiveItem() {
  const now = useServerNow(10_000);
  const live = useConference(({ agenda }) => liveItem(agenda));
  const empty = useConference(({ agenda }) => agenda.items.length === 0);
  const over = useConference(isOver);
  const times = useConference((state) => agendaTimes(state.agenda, now, speakingNeeds(state, now)));
  const next = over ? undefined : times.find(({ item }) => item.progress.status === 'waiting');
  if (live?.progress.status === 'live') {
    return (
      <div className="programme-block">
        <p className="programme-label">
          <StateMark tone="live" word={words().heading} /> {words().since(formatTime(live.progress.run.startedAt))}
        </p>
        <p className="programme-strong">{live.plan.title}</p>
        <Lateness />
      </div>
    );
  }
  return (
    <div className="programme-block">
      <p className="programme-label">
        {next === undefined ? idleWords(over, empty) : words().upcoming(formatTime(next.expected.start))}
      </p>
      {next === undefined ? null : <p className="programme-strong">{next.item.plan.title}</p>}
    </div>
  );
}

const isOver = ({ conference }: ConferenceState): boolean => ['closed', 'archived'].includes(conference.phase);

function idleWords(over: boolean, empty: boolean): string {
  if (over) return words().over;
  return empty ? words().noItem : words().finished;
}

function Speaker({ speech }: { readonly speech: Speech | undefined }) {
  const bridges = useConference((state) => state.bridges);
  if (speech === undefined) {
    return (
      <div className="programme-block">
        <p className="programme-label">{words().nobody}</p>
      </div>
    );
  }
  return (
    <div className="programme-block">
      <p className="programme-label">
        <StateMark tone={speech.stage.status === 'paused' ? 'pause' : 'air'} word={statusOf(speech)} />
      </p>
      <Who speech={speech} bridges={bridges} />
      <Behind seen={speech} />
      <SpeechClockFace speech={speech} words={text.programme.clock} className="programme-clock" />
    </div>
  );
}

function statusOf({ kind, stage }: Speech): string {
  if (stage.status === 'called') return words().called;
  if (stage.status === 'paused') return words().paused;
  return kind === 'question' ? words().question : words().speaking;
}

/** Whoever else has the floor: held back by a question, or speaking in the same discussion. */
function Behind({ seen }: { readonly seen: Speech }) {
  const sentence = useConference((state) => behindWords(state, seen));
  return sentence === null ? null : <p className="programme-label">{sentence}</p>;
}

function behindWords(state: ConferenceState, { speechId }: Speech): string | null {
  const beside = besideOnFloor(state, speechId);
  if (beside === null) return null;
  return beside.heldBack ? words().heldBack(beside.bridges) : words().others(beside.bridges);
}

/** When the hall to which the phone belongs speaks. */
function OwnTurn() {
  const now = useServerNow(10_000);
  const { bridgeId } = useSeat();
  const sentence = useConference((state) => {
    const turn = bridgeId === null || state.conference.phase !== 'live' ? undefined : turnOf(state, bridgeId, now);
    return turn === undefined ? null : words().own(turn.ahead, formatTime(turn.expectedAt));
  });
  if (sentence === null) return null;
  return (
    <div className="programme-block">
      <p className="programme-label">
        <StateMark tone="next" word={sentence} />
      </p>
    </div>
  );
}

function Next() {
  const now = useServerNow(10_000);
  const bridges = useConference((state) => state.bridges);
  const live = useConference(({ conference }) => conference.phase === 'live');
  const next = useConference((state) => (isOver(state) ? undefined : turns(state, now)[0]));
  return (
    <div className="programme-block">
      <p className="programme-label">
        {next === undefined ? words().nextNobody : <StateMark tone="next" word={words().next} />}{' '}
        {next === undefined || !live ? null : words().expected(formatTime(next.expectedAt))}
      </p>
      {next === undefined ? null : <Who speech={next.speech} bridges={bridges} />}
    </div>
  );
}

function Who({ speech, bridges }: { readonly speech: Speech; readonly bridges: Bridges }) {
  return (
    <>
      <p className="programme-strong">{bridgeOf(bridges, speech.bridgeId)?.name}</p>
      <p>{personWords(speech.speaker)}</p>
      <p className="programme-quiet">{speech.subject}</p>
    </>
  );
}
