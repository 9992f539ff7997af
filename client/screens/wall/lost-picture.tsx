import { lostOnAir } from '../../../shared/views/lost-on-air.ts';
import { Shape } from '../../parts/shape.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { text } from '../../text/text.ts';

/** Over a picture that has gone: whose it was, so that nobody in the hall wonders. It goes by itself when it is back. */
export function LostPicture() {
  const name = useConference(lostOnAir);
  if (name === null) return null;
  return (
    <div className="wall-lost" role="status">
      <p className="wall-lost-name">{name}</p>
      <p className="wall-lost-why">
        <Shape name="look" /> {text.wall.lineLost}
      </p>
    </div>
  );
}
