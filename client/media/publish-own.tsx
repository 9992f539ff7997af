import { useEffect } from 'react';
import { useReadable } from '../sync/use-readable.ts';
import { capturedBy } from './captured.ts';
import { useMedia } from './media-context.ts';
import { Publisher } from './publish.ts';

/** Sends what is captured into the stage room, as far as it is permitted. Draws nothing. */
export function PublishOwn() {
  const { stage, capture, screen, sending } = useMedia();
  const room = useReadable(stage.room);
  useEffect(() => {
    if (room === null) return;
    const publisher = new Publisher(room, capturedBy(capture, screen), sending);
    return () => publisher.close();
  }, [room, capture, screen, sending]);
  return null;
}
