import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { ActionButton } from './action-button.tsx';
import { UnansweredCall } from './unanswered-call.tsx';
import { useFloorActions } from './use-floor-actions.ts';
import { useUnansweredCall } from './use-unanswered-call.ts';

const words = text.console.clock;

/** The speech's clock by the server's time and what can be done; while a call has no answer, what to do about that. */
export function SpeechControls() {
  const speech = useConference(({ floor }) => speechOnFloor(floor)) ?? null;
  const unanswered = useUnansweredCall();
  const phase = useConference(({ conference }) => conference.phase);
  if (unanswered !== null) return <UnansweredCall speech={unanswered} />;
  return (
    <>
      {speech === null ? (
        <p className="console-clock console-clock-idle">{words.idle[phase]}</p>
      ) : (
        <SpeechClockFace speech={speech} words={words} className="console-clock" />
      )}
      <SpeechButtons />
    </>
  );
}

function SpeechButtons() {
  const { end, extend, reserve } = useFloorActions();
  const reserveOpen = useConference(({ floor }) => floor.reserveOpen);
  return (
    <div className="console-buttons">
      <ActionButton action={end} />
      <ActionButton action={extend} />
      <ActionButton action={reserve} tone={reserveOpen ? 'plain' : 'quiet'} />
    </div>
  );
}
