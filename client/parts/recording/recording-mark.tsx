import { runningRecording } from '../../../shared/domain/recording/recording.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';
import { formatTime } from '../clock-text.ts';
import { Shape } from '../shape.tsx';
import '../bands.css';
import './recording-mark.css';

const words = () => text.recording;

/** At the top of every screen of a conference: that it is being recorded, or that the session is classified. */
export function RecordingMark() {
  const classifiedSince = useConference(({ conference }) => conference.classifiedSince);
  const recording = useConference(({ recordings }) => runningRecording(recordings) !== undefined);
  if (classifiedSince !== null) return <ClassifiedBand since={classifiedSince} />;
  if (!recording) return null;
  return (
    <div className="session-band" data-kind="recording" role="note" aria-label={words().mark.label}>
      <p className="session-word">
        <Reel /> {words().mark.recording}
      </p>
    </div>
  );
}

function ClassifiedBand({ since }: { readonly since: number }) {
  const { word, label, sentence, since: sinceWhen } = words().classified;
  return (
    <div className="session-band" data-kind="classified" role="note" aria-label={label}>
      <p className="session-word">
        <Shape name="look" /> {word}
      </p>
      <p className="session-sentence">
        {sinceWhen(formatTime(since))} · {sentence}
      </p>
    </div>
  );
}

/** A dot in a ring, white: red is for what is on air, and a recording is not that. */
const Reel = () => (
  <svg className="mark-shape" viewBox="0 0 16 16" width="16" height="16" fill="currentColor" aria-hidden="true">
    <path
      d="M8 1a7 7 0 1 0 0 14A7 7 0 0 0 8 1Zm0 1.6a5.4 5.4 0 1 1 0 10.8A5.4 5.4 0 0 1 8 2.6Zm0 2.2a3.2 3.2 0 1 0 0 6.4 3.2 3.2 0 0 0 0-6.4Z"
      fillRule="evenodd"
    />
  </svg>
);
