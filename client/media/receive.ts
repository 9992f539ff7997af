import {
  type RemoteParticipant,
  type RemoteTrack,
  type RemoteTrackPublication,
  type Room,
  Track,
  VideoQuality,
} from 'livekit-client';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { bridgeOfIdentity, machineOfIdentity } from '../../shared/views/media-identity.ts';
import type { PictureQuality } from './wanted-pictures.ts';

/** What has arrived, by bridge. */
export interface Received {
  readonly pictures: ReadonlyMap<BridgeId, RemoteTrack>;
  /** Shared screens. */
  readonly screens: ReadonlyMap<BridgeId, RemoteTrack>;
  readonly sounds: ReadonlyMap<BridgeId, readonly RemoteTrack[]>;
  /** Of whoever is no bridge: the centre, in a private room. */
  readonly centre: { readonly pictures: readonly RemoteTrack[]; readonly sounds: readonly RemoteTrack[] };
}

export const NOTHING_RECEIVED: Received = {
  pictures: new Map(),
  screens: new Map(),
  sounds: new Map(),
  centre: { pictures: [], sounds: [] },
};

export interface Wanted {
  readonly pictures: ReadonlyMap<BridgeId, PictureQuality>;
  readonly screens: ReadonlySet<BridgeId>;
  readonly heard: readonly BridgeId[];
  /** Of a bridge's machines with a camera, in the order of their coming, the one that is its picture. */
  readonly pictureOf: (bridgeId: BridgeId, present: readonly string[]) => string | null;
}

const QUALITY: Readonly<Record<PictureQuality, VideoQuality>> = {
  low: VideoQuality.LOW,
  medium: VideoQuality.MEDIUM,
  high: VideoQuality.HIGH,
};

/** Subscribes to what is wanted, at its quality, and to nothing else. Asking again changes nothing. */
export function receive(room: Room, { pictures, screens, heard, pictureOf }: Wanted): void {
  const cameras = chosenCameras(room, pictureOf);
  const desktops = chosenScreens(room);
  for (const { identity, trackPublications } of room.remoteParticipants.values()) {
    const bridgeId = bridgeOfIdentity(identity);
    for (const publication of trackPublications.values()) {
      if (bridgeId === null) subscribe(publication, false);
      else if (publication.source === Track.Source.Microphone) subscribe(publication, heard.includes(bridgeId));
      else if (cameras.get(bridgeId) === publication) watch(publication, pictures.get(bridgeId));
      else if (desktops.get(bridgeId) === publication) watch(publication, screens.has(bridgeId) ? 'high' : undefined);
      else subscribe(publication, false);
    }
  }
}

/** A private room: everything that is there is meant for everybody who is there. */
export function receiveAll(room: Room): void {
  for (const { trackPublications } of room.remoteParticipants.values()) {
    for (const publication of trackPublications.values()) subscribe(publication, true);
  }
}

function watch(publication: RemoteTrackPublication, quality: PictureQuality | undefined): void {
  subscribe(publication, quality !== undefined);
  if (quality !== undefined) publication.setVideoQuality(QUALITY[quality]);
}

function subscribe(publication: RemoteTrackPublication, wanted: boolean): void {
  if (publication.isDesired !== wanted) publication.setSubscribed(wanted);
}

/** A bridge may have several machines in the room: its picture is the one that the journal names among them. */
function chosenCameras(room: Room, pictureOf: Wanted['pictureOf']): ReadonlyMap<BridgeId, RemoteTrackPublication> {
  const byBridge = new Map<BridgeId, Map<string, RemoteTrackPublication>>();
  for (const participant of byComing(room)) {
    const machine = machineOfIdentity(participant.identity);
    const camera = participant.getTrackPublication(Track.Source.Camera);
    if (machine === null || camera === undefined) continue;
    const machines = byBridge.get(machine.bridgeId) ?? new Map<string, RemoteTrackPublication>();
    byBridge.set(machine.bridgeId, machines.set(machine.device, camera));
  }
  const chosen = [...byBridge].flatMap(([bridgeId, machines]) => {
    const camera = machines.get(pictureOf(bridgeId, [...machines.keys()]) ?? '');
    return camera === undefined ? [] : [[bridgeId, camera] as const];
  });
  return new Map(chosen);
}

/** Of two machines that share their screen the first one stays. */
function chosenScreens(room: Room): ReadonlyMap<BridgeId, RemoteTrackPublication> {
  const chosen = new Map<BridgeId, RemoteTrackPublication>();
  for (const participant of byComing(room)) {
    const bridgeId = bridgeOfIdentity(participant.identity);
    const screen = participant.getTrackPublication(Track.Source.ScreenShare);
    if (bridgeId !== null && screen !== undefined && !chosen.has(bridgeId)) chosen.set(bridgeId, screen);
  }
  return chosen;
}

/** Everybody reads the same order: the server says when each came, and of two in one second the names decide. */
const byComing = (room: Room): readonly RemoteParticipant[] =>
  [...room.remoteParticipants.values()].toSorted(
    (a, b) => Number(a.joinedAt ?? 0) - Number(b.joinedAt ?? 0) || (a.identity < b.identity ? -1 : 1),
  );

export function receivedTracks(room: Room): Received {
  const arrived = arrivedTracks(room);
  const ofBridges = (source: Track.Source) =>
    arrived.flatMap((one) =>
      one.bridgeId === null || one.source !== source ? [] : [[one.bridgeId, one.track] as const],
    );
  const ofCentre = (source: Track.Source) =>
    arrived.flatMap((one) => (one.bridgeId === null && one.source === source ? [one.track] : []));
  const sounds = new Map<BridgeId, readonly RemoteTrack[]>();
  for (const [bridgeId, track] of ofBridges(Track.Source.Microphone)) {
    sounds.set(bridgeId, [...(sounds.get(bridgeId) ?? []), track]);
  }
  return {
    pictures: new Map(ofBridges(Track.Source.Camera)),
    screens: new Map(ofBridges(Track.Source.ScreenShare)),
    sounds,
    centre: { pictures: ofCentre(Track.Source.Camera), sounds: ofCentre(Track.Source.Microphone) },
  };
}

interface Arrived {
  readonly bridgeId: BridgeId | null;
  readonly source: Track.Source;
  readonly track: RemoteTrack;
}

const arrivedTracks = (room: Room): readonly Arrived[] =>
  [...room.remoteParticipants.values()].flatMap(({ identity, trackPublications }) =>
    [...trackPublications.values()].flatMap(({ track, isDesired, source }) =>
      track === undefined || !isDesired ? [] : [{ bridgeId: bridgeOfIdentity(identity), source, track }],
    ),
  );
