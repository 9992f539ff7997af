import { liveItem } from '../../../shared/domain/agenda/agenda.ts';
import { type Bridges, bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { expectedTimes } from '../../../shared/views/agenda-clock.ts';
import { turns } from '../../../shared/views/queue.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { StateMark } from '../../parts/state-mark.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = text.programme.now;

/** At the top of the phone: what is live, who speaks and who is next. */
export function NowCard() {
  const speech = useConference(({ floor }) => speechOnFloor(floor));
  return (
    <section className="programme-now" aria-label={words.heading}>
      <LiveItem />
      <Speaker speech={speech} />
      <Next />
    </section>
  );
}

function LiveItem() {
  const now = useServerNow(10_000);
  const agenda = useConference((state) => state.agenda);
  const live = liveItem(agenda);
  const next = expectedTimes(agenda, now).find(({ item }) => item.progress.status === 'waiting');
  if (live?.progress.status === 'live') {
    return (
      <div className="programme-block">
        <p className="programme-label">
          <StateMark tone="live" word={words.heading} /> {words.since(formatTime(live.progress.startedAt))}
        </p>
        <p className="programme-strong">{live.title}</p>
      </div>
    );
  }
  return (
    <div className="programme-block">
      <p className="programme-label">
        {next === undefined
          ? agenda.items.length === 0
            ? words.noItem
            : words.finished
          : words.upcoming(formatTime(next.start))}
      </p>
      {next === undefined ? null : <p className="programme-strong">{next.item.title}</p>}
    </div>
  );
}

function Speaker({ speech }: { readonly speech: Speech | undefined }) {
  const bridges = useConference((state) => state.bridges);
  if (speech === undefined) {
    return (
      <div className="programme-block">
        <p className="programme-label">{words.nobody}</p>
      </div>
    );
  }
  const status = speech.stage.status === 'called' ? words.called : words.speaking;
  return (
    <div className="programme-block">
      <p className="programme-label">
        <StateMark tone="air" word={status} />
      </p>
      <Who speech={speech} bridges={bridges} />
      <SpeechClockFace speech={speech} words={text.programme.clock} className="programme-clock" />
    </div>
  );
}

function Next() {
  const now = useServerNow(10_000);
  const floor = useConference((state) => state.floor);
  const bridges = useConference((state) => state.bridges);
  const live = useConference(({ conference }) => conference.phase === 'live');
  const [next] = turns(floor, now);
  return (
    <div className="programme-block">
      <p className="programme-label">
        {next === undefined ? words.nextNobody : <StateMark tone="next" word={words.next} />}{' '}
        {next === undefined || !live ? null : words.expected(formatTime(next.expectedAt))}
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
