import { useEffect, useState } from 'react';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { createCell } from '../../sync/cell.ts';
import { useConference, useLine } from '../../sync/conference-provider.tsx';
import { useReadable } from '../../sync/use-readable.ts';
import { text } from '../../text/text.ts';
import type { PartRecorder, PartState } from './part-recorder.ts';
import type { PieceSender } from './piece-sender.ts';
import type { SoundMix } from './sound-mix.ts';

const words = () => text.recording.recorder;
/** One is on its way at any time. */
const BEHIND = 3;
const NO_PART = createCell<PartState | null>(null);

interface StatusProps {
  readonly sender: PieceSender;
  readonly mix: SoundMix;
  readonly recorder: PartRecorder | null;
}

/** What the page does, for whoever comes by: below the picture, and not in the recording. */
export function RecorderStatus({ sender, mix, recorder }: StatusProps) {
  const part = useReadable(recorder?.state ?? NO_PART);
  const waiting = useReadable(sender.waiting);
  const acknowledged = useReadable(sender.acknowledged);
  const idle = useIdleWord();
  const said = part === null ? idle : partWords(part, acknowledged);
  return (
    <footer
      className="recorder-status"
      data-state={part?.kind ?? 'idle'}
      data-part={part?.kind === 'writing' ? part.part : undefined}
      data-acknowledged={acknowledged}
      data-waiting={waiting}
    >
      <StateMark tone={said.tone} word={said.word} />
      <Troubles sender={sender} waiting={waiting} />
      <SoundGate mix={mix} />
    </footer>
  );
}

function Troubles({ sender, waiting }: Pick<StatusProps, 'sender'> & { readonly waiting: number }) {
  const refused = useReadable(sender.refused) !== null;
  const offline = useLine().status === 'offline';
  return (
    <>
      {waiting >= BEHIND ? <StateMark tone="look" word={words().behind(waiting)} /> : null}
      {refused ? <StateMark tone="look" word={words().refused} /> : null}
      {offline ? <StateMark tone="look" word={text.wall.reconnecting} /> : null}
    </>
  );
}

interface Said {
  readonly tone: MarkTone;
  readonly word: string;
}

function partWords(part: PartState, pieces: number): Said {
  switch (part.kind) {
    case 'opening':
      return { tone: 'next', word: words().opening };
    case 'writing':
      return { tone: 'live', word: words().writing(part.part, pieces) };
    case 'full':
      return { tone: 'look', word: words().full };
    case 'unsupported':
      return { tone: 'look', word: words().unsupported };
  }
}

function useIdleWord(): Said {
  const why = useConference(({ conference, recordings }) =>
    conference.classifiedSince !== null
      ? 'classified'
      : recordings.decision?.allowed === true
        ? 'waiting'
        : 'undecided',
  );
  return { tone: 'off', word: words()[why] };
}

const LOOK_MS = 1_000;

/** An ordinary browser waits for a press before it gives sound; the one that the script opens does not. */
function SoundGate({ mix }: { readonly mix: SoundMix }) {
  const [blocked, setBlocked] = useState(false);
  useEffect(() => {
    const timer = setInterval(() => setBlocked(mix.isBlocked), LOOK_MS);
    const unblock = () => void mix.unblock();
    window.addEventListener('pointerdown', unblock);
    window.addEventListener('keydown', unblock);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pointerdown', unblock);
      window.removeEventListener('keydown', unblock);
    };
  }, [mix]);
  return blocked ? <StateMark tone="look" word={words().silentSound} /> : null;
}
