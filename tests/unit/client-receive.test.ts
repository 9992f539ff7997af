import { type RemoteParticipant, type RemoteTrackPublication, type Room, Track } from 'livekit-client';
import { expect, test } from 'vitest';
import { type Received, receive, receiveAll, receivedTracks, type Wanted } from '../../client/media/receive.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { anGiang, quangBinh } from '../support/builders.ts';

/** What of a publication `receive` reads and sets. */
class Publication {
  readonly source: Track.Source;
  readonly label: string;
  isDesired = false;
  quality: number | null = null;

  constructor(source: Track.Source, label: string) {
    this.source = source;
    this.label = label;
  }

  /** Arrives as soon as it is asked for. */
  get track() {
    return this.isDesired ? { label: this.label } : undefined;
  }

  setSubscribed(wanted: boolean): void {
    this.isDesired = wanted;
  }

  setVideoQuality(quality: number): void {
    this.quality = quality;
  }
}

interface Guest {
  readonly identity: string;
  readonly joinedAt: Date;
  readonly publications: readonly Publication[];
}

const CAMERA = Track.Source.Camera;
const MICROPHONE = Track.Source.Microphone;
const SCREEN = Track.Source.ScreenShare;

const guest = (identity: string, second: number, sources: readonly Track.Source[]): Guest => ({
  identity,
  joinedAt: new Date(second * 1_000),
  publications: sources.map((source) => new Publication(source, `${identity.split('_').at(-1)} ${source}`)),
});
const machine = (bridgeId: BridgeId, device: string, second: number, sources: readonly Track.Source[]) =>
  guest(bridgeIdentity(bridgeId, device), second, sources);

function roomOf(...guests: readonly Guest[]): Room {
  const participants = guests.map(({ identity, joinedAt, publications }): [string, Partial<RemoteParticipant>] => [
    identity,
    {
      identity,
      joinedAt,
      trackPublications: new Map(publications.map((one) => [one.label, one as unknown as RemoteTrackPublication])),
      getTrackPublication: (source: Track.Source) =>
        publications.find((one) => one.source === source) as unknown as RemoteTrackPublication | undefined,
    },
  ]);
  return { remoteParticipants: new Map(participants) } as unknown as Room;
}

const desired = (...guests: readonly Guest[]): string[] =>
  guests.flatMap(({ publications }) => publications.filter((one) => one.isDesired).map(({ label }) => label));

const WANTED: Wanted = {
  pictures: new Map(),
  screens: new Set(),
  heard: [],
  pictureOf: (_, present) => present[0] ?? null,
};
const labels = (tracks: ReadonlyMap<BridgeId, unknown>): unknown => Object.fromEntries(tracks);

test('[NET12] a bridge’s picture is the machine that the journal names, of those that have a camera there', () => {
  const mute = machine(anGiang, 'hall-0', 0, [MICROPHONE]);
  const first = machine(anGiang, 'hall-1', 1, [CAMERA]);
  const second = machine(anGiang, 'camera-1', 2, [CAMERA]);
  const room = roomOf(second, mute, first);
  const wanted = { ...WANTED, pictures: new Map([[anGiang, 'high'] as const]) };
  const asked: (readonly string[])[] = [];
  const pictureOf = (device: string) => (_: BridgeId, present: readonly string[]) => {
    asked.push(present);
    return device;
  };
  receive(room, { ...wanted, pictureOf: pictureOf('hall-1') });
  expect(desired(mute, first, second)).toEqual(['hall-1 camera']);
  expect(asked, 'in the order of their coming').toEqual([['hall-1', 'camera-1']]);
  receive(room, { ...wanted, pictureOf: pictureOf('camera-1') });
  expect(desired(mute, first, second)).toEqual(['camera-1 camera']);
});

test('[NET13] heard is whom the journal wants heard, seen is what a place wishes, and nothing else is asked for', () => {
  const hall = machine(anGiang, 'hall-1', 1, [CAMERA, MICROPHONE]);
  const laptop = machine(anGiang, 'slides-1', 2, [SCREEN]);
  const other = machine(quangBinh, 'hall-1', 3, [CAMERA, MICROPHONE]);
  const console = guest('technician_s1_hall-9', 4, [CAMERA, MICROPHONE]);
  const room = roomOf(hall, laptop, other, console);
  const all = [hall, laptop, other, console];

  receive(room, { ...WANTED, heard: [anGiang] });
  expect(desired(...all)).toEqual(['hall-1 microphone']);
  receive(room, { ...WANTED, pictures: new Map([[quangBinh, 'low']]), screens: new Set([anGiang]) });
  expect(desired(...all)).toEqual(['slides-1 screen_share', 'hall-1 camera']);
  const received: Received = receivedTracks(room);
  expect(labels(received.screens)).toEqual({ [anGiang]: { label: 'slides-1 screen_share' } });
  expect(labels(received.pictures)).toEqual({ [quangBinh]: { label: 'hall-1 camera' } });
  receive(room, WANTED);
  expect(desired(...all)).toEqual([]);
});

test('[NET14] in a private room everything is received, the centre’s apart from the bridge’s', () => {
  const hall = machine(anGiang, 'hall-1', 1, [CAMERA, MICROPHONE]);
  const centre = guest('technician_s1_hall-9', 2, [CAMERA, MICROPHONE]);
  const room = roomOf(hall, centre);
  receiveAll(room);
  const received = receivedTracks(room);
  expect(labels(received.pictures)).toEqual({ [anGiang]: { label: 'hall-1 camera' } });
  expect(received.sounds.get(anGiang)).toEqual([{ label: 'hall-1 microphone' }]);
  expect(received.centre).toEqual({
    pictures: [{ label: 'hall-9 camera' }],
    sounds: [{ label: 'hall-9 microphone' }],
  });
});
