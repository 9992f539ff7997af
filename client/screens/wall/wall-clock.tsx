import { speechOnFloor } from '../../../shared/domain/floor/floor.ts';
import { formatTime } from '../../parts/clock-text.ts';
import { SpeechClockFace } from '../../parts/speech-clock-face.tsx';
import { useConference } from '../../sync/conference-provider.tsx';
import { useServerNow } from '../../sync/server-clock.ts';
import { text } from '../../text/text.ts';

/** Top right: the time of day by the server, and below it how long somebody speaks. */
export function WallClock() {
  const now = useServerNow();
  const speech = useConference(({ floor }) => speechOnFloor(floor));
  return (
    <div className="wall-clock">
      <time className="wall-time">{formatTime(now)}</time>
      {speech === undefined ? null : (
        <SpeechClockFace speech={speech} words={text.wall.clock} className="wall-speech" />
      )}
    </div>
  );
}
