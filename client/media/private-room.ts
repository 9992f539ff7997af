import type { RemoteTrack } from 'livekit-client';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { type Cell, createCell } from '../sync/cell.ts';
import type { ConferenceSync } from '../sync/conference-sync.ts';
import { getMediaToken } from '../sync/http.ts';
import type { Media } from './media-context.ts';
import { MediaRoom } from './media-room.ts';
import { OwnCapture } from './own-capture-store.ts';
import type { Sending } from './publish.ts';
import { type Received, receiveAll } from './receive.ts';
import { SoundMeter } from './sound-meter.ts';

export interface PrivateRoom {
  readonly bridgeId: BridgeId;
  readonly side: 'bridge' | 'centre';
  readonly room: MediaRoom;
  /** The bridge's own devices on its side, those of the centre's console on the other. */
  readonly capture: OwnCapture;
  readonly muted: Cell<boolean>;
  readonly sending: Cell<Sending>;
  /** How loud the other side is. */
  readonly theirs: SoundMeter;
  readonly close: () => void;
}

/** The centre's devices are switched on for the talk alone: its screens otherwise send nothing. */
export function openPrivateRoom(sync: ConferenceSync, media: Media, bridgeId: BridgeId): PrivateRoom {
  const { own, device } = media;
  const side = own === null ? 'centre' : 'bridge';
  const capture = side === 'centre' ? new OwnCapture(null) : media.capture;
  const theirs = new SoundMeter();
  const room = new MediaRoom({
    entrance: () => getMediaToken(sync.conference, device, bridgeId),
    tune: receiveAll,
    mediaState: sync.media,
    isLineOnline: () => sync.line.status.get().status === 'online',
  });
  room.admit(true);
  const close = () => {
    room.close();
    theirs.close();
    if (side === 'centre') capture.close();
  };
  return { bridgeId, side, room, capture, muted: createCell(false), sending: media.privately, theirs, close };
}

export interface OtherSide {
  readonly picture: RemoteTrack | null;
  readonly sounds: readonly RemoteTrack[];
}

export function otherSideOf({ side, bridgeId }: PrivateRoom, { pictures, sounds, centre }: Received): OtherSide {
  return side === 'centre'
    ? { picture: pictures.get(bridgeId) ?? null, sounds: sounds.get(bridgeId) ?? [] }
    : { picture: centre.pictures[0] ?? null, sounds: centre.sounds };
}
