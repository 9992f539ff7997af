import { useRoomStatus } from '../../media/room-status.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useLine, useMediaState } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = text.bridge.trouble;

/** What is broken right now and what still works, over the picture; nothing when all is well. */
export function Troubles() {
  const line = useLine();
  const sentence = useMediaTrouble();
  const offline = line.status === 'offline' ? words.offline(formatTime(line.since)) : null;
  const sentences = [offline, sentence].filter((one) => one !== null);
  return (
    <div className="bridge-troubles" role="status" aria-live="polite">
      {sentences.map((one) => (
        <p key={one} className="bridge-trouble">
          <Shape name="look" /> {one}
        </p>
      ))}
    </div>
  );
}

function useMediaTrouble(): string | null {
  const media = useMediaState();
  const room = useRoomStatus();
  if (media?.state === 'down') return `${text.media.state(media)} ${text.media.withoutMedia}`;
  if (media?.state === 'preparing' && room !== 'connected')
    return `${text.media.state(media)} ${text.media.withoutMedia}`;
  return room === 'reconnecting' || (room === 'disconnected' && media !== null) ? words.mediaReconnecting : null;
}
