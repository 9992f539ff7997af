import {
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
  Track,
  VideoQuality,
} from 'livekit-client';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { bridgeOfIdentity } from '../../shared/views/media-identity.ts';
import type { PictureQuality } from './wanted-pictures.ts';

/** What has arrived, by bridge. */
export interface Received {
  readonly pictures: ReadonlyMap<BridgeId, RemoteTrack>;
  readonly sounds: ReadonlyMap<BridgeId, readonly RemoteTrack[]>;
}

const QUALITY: Readonly<Record<PictureQuality, VideoQuality>> = {
  low: VideoQuality.LOW,
  medium: VideoQuality.MEDIUM,
  high: VideoQuality.HIGH,
};

/** Subscribes to what is wanted, at its quality, and to nothing else. Asking again changes nothing. */
export function receive(room: Room, pictures: ReadonlyMap<BridgeId, PictureQuality>, heard: readonly BridgeId[]): void {
  const cameras = chosenCameras(room);
  for (const participant of room.remoteParticipants.values()) {
    const bridgeId = bridgeOfIdentity(participant.identity);
    for (const publication of participant.trackPublications.values()) {
      const quality = bridgeId === null ? undefined : pictures.get(bridgeId);
      const isChosen = bridgeId !== null && cameras.get(bridgeId) === publication;
      const isHeard = bridgeId !== null && heard.includes(bridgeId);
      if (publication.source === Track.Source.Microphone) subscribe(publication, isHeard);
      else if (isChosen && quality !== undefined) watch(publication, quality);
      else subscribe(publication, false);
    }
  }
}

function watch(publication: RemoteTrackPublication, quality: PictureQuality): void {
  subscribe(publication, true);
  publication.setVideoQuality(QUALITY[quality]);
}

function subscribe(publication: RemoteTrackPublication, wanted: boolean): void {
  if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
}

/** A bridge may have several machines in the room: the one already watched stays, else the one that joined last. */
function chosenCameras(room: Room): ReadonlyMap<BridgeId, RemoteTrackPublication> {
  const chosen = new Map<BridgeId, RemoteTrackPublication>();
  for (const participant of byJoining(room)) {
    const bridgeId = bridgeOfIdentity(participant.identity);
    const camera = participant.getTrackPublication(Track.Source.Camera);
    if (bridgeId === null || camera === undefined) continue;
    if (chosen.get(bridgeId)?.isDesired !== true) chosen.set(bridgeId, camera);
  }
  return chosen;
}

const byJoining = (room: Room): readonly RemoteParticipant[] =>
  [...room.remoteParticipants.values()].toSorted((a, b) => Number(a.joinedAt ?? 0) - Number(b.joinedAt ?? 0));

export function receivedTracks(room: Room): Received {
  const pictures = new Map<BridgeId, RemoteTrack>();
  const sounds = new Map<BridgeId, readonly RemoteTrack[]>();
  for (const participant of room.remoteParticipants.values()) {
    const bridgeId = bridgeOfIdentity(participant.identity);
    if (bridgeId === null) continue;
    for (const { track, isDesired, source } of participant.trackPublications.values()) {
      if (track === undefined || !isDesired) continue;
      if (source === Track.Source.Camera) pictures.set(bridgeId, track);
      if (source === Track.Source.Microphone) sounds.set(bridgeId, [...(sounds.get(bridgeId) ?? []), track]);
    }
  }
  return { pictures, sounds };
}
