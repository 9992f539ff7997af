import { useRoomStatus, useSoundBlocked } from '../../media/room-status.ts';
import { Shape } from '../../parts/shape.tsx';
import { useLine, useMediaState } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

/** The one thing that the wall says of itself: a small mark while something is being joined again. */
export function WallMark() {
  const line = useLine().status;
  const room = useRoomStatus();
  const media = useMediaState();
  const { blocked } = useSoundBlocked();
  const joining =
    line === 'offline' || room === 'reconnecting' || (room === 'disconnected' && media?.state === 'ready');
  if (!joining && !blocked) return null;
  return (
    <p className="wall-mark">
      <Shape name="look" /> {joining ? text.wall.reconnecting : text.wall.soundBlocked}
    </p>
  );
}
