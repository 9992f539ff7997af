import { liveItem } from '../../../shared/domain/agenda/agenda.ts';
import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { agendaTimes, offset } from '../../../shared/views/agenda-clock.ts';
import { ownSpeechOnFloor } from '../../../shared/views/floor-clock.ts';
import { lowerThird } from '../../../shared/views/stage.ts';
import { formatLateness, formatTime } from '../../parts/clock-text.ts';
import { personWords } from '../../parts/person-words.ts';
import { sourceWords } from '../../parts/source-words.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { OwnSpeech } from './own-speech.tsx';
import { SomebodysSpeech } from './somebodys-speech.tsx';

const words = () => text.bridge.stage;

/** Under the picture: who speaks and for how long; when it is this hall's turn, its own clock and its own press. */
export function FloorStrip({ own }: { readonly own: BridgeId }) {
  const mine = useConference(({ floor }) => ownSpeechOnFloor(floor, own));
  const seen = useConference(({ floor }) => speechOnFloor(floor));
  const speech = mine ?? seen;
  if (speech === undefined) return <FreeFloor />;
  return (
    <section className="bridge-strip" data-own={mine !== undefined}>
      {mine === undefined ? <SomebodysSpeech speech={speech} /> : <OwnSpeech speech={mine} own={own} />}
      <SpeechClockFace
        speech={speech}
        words={text.bridge.clock}
        className="bridge-clock"
        reminder={mine !== undefined}
      />
    </section>
  );
}

interface FreeWords {
  readonly label: string;
  readonly head: string;
  readonly rest: string;
}

function FreeFloor() {
  const now = useServerNow(10_000);
  const { label, head, rest } = useConference((state) => freeWords(state, now));
  return (
    <section className="bridge-strip">
      <div className="bridge-who">
        <p className="bridge-who-label">{label}</p>
        <p className="bridge-who-bridge">{head}</p>
        <p className="bridge-who-person">{rest}</p>
      </div>
      <RunningItem />
    </section>
  );
}

/** While no clock runs, its place tells what the conference is at. */
function RunningItem() {
  const now = useServerNow(10_000);
  const running = useConference(({ agenda }) => liveItem(agenda));
  const late = useConference(({ agenda }) => offset(agenda, now)?.absoluteMs ?? null);
  if (running?.progress.status !== 'live') return null;
  return (
    <div className="bridge-running">
      <p className="bridge-who-label">{words().running}</p>
      <p className="bridge-running-title">{running.plan.title}</p>
      <p className="bridge-who-label">
        {words().since(formatTime(running.progress.run.startedAt))}
        {late === null ? null : `, ${formatLateness(late)}`}
      </p>
    </div>
  );
}

/** Nobody has the floor: who is seen, else when it begins. */
function freeWords(state: ConferenceState, now: number): FreeWords {
  const seen = lowerThird(state, programSource(state));
  if (seen !== null) {
    return { label: words().shown, head: seen.bridge, rest: seen.person === null ? '' : personWords(seen.person) };
  }
  const source = programSource(state);
  if (source.kind !== 'hold') return { label: words().shown, head: sourceWords(state, source), rest: '' };
  return { label: words().conference, head: words().phases[state.conference.phase], rest: opening(state, now) };
}

function opening({ agenda, conference }: ConferenceState, now: number): string {
  if (conference.phase !== 'draft' && conference.phase !== 'preparing') return '';
  const first = agendaTimes(agenda, now).find(({ item }) => item.progress.status === 'waiting');
  return first === undefined ? '' : words().opensAt(formatTime(first.expected.start));
}
