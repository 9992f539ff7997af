import { type RefObject, useEffect, useRef, useState } from 'react';
import type { RecordingSummary } from '../../../shared/protocol/technical.ts';
import { chaptersOfPart } from '../../../shared/views/recording-chapters.ts';
import { useSync } from '../../sync/conference-context.ts';
import { recordedPartPath } from '../../sync/recordings.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../clock-text.ts';

const words = () => text.recording.list;

interface PlayerProps {
  readonly recording: RecordingSummary;
  readonly part: number;
}

/**
 * A part to watch. The file itself does not say how long it is, for it was written as it came: the length is that of the
 * pieces on the server's disk. The chapters lead to the moment at which each item of the programme began.
 */
export function RecordingPlayer({ recording, part }: PlayerProps) {
  const { conference } = useSync();
  const video = useRef<HTMLVideoElement>(null);
  const chapters = chaptersOfPart(recording, part);
  const goTo = (offsetMs: number) => {
    if (video.current === null) return;
    video.current.currentTime = offsetMs / 1_000;
    video.current.play().catch(() => undefined);
  };
  return (
    <div className="recording-player">
      {/* biome-ignore lint/a11y/useMediaCaption: what was said has no captions yet */}
      <video
        ref={video}
        controls
        preload="metadata"
        aria-label={words().player(part)}
        src={recordedPartPath(conference, recording.recordingId, part)}
      />
      <Position video={video} lengthMs={lengthOf(recording, part)} />
      {chapters.length === 0 ? null : (
        <ol className="recording-chapters" aria-label={words().chapters}>
          {chapters.map(({ at, title, offsetMs }) => (
            <li key={`${at} ${title}`}>
              <button type="button" className="button" data-tone="quiet" onClick={() => goTo(offsetMs)}>
                {words().chapter(formatDuration(offsetMs), title)}
              </button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

function lengthOf({ parts }: RecordingSummary, number: number): number {
  const part = parts.find((one) => one.part === number);
  return part === undefined ? 0 : Math.max(0, part.endedAt - part.startedAt);
}

interface PositionProps {
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly lengthMs: number;
}

/** Where it stands, of how long; drawn to another place, it goes there once it is let go. */
function Position({ video, lengthMs }: PositionProps) {
  const at = useTimeOf(video);
  const [drawn, setDrawn] = useState<number | null>(null);
  const letGo = () => {
    if (drawn !== null && video.current !== null) video.current.currentTime = drawn / 1_000;
    setDrawn(null);
  };
  const shown = Math.min(lengthMs, drawn ?? at);
  const sentence = words().at(formatDuration(shown), formatDuration(lengthMs));
  return (
    <div className="recording-position">
      <input
        type="range"
        min={0}
        max={lengthMs}
        step={1_000}
        aria-label={words().position}
        aria-valuetext={sentence}
        value={shown}
        onChange={({ target }) => setDrawn(Number(target.value))}
        onPointerUp={letGo}
        onKeyUp={letGo}
        onBlur={letGo}
      />
      <output>{sentence}</output>
    </div>
  );
}

function useTimeOf(video: PositionProps['video']): number {
  const [at, setAt] = useState(0);
  useEffect(() => {
    const element = video.current;
    if (element === null) return;
    const look = () => setAt(Math.round(element.currentTime * 1_000));
    element.addEventListener('timeupdate', look);
    element.addEventListener('seeked', look);
    return () => {
      element.removeEventListener('timeupdate', look);
      element.removeEventListener('seeked', look);
    };
  }, [video]);
  return at;
}
