import { hasMedia } from '../../../shared/views/media-plan.ts';
import { useReception } from '../../media/reception.ts';
import { useRoomStatus } from '../../media/room-status.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference, useLine, useMediaState } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

const words = () => text.bridge.trouble;

/** What is broken right now and what still works, over the picture; nothing when all is well. */
export function Troubles() {
  const line = useLine();
  const sentence = useMediaTrouble();
  const offline = line.status === 'offline' ? words().offline(formatTime(line.since)) : null;
  const sentences = [offline, sentence, useThinLine()].filter((one) => one !== null);
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

/** Less than program is shown, and nobody in the hall should look for the fault in the room. */
function useThinLine(): string | null {
  const limit = useReception();
  return limit === 'full' ? null : text.program.limited[limit];
}

/** Pictures that come are not talked about, whatever the server says of LiveKit. */
function useMediaTrouble(): string | null {
  const media = useMediaState();
  const room = useRoomStatus();
  const over = useConference((state) => !hasMedia(state));
  if (room === 'connected' || room === 'replaced' || media === null || over) return null;
  if (room === 'full') return words().full;
  return media.state === 'ready' ? words().mediaReconnecting : `${text.media.state(media)} ${text.media.withoutMedia}`;
}
