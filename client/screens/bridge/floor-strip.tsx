import { liveItem } from '../../../shared/domain/agenda/agenda.ts';
import { bridgeOf } from '../../../shared/domain/bridges/bridge.ts';
import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { programSource } from '../../../shared/domain/onair/program.ts';
import type { ConferenceState } from '../../../shared/domain/state.ts';
import { expectedTimes, lateness } from '../../../shared/views/agenda-clock.ts';
import { lowerThird } from '../../../shared/views/stage.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import { formatLateness, formatTime } from '../../parts/clock-text.ts';
import { CommandButton } from '../../parts/command-button.tsx';
import { personWords } from '../../parts/person-words.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

const words = text.bridge.stage;

/** Under the picture: who speaks and for how long; when it is this hall's turn, its own clock and its own press. */
export function FloorStrip({ own }: { readonly own: BridgeId }) {
  const speech = useConference(({ floor }) => speechOnFloor(floor));
  if (speech === undefined) return <FreeFloor />;
  return (
    <section className="bridge-strip" data-own={speech.bridgeId === own}>
      {speech.bridgeId === own ? <OwnSpeech speech={speech} /> : <SomebodysSpeech speech={speech} />}
      <SpeechClockFace speech={speech} words={text.bridge.clock} className="bridge-clock" />
    </section>
  );
}

function SomebodysSpeech({ speech }: { readonly speech: Speech }) {
  const bridge = useConference(({ bridges }) => bridgeOf(bridges, speech.bridgeId)?.name ?? '');
  return (
    <div className="bridge-who">
      <p className="bridge-who-label">{speech.stage.status === 'speaking' ? words.speaking : words.called}</p>
      <p className="bridge-who-bridge">{bridge}</p>
      <p className="bridge-who-person">{personWords(speech.speaker)}</p>
      <p className="bridge-who-subject">{speech.subject}</p>
    </div>
  );
}

function OwnSpeech({ speech }: { readonly speech: Speech }) {
  const called = speech.stage.status === 'called';
  const heard = useRoomStatus() === 'connected';
  const invited = heard ? words.ownCalled : words.ownCalledWithoutMedia;
  return (
    <div className="bridge-who">
      <p className="bridge-who-label">{called ? invited : words.ownSpeaking}</p>
      <p className="bridge-who-bridge">{personWords(speech.speaker)}</p>
      <p className="bridge-who-subject">{speech.subject}</p>
      {called ? (
        <CommandButton
          className="bridge-begin"
          tone="primary"
          label={words.begin}
          make={() => ({ type: 'beginSpeech', speechId: speech.speechId })}
        />
      ) : null}
    </div>
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
  const late = useConference(({ agenda }) => lateness(agenda, now));
  if (running?.progress.status !== 'live') return null;
  return (
    <div className="bridge-running">
      <p className="bridge-who-label">{words.running}</p>
      <p className="bridge-running-title">{running.title}</p>
      <p className="bridge-who-label">
        {words.since(formatTime(running.progress.startedAt))}
        {late === null ? null : `, ${formatLateness(late)}`}
      </p>
    </div>
  );
}

/** Nobody has the floor: who is seen, else when it begins. */
function freeWords(state: ConferenceState, now: number): FreeWords {
  const seen = lowerThird(state, programSource(state));
  if (seen !== null) {
    return { label: words.shown, head: seen.bridge, rest: seen.person === null ? '' : personWords(seen.person) };
  }
  return { label: words.conference, head: words.phases[state.conference.phase], rest: opening(state, now) };
}

function opening({ agenda, conference }: ConferenceState, now: number): string {
  if (conference.phase !== 'draft' && conference.phase !== 'preparing') return '';
  const first = expectedTimes(agenda, now).find(({ item }) => item.progress.status === 'waiting');
  return first === undefined ? '' : words.opensAt(formatTime(first.start));
}
