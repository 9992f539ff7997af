import { type Speech, speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { floorLostAt } from '../../../shared/views/speech-clock.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';
import { ActionButton } from './action-button.tsx';
import { heldWords } from './floor/held-words.ts';
import { UnansweredCall } from './unanswered-call.tsx';
import { useFloorActions } from './use-floor-actions.ts';
import { useUnansweredCall } from './use-unanswered-call.ts';

const words = () => text.console.clock;

/** The speech's clock by the server's time and what can be done; while a call has no answer, what to do about that. */
export function SpeechControls() {
  const speech = useConference(({ floor }) => speechOnFloor(floor)) ?? null;
  const unanswered = useUnansweredCall();
  // In a classified session the phase goes on and no microphone is open.
  const idle = useConference(({ conference }) =>
    conference.classifiedSince === null ? conference.phase : 'classified',
  );
  if (unanswered !== null) return <UnansweredCall speech={unanswered} />;
  return (
    <>
      {speech === null ? (
        <p className="console-clock console-clock-idle">{words().idle[idle]}</p>
      ) : (
        <RunningClock speech={speech} />
      )}
      <SpeechButtons />
    </>
  );
}

/** While it stands still it says why, and of a hall that was lost how long it keeps the floor. */
function RunningClock({ speech }: { readonly speech: Speech }) {
  const now = useServerNow();
  const held = heldWords(speech, now);
  return (
    <SpeechClockFace
      speech={speech}
      words={held === null ? words() : { ...words(), ...stillWords(held, floorLostAt(speech) !== null) }}
      className="console-clock"
    />
  );
}

/** Of a hall that is lost the seconds of grace matter, not what is left of its time. */
function stillWords(held: string, isLost: boolean) {
  const left = (time: string) => (isLost ? held : text.conducting.held.clock(held, time));
  const over = (time: string) => (isLost ? held : text.conducting.held.overrun(held, time));
  return { remaining: left, warning: left, overrun: over };
}

function SpeechButtons() {
  const { end, extend, pace, remind, reserve } = useFloorActions();
  const reserveOpen = useConference(({ floor }) => floor.reserveOpen);
  return (
    <div className="console-buttons console-speech-buttons">
      <ActionButton action={end} label={text.console.actions.end} name={end.label} />
      <ActionButton action={extend} />
      <ActionButton action={pace} />
      <ActionButton action={remind} />
      <ActionButton action={reserve} tone={reserveOpen ? 'plain' : 'quiet'} />
    </div>
  );
}
