import { useEffect, useState } from 'react';
import { useMedia } from '../../media/media-context.ts';
import { OwnPictureWatch } from '../../media/own-picture-watch.ts';
import type { SeenPicture } from '../../media/picture-judgement.ts';
import { Shape } from '../../parts/shape.tsx';
import { text } from '../../text/text.ts';

const LOOK_MS = 500;

/** Whether the own picture lives: a person who looks at a still hall cannot tell. */
export function OwnPictureVerdict() {
  const { capture } = useMedia();
  const [seen, setSeen] = useState<SeenPicture>('none');
  useEffect(() => {
    const watch = new OwnPictureWatch(capture);
    const timer = setInterval(() => setSeen(watch.seen), LOOK_MS);
    return () => {
      clearInterval(timer);
      watch.close();
    };
  }, [capture]);
  const isGood = seen === 'moving';
  return (
    <p className="device-verdict" data-good={isGood} role="status">
      <Shape name={isGood ? 'done' : 'look'} /> {text.joining.pictures[seen]}
    </p>
  );
}
