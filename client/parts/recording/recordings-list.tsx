import { useEffect, useState } from 'react';
import { deletedByRuleAt, recordingOf } from '../../../shared/domain/recording/recording.ts';
import type { RecordingSummary } from '../../../shared/protocol/technical.ts';
import { useSync } from '../../sync/conference-context.ts';
import { useConference } from '../../sync/conference-provider.tsx';
import { getRecorderState, getRecordings } from '../../sync/recordings.ts';
import { text } from '../../text/text.ts';
import { formatDate, formatDuration, formatTime } from '../clock-text.ts';
import { HoldButton } from '../hold-button.tsx';
import { RecordingParts } from './recording-parts.tsx';
import { useMay } from './use-may.ts';

const ASK_MS = 5_000;

const words = () => text.recording.list;

interface Known {
  readonly recordings: readonly RecordingSummary[];
  readonly byEgress: boolean;
}

/** Newest first: what is looked for is mostly what was just made. */
export function RecordingsList() {
  const known = useRecordings();
  if (known === null || known === 'failed') {
    return <p role="status">{known === null ? words().loading : words().failed}</p>;
  }
  if (known.recordings.length === 0) return <p>{words().none}</p>;
  const numbered = known.recordings.map((recording, index) => ({ recording, number: index + 1 }));
  return (
    <ol className="recordings">
      {numbered.toReversed().map(({ recording, number }) => (
        <li key={recording.recordingId} className="recording">
          <Entry recording={recording} number={number} byEgress={known.byEgress} />
        </li>
      ))}
    </ol>
  );
}

interface EntryProps {
  readonly recording: RecordingSummary;
  readonly number: number;
  readonly byEgress: boolean;
}

function Entry({ recording, number, byEgress }: EntryProps) {
  const { recordingId, startedAt, endedAt, deletedAt, parts } = recording;
  const may = useMay({ type: 'eraseRecording', recordingId });
  return (
    <>
      <h3>{words().name(number, formatDate(startedAt), formatTime(startedAt))}</h3>
      <p className="recording-said">
        {endedAt === null ? words().running : words().until(formatTime(endedAt), formatDuration(endedAt - startedAt))}
        <Gone recording={recording} />
      </p>
      {deletedAt !== null ? null : parts.length > 0 ? (
        <RecordingParts recording={recording} />
      ) : (
        <p>{byEgress ? words().elsewhere : words().noParts}</p>
      )}
      {may && endedAt !== null && deletedAt === null ? (
        <HoldButton
          label={words().remove}
          how={words().removeHow}
          subject={recordingId}
          make={() => ({ type: 'eraseRecording', recordingId })}
        />
      ) : null}
    </>
  );
}

/** When it was deleted, or will be by itself. */
function Gone({ recording: { recordingId, deletedAt } }: Pick<EntryProps, 'recording'>) {
  const at = useConference(({ recordings }) => {
    const recording = recordingOf(recordings, recordingId);
    return recording === undefined ? null : deletedByRuleAt(recordings, recording);
  });
  const when = (ms: number) => `${formatTime(ms)} ${formatDate(ms)}`;
  if (deletedAt !== null) return <>; {words().deleted(when(deletedAt))}</>;
  return at === null ? null : <>; {words().deletedBy(when(at))}</>;
}

function useRecordings(): Known | 'failed' | null {
  const { conference } = useSync();
  const told = useConference(({ recordings }) => recordings.list);
  const [known, setKnown] = useState<Known | 'failed' | null>(null);
  // What was told has changed: it is asked at once, and not in five seconds.
  useEffect(() => {
    let current = true;
    const ask = async () => {
      const [list, recorder] = await Promise.all([getRecordings(conference), getRecorderState(conference)]);
      if (!current) return;
      if (list.kind !== 'ok') setKnown((before) => (before === null ? 'failed' : before));
      else setKnown({ recordings: list.value, byEgress: recorder.kind === 'ok' && recorder.value.egress !== null });
    };
    void ask();
    const timer = setInterval(() => void ask(), ASK_MS);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [conference, told]);
  return known;
}
