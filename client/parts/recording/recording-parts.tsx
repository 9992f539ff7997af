import { useState } from 'react';
import type { RecordingSummary } from '../../../shared/protocol/technical.ts';
import { useSync } from '../../sync/conference-context.ts';
import { recordedPartPath } from '../../sync/recordings.ts';
import { text } from '../../text/text.ts';
import { formatClock, formatCount } from '../clock-text.ts';
import { RecordingPlayer } from './recording-player.tsx';

const words = () => text.recording.list;

/** The parts of a recording, a file each, to watch and to download. */
export function RecordingParts({ recording }: { readonly recording: RecordingSummary }) {
  const [watched, setWatched] = useState<number | null>(null);
  return (
    <ul className="recording-parts">
      {recording.parts.map(({ part, startedAt, endedAt, bytes }) => (
        <li key={part}>
          <PartLine
            sentence={words().part(part, formatClock(startedAt), formatClock(endedAt), sizeWords(bytes))}
            part={part}
            recording={recording}
            onWatch={() => setWatched((before) => (before === part ? null : part))}
          />
          {watched === part ? <RecordingPlayer recording={recording} part={part} /> : null}
        </li>
      ))}
    </ul>
  );
}

interface PartProps {
  readonly recording: RecordingSummary;
  readonly part: number;
}

function PartLine(props: PartProps & { readonly sentence: string; readonly onWatch: () => void }) {
  const { recording, part, sentence, onWatch } = props;
  const { conference } = useSync();
  return (
    <div className="recording-part">
      <span>{sentence}</span>
      <button type="button" className="button" data-tone="plain" aria-label={words().watchPart(part)} onClick={onWatch}>
        {words().watch}
      </button>
      <a
        className="button"
        data-tone="plain"
        aria-label={words().downloadPart(part)}
        href={recordedPartPath(conference, recording.recordingId, part, true)}
        download
      >
        {words().download}
      </a>
    </div>
  );
}

const MEGABYTE = 1_000_000;

function sizeWords(bytes: number): string {
  const { megabytes, gigabytes } = words().size;
  const tenths = (value: number) => formatCount(Math.round(value * 10) / 10);
  return bytes < 1_000 * MEGABYTE ? megabytes(tenths(bytes / MEGABYTE)) : gigabytes(tenths(bytes / MEGABYTE / 1_000));
}
