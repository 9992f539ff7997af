import { type RecordingDecision as Decision, runningRecording } from '../../../shared/domain/recording/recording.ts';
import { useConference, useSeat } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatTime } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { HoldButton } from '../hold-button.tsx';
import { StateMark } from '../state-mark.tsx';
import { useMay } from './use-may.ts';
import './recording.css';

const words = () => text.recording.decision;

/** What the chair decided about recording, and the presses: the chair's own, or the secretariat's on the chair's word. */
export function RecordingDecision() {
  const decision = useConference(({ recordings }) => recordings.decision);
  const may = useMay({ type: 'decideRecording', allowed: true });
  return (
    <section className="recording-block" aria-label={words().title}>
      <h3>{words().title}</h3>
      <p className="recording-said">
        <StateMark tone={decision?.allowed === true ? 'done' : 'off'} word={decisionSentence(decision)} />
      </p>
      {may ? <Presses allowed={decision?.allowed ?? null} /> : null}
    </section>
  );
}

function decisionSentence(decision: Decision | null): string {
  if (decision === null) return words().none;
  const who = decision.by === 'chair' ? words().byChair : words().bySecretariat;
  return (decision.allowed ? words().allowed : words().refused)(formatTime(decision.at), who);
}

function Presses({ allowed }: { readonly allowed: boolean | null }) {
  const isChair = useSeat().seat === 'chair';
  const running = useConference(({ recordings }) => runningRecording(recordings) !== undefined);
  const allow = isChair ? words().allow : words().noteAllowed;
  const refuse = isChair ? words().refuse : words().noteRefused;
  return (
    <div className="recording-presses">
      {allowed === true ? null : (
        <CommandButton tone="primary" label={allow} make={() => ({ type: 'decideRecording', allowed: true })} />
      )}
      {allowed === false ? null : running ? (
        <HoldButton
          label={words().withdraw}
          how={words().withdrawHow}
          make={() => ({ type: 'decideRecording', allowed: false })}
        />
      ) : (
        <CommandButton label={refuse} make={() => ({ type: 'decideRecording', allowed: false })} />
      )}
    </div>
  );
}
