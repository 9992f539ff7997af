import { useState } from 'react';
import { useMedia } from '../../media/media-context.ts';
import { useOwnDevices } from '../../media/own-capture.ts';
import { type SpeakerOutcome, testSpeaker } from '../../media/speaker-test.ts';
import { Shape } from '../../parts/shape.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';

const words = () => text.joining.devices;

/** Three tones on the chosen loudspeaker: the microphone answers, and so does whoever stands in the room. */
export function SpeakerTest() {
  const { chosenSpeaker, chosenMicrophone, microphone } = useOwnDevices();
  const { microphone: isOpen } = useReadable(useMedia().sending);
  const [state, setState] = useState<SpeakerOutcome | 'untried' | 'playing'>('untried');
  const [answer, setAnswer] = useState<boolean | null>(null);
  const play = async () => {
    setAnswer(null);
    setState('playing');
    const ear = microphone === 'live' ? chosenMicrophone : null;
    setState(await testSpeaker({ speaker: chosenSpeaker, microphone: ear }));
  };
  return (
    <div className="speaker-test" data-outcome={state}>
      <button
        type="button"
        className="button"
        data-tone="plain"
        disabled={isOpen || state === 'playing'}
        aria-busy={state === 'playing'}
        onClick={() => void play()}
      >
        {state === 'playing' ? words().playing : state === 'untried' ? words().test : words().again}
      </button>
      {isOpen ? <p className="bridge-hint">{words().onAir}</p> : null}
      {state === 'untried' ? null : <Result state={state} answer={answer} onAnswer={setAnswer} />}
    </div>
  );
}

interface ResultProps extends QuestionProps {
  readonly state: SpeakerOutcome | 'playing';
}

/** What the microphone heard, and what whoever stands in the room answers; the question stands while it plays. */
function Result({ state, answer, onAnswer }: ResultProps) {
  if (state === 'cannotPlay') return <Outcome outcome={state} />;
  return (
    <>
      {state === 'playing' ? null : <Outcome outcome={state} />}
      <Question answer={answer} onAnswer={onAnswer} />
      {answer === null || state === 'playing' ? null : <Verdict outcome={state} answer={answer} />}
    </>
  );
}

const OUTCOME = {
  heard: 'heard',
  unheard: 'unheardBack',
  noMicrophone: 'noMicrophone',
  cannotPlay: 'cannotPlay',
} as const;

const Outcome = ({ outcome }: { readonly outcome: SpeakerOutcome }) => (
  <p role="status">
    <Shape name={outcome === 'heard' ? 'done' : 'look'} /> {words()[OUTCOME[outcome]]}
  </p>
);

interface QuestionProps {
  readonly answer: boolean | null;
  readonly onAnswer: (heard: boolean) => void;
}

const Question = ({ answer, onAnswer }: QuestionProps) => (
  <fieldset className="speaker-question">
    <legend>{words().question}</legend>
    <button
      type="button"
      className="button"
      data-tone="plain"
      aria-pressed={answer === true}
      onClick={() => onAnswer(true)}
    >
      {words().yes}
    </button>
    <button
      type="button"
      className="button"
      data-tone="plain"
      aria-pressed={answer === false}
      onClick={() => onAnswer(false)}
    >
      {words().no}
    </button>
  </fieldset>
);

interface VerdictProps {
  readonly outcome: Exclude<SpeakerOutcome, 'cannotPlay'>;
  readonly answer: boolean;
}

function Verdict({ outcome, answer }: VerdictProps) {
  const sentence = words().answers[`${outcome}${answer ? 'Yes' : 'No'}`];
  return (
    <p className="device-verdict" data-good={answer} role="status">
      <Shape name={answer ? 'done' : 'look'} /> {sentence}
    </p>
  );
}
