import { Shape } from '../../parts/shape.tsx';
import { getHealth } from '../../sync/http.ts';
import { text } from '../../text/text.ts';
import { usePolled } from './use-polled.ts';

const HEALTH_MS = 3_000;

/** How far LiveKit is: the server answers long before pictures and sound can. */
export function MediaLine() {
  const { value: health } = usePolled(getHealth, HEALTH_MS);
  if (health?.kind !== 'ok') return null;
  const { media } = health.value;
  const share = media.state === 'preparing' ? media.progress : null;
  return (
    <div className="start-media" role="status" data-state={media.state}>
      <Shape
        name={media.state === 'ready' ? 'done' : media.state === 'down' ? 'look' : 'next'}
        className="start-media-sign"
      />
      <p>
        {text.media.state(media)}
        {media.state === 'down' ? ` ${text.media.withoutMedia}` : ''}
      </p>
      {share === null ? null : <progress max={1} value={share} aria-label={text.start.media} />}
    </div>
  );
}
