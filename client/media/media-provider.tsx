import { type ReactNode, useEffect, useState } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { receptionOf } from '../../shared/views/media-plan.ts';
import { useSync } from '../sync/conference-context.ts';
import { useConference } from '../sync/conference-provider.tsx';
import { deviceName } from './device-name.ts';
import { type Media, MediaContext, useMedia } from './media-context.ts';
import { OwnCapture } from './own-capture-store.ts';
import { PublishOwn } from './publish-own.tsx';
import { ReplacedNotice } from './replaced-notice.tsx';
import { StageRoom } from './stage-room.ts';

interface MediaProviderProps {
  /** The bridge that this screen stands in, null for a wall or a console. */
  readonly own: BridgeId | null;
  /** Whether this screen sends its camera and, when permitted, its microphone. */
  readonly publishes: boolean;
  readonly children: ReactNode;
}

/**
 * Pictures and sound of a screen: joins the room, hears what the journal says, receives what mounted pictures wish.
 * Without LiveKit its children work all the same; only pictures and sound are missing.
 */
export function MediaProvider({ own, publishes, children }: MediaProviderProps) {
  const { conference, media: mediaState, line } = useSync();
  const [media, setMedia] = useState<Media | null>(null);
  useEffect(() => {
    const stage = new StageRoom({
      conference,
      device: deviceName(publishes),
      mediaState,
      isLineOnline: () => line.status.get().status === 'online',
    });
    const capture = new OwnCapture();
    if (publishes) void capture.start();
    setMedia({ stage, capture, own });
    return () => {
      stage.close();
      capture.close();
    };
  }, [conference, mediaState, line, own, publishes]);
  if (media === null) return null;
  return (
    <MediaContext value={media}>
      {children}
      <Hearing />
      {publishes ? <PublishOwn /> : null}
      <ReplacedNotice />
    </MediaContext>
  );
}

/** Tells the room whom the journal wants to be heard. Draws nothing. */
function Hearing() {
  const { stage, own } = useMedia();
  const heard = useConference((state) => receptionOf(state, own).heard);
  useEffect(() => stage.hear(heard), [stage, heard]);
  return null;
}
