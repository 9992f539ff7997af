import { useState } from 'react';
import { runningRecording } from '../../../shared/domain/recording/recording.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatTime } from '../clock-text.ts';
import { CommandButton } from '../command-button.tsx';
import { RecorderLine } from './recorder-line.tsx';
import { RecordingDecision } from './recording-decision.tsx';
import { RecordingsDialog } from './recordings-dialog.tsx';
import { useMay } from './use-may.ts';
import './recording.css';

const words = () => text.recording.control;

/** Recording as the console and the director steer it: the chair's word, the press, whether anything arrives, the list. */
export function RecordingControl() {
  const [listed, setListed] = useState(false);
  return (
    <div className="recording-control">
      <RecordingDecision />
      <section className="recording-block" aria-label={words().title}>
        <h3>{words().title}</h3>
        <Press />
        <button type="button" className="button" data-tone="plain" onClick={() => setListed(true)}>
          {words().list}
        </button>
      </section>
      {listed ? <RecordingsDialog onClose={() => setListed(false)} /> : null}
    </div>
  );
}

function Press() {
  const running = useConference(({ recordings }) => runningRecording(recordings));
  const reason = useConference(({ recordings, conference }) =>
    conference.classifiedSince !== null
      ? text.refusals.sentence('classified', {})
      : recordings.decision?.allowed === true
        ? null
        : text.refusals.sentence('recording-not-decided', {}),
  );
  const mayStart = useMay({ type: 'startRecording' });
  const mayStop = useMay({ type: 'stopRecording' });
  if (running === undefined) {
    return (
      <>
        <p className="recording-said">{words().idle}</p>
        {mayStart ? (
          <CommandButton
            tone="primary"
            label={words().start}
            disabledReason={reason}
            make={() => ({ type: 'startRecording' })}
          />
        ) : null}
      </>
    );
  }
  return (
    <>
      <p className="recording-said">{words().running(formatTime(running.startedAt))}</p>
      <RecorderLine key={running.recordingId} />
      {mayStop ? <CommandButton label={words().stop} make={() => ({ type: 'stopRecording' })} /> : null}
    </>
  );
}
