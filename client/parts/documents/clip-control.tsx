import { useState } from 'react';
import { type ClipOnDesk, clipAt } from '../../../shared/domain/onair/document-on-desk.ts';
import { DocumentClip } from '../../media/document-clip.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { useCommandsOff } from '../../sync/use-commands-off.ts';
import { text } from '../../text/text.ts';
import { formatDuration } from '../clock-text.ts';
import { CommandButton, useIssue } from '../command-button.tsx';
import { padStyle } from './pad-style.ts';

const words = () => text.documents.clip;
const LOOK_MS = 250;

/** A clip in the hands of the centre. It is heard where the program is heard, and here only seen. */
export function ClipControl({ clip }: { readonly clip: ClipOnDesk }) {
  const { documentId, durationMs, ratio } = clip;
  const at = clipAt(clip, useServerNow(LOOK_MS));
  const isOver = clip.running !== null && at >= durationMs;
  const runs = clip.running !== null && !isOver;
  return (
    <>
      <div className="documents-page" style={padStyle(ratio)}>
        <DocumentClip key={documentId} clip={clip} visible sounding={false} standIn={null} />
      </div>
      <Position clip={clip} at={at} />
      <div className="documents-turning">
        {runs ? (
          <CommandButton label={words().pause} make={() => ({ type: 'pauseClip', documentId })} />
        ) : (
          <CommandButton
            label={isOver ? words().again : words().play}
            tone="primary"
            make={() => ({ type: 'playClip', documentId, fromMs: isOver ? 0 : Math.round(at) })}
          />
        )}
        <output className="documents-count">{words().at(formatDuration(at), formatDuration(durationMs))}</output>
        {at > 0 && !isOver ? (
          <CommandButton
            label={words().again}
            tone="quiet"
            make={() => ({ type: 'playClip', documentId, fromMs: 0 })}
          />
        ) : null}
      </div>
      {isOver ? <p className="documents-hint">{words().over}</p> : null}
    </>
  );
}

/** Drawn to a place, it plays from there once it is let go, and not while it is drawn. */
function Position({ clip: { documentId, durationMs }, at }: { readonly clip: ClipOnDesk; readonly at: number }) {
  const issue = useIssue();
  const off = useCommandsOff();
  const [drawn, setDrawn] = useState<number | null>(null);
  const letGo = () => {
    if (drawn !== null) void issue({ type: 'playClip', documentId, fromMs: drawn });
    setDrawn(null);
  };
  const shown = drawn ?? Math.round(at);
  return (
    <input
      type="range"
      className="documents-position"
      disabled={off !== null}
      title={off ?? undefined}
      min={0}
      max={durationMs}
      step={1_000}
      aria-label={words().position}
      aria-valuetext={formatDuration(shown)}
      value={shown}
      onChange={({ target }) => setDrawn(Number(target.value))}
      onPointerUp={letGo}
      onKeyUp={letGo}
      onBlur={() => setDrawn(null)}
    />
  );
}
