import { type ReactNode, useEffect, useMemo, useState } from 'react';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { openMicrophones } from '../../shared/domain/onair/microphones.ts';
import { privateTalkOf, type PrivateTalk as Talk } from '../../shared/views/media-plan.ts';
import { useSync } from '../sync/conference-context.ts';
import { useConference, useOwnBridge } from '../sync/conference-provider.tsx';
import { useReadable } from '../sync/use-readable.ts';
import { capturedBy, mutable } from './captured.ts';
import { type Media, useMedia } from './media-context.ts';
import { openPrivateRoom, type PrivateRoom } from './private-room.ts';
import { PrivateSound } from './private-sound.tsx';
import { PrivateTalkContext } from './private-talk-context.ts';
import { Publisher } from './publish.ts';

interface PrivateTalkProps {
  readonly bridgeId: BridgeId;
  readonly children: ReactNode;
}

/**
 * The private room between the centre and one bridge: whenever the journal says that there is one and this machine
 * belongs to it, it is joined, what may be sent is sent, and the other side is heard. Nothing of it ever reaches the
 * stage. On the bridge's side it is always mounted; at the centre by whoever opened the check or the call.
 */
export function PrivateTalk({ bridgeId, children }: PrivateTalkProps) {
  const sync = useSync();
  const media = useMedia();
  const talk = useTalkWith(bridgeId);
  const takesPart = useTakesPart(bridgeId, talk, media);
  const [joined, setJoined] = useState<PrivateRoom | null>(null);
  useEffect(() => {
    if (!takesPart) return;
    const opened = openPrivateRoom(sync, media, bridgeId);
    const stopMeasuring = media.line.also(opened.room.room);
    setJoined(opened);
    return () => {
      setJoined(null);
      stopMeasuring();
      opened.close();
    };
  }, [takesPart, sync, media, bridgeId]);
  const value = useMemo(() => ({ talk, joined }), [talk, joined]);
  return (
    <PrivateTalkContext value={value}>
      {children}
      {joined === null ? null : <PrivateSending joined={joined} camera={talk?.kind === 'check'} />}
      {joined === null ? null : <PrivateSound joined={joined} />}
    </PrivateTalkContext>
  );
}

/** A bridge reads of its checks and calls in its own stream, of all else in the public one. */
function useTalkWith(bridgeId: BridgeId): Talk | null {
  const lines = useOwnBridge((state) => state.lines);
  const messages = useOwnBridge((state) => state.messages);
  return useConference((state) => privateTalkOf({ ...state, lines, messages }, bridgeId));
}

/**
 * A hall that everybody hears takes no part: the private word would go out over its loudspeakers. Which of two machines
 * of the hall is its voice in a check, the door decides.
 */
function useTakesPart(bridgeId: BridgeId, talk: Talk | null, { own, kind, device }: Media): boolean {
  const isHeard = useConference((state) => openMicrophones(state).includes(bridgeId));
  if (talk === null) return false;
  if (own === null) return true;
  if (own !== bridgeId || kind === null || (isHeard && kind !== 'phone')) return false;
  return talk.kind === 'call' ? talk.device === device : kind === 'hall';
}

/** Draws nothing. */
function PrivateSending({ joined, camera }: { readonly joined: PrivateRoom; readonly camera: boolean }) {
  const { capture, room, muted, sending } = joined;
  const inside = useReadable(room.room);
  useEffect(() => capture.want({ camera, microphone: true }), [capture, camera]);
  useEffect(() => {
    if (inside === null) return;
    const publisher = new Publisher(inside, mutable(capturedBy(capture, null), muted), sending);
    return () => publisher.close();
  }, [inside, capture, muted, sending]);
  return null;
}
