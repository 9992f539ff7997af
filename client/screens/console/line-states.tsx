import { useState } from 'react';
import type { MediaState } from '../../../shared/protocol/media-state.ts';
import { hasMedia } from '../../../shared/views/media-plan.ts';
import { HeardSound } from '../../media/heard-sound.tsx';
import { useRoomStatus } from '../../media/room-status.ts';
import { type MarkTone, StateMark } from '../../parts/state-mark.tsx';
import { useConference, useLine, useMediaState } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.console.line;

/** The own line, and how pictures and sound stand. Sound is off at first: the console stands in the hall it hears. */
export function LineStates() {
  const { status } = useLine();
  const media = useMediaState();
  const room = useRoomStatus();
  const [listening, setListening] = useState(false);
  const over = useConference((state) => !hasMedia(state));
  const classified = useConference(({ conference }) => conference.classifiedSince !== null);
  const without = classified ? words().mediaClassified : words().mediaOver;
  const { tone, word } = over ? ({ tone: 'off', word: without } as const) : mediaMark(media, room);
  return (
    <p className="console-lines">
      <StateMark tone={status === 'online' ? 'done' : 'look'} word={words()[status]} />
      <span title={media === null ? undefined : text.media.state(media)}>
        <StateMark tone={tone} word={word} />
      </span>
      <button
        type="button"
        className="console-listen"
        aria-pressed={listening}
        onClick={() => setListening(!listening)}
      >
        {listening ? words().listening : words().listen}
      </button>
      <HeardSound muted={!listening} />
    </p>
  );
}

function mediaMark(media: MediaState | null, room: ReturnType<typeof useRoomStatus>): { tone: MarkTone; word: string } {
  if (media === null) return { tone: 'off', word: words().mediaUnknown };
  if (media.state === 'down') return { tone: 'look', word: words().mediaDown };
  if (media.state === 'preparing') return { tone: 'look', word: words().mediaPreparing(media.progress) };
  return room === 'connected' ? { tone: 'done', word: words().mediaReady } : { tone: 'look', word: words().room[room] };
}
