import {
  AudioFrame,
  AudioSource,
  dispose,
  LocalAudioTrack,
  LocalVideoTrack,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackKind,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
} from '@livekit/rtc-node';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { MediaDoor } from '../../server/application/media-door.ts';
import { MediaReactor } from '../../server/application/media-reactor.ts';
import type { SeatSession } from '../../server/application/seats.ts';
import { type LiveKitServer, startLiveKit } from '../../server/media/livekit/livekit-server.ts';
import type { LiveKitEndpoint } from '../../server/media/livekit/media-state.ts';
import { createLiveKitGateway } from '../../server/media/livekit-gateway.ts';
import type { MediaGateway } from '../../server/media/media-gateway.ts';
import { roomOf } from '../../server/media/room-plan.ts';
import type { Actor, Seat } from '../../shared/domain/actor.ts';
import { bridgesInOrder } from '../../shared/domain/bridges/bridge.ts';
import type { BridgeId } from '../../shared/domain/ids.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { callOf } from '../../shared/domain/messages/message.ts';
import { bridgeIdentity } from '../../shared/views/media-identity.ts';
import { type Bench, openBench, prepare } from '../support/desk.ts';
import { until } from '../support/until.ts';
import { always, emptyFolder, optionsFor, PREPARE_MS, readyEndpoint, realBinary } from './livekit-fixtures.ts';

/** The reactor and the door against LiveKit itself, with real machines in several rooms. */

let livekit: LiveKitServer;
let endpoint: LiveKitEndpoint;
let gateway: MediaGateway;
let bench: Bench;
let reactor: MediaReactor;
let door: MediaDoor;
let central: BridgeId;
let anGiang: BridgeId;
let quangBinh: BridgeId;
const joined: Room[] = [];
const sounding: (() => void)[] = [];

beforeAll(async () => {
  livekit = startLiveKit(await optionsFor(await emptyFolder()), [always(await realBinary())]);
  endpoint = await readyEndpoint(livekit);
  gateway = createLiveKitGateway(endpoint);
}, PREPARE_MS);

afterAll(async () => {
  await livekit.close();
  await dispose();
});

beforeEach(async () => {
  bench = await openBench();
  await prepare(bench);
  [central, anGiang, quangBinh] = bridgesInOrder(bench.desk.state.bridges).map(({ bridgeId }) => bridgeId) as [
    BridgeId,
    BridgeId,
    BridgeId,
  ];
  let last = 0;
  reactor = new MediaReactor(bench.desk, {
    gateway: () => gateway,
    newId: () => `mic-${++last}`,
    onFault: () => undefined,
  });
  door = new MediaDoor(
    () => gateway,
    () => reactor,
  );
  await until('the stage is there', 5_000, async () => (await gateway.rooms()).includes(roomOf(bench.desk.id)));
});

afterEach(async () => {
  for (const stop of sounding.splice(0)) stop();
  await Promise.all(joined.splice(0).map((room) => room.disconnect()));
  reactor.close();
  for (const room of await gateway.rooms()) await gateway.closeRoom(room);
});

interface Machine {
  readonly room: Room;
  readonly token: string;
  /** What came in, as `sound` and `picture`. */
  readonly received: string[];
}

const seatAt = (seat: Seat, bridgeId: BridgeId | null): SeatSession =>
  ({ id: `session-${seat}-${bridgeId}`, seat, bridgeId, conference: bench.desk.id }) as unknown as SeatSession;

async function enter(session: SeatSession, device: string, privateWith?: BridgeId): Promise<Machine> {
  const wish = { device: deviceSchema.parse(device), ...(privateWith === undefined ? {} : { privateWith }) };
  const admitted = await door.admit(session, bench.desk, wish);
  if (!admitted.ok) throw new Error(admitted.code);
  const received: string[] = [];
  const room = new Room();
  room.on(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
    received.push(track.kind === TrackKind.KIND_AUDIO ? 'sound' : 'picture');
  });
  await room.connect(endpoint.url.replace('http', 'ws'), admitted.token, { autoSubscribe: true, dynacast: false });
  joined.push(room);
  reactor.look();
  return { room, token: admitted.token, received };
}

const hall = (bridgeId: BridgeId, device = 'hall-1', privateWith?: BridgeId): Promise<Machine> =>
  enter(seatAt('operator', bridgeId), device, privateWith);

async function speak({ room }: Machine): Promise<void> {
  const source = new AudioSource(48_000, 1, 200);
  const frame = new AudioFrame(new Int16Array(480).fill(4_000), 48_000, 1, 480);
  const timer = setInterval(() => void source.captureFrame(frame), 10);
  sounding.push(() => clearInterval(timer));
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_MICROPHONE });
  await room.localParticipant?.publishTrack(LocalAudioTrack.createAudioTrack('microphone', source), options);
}

async function show({ room }: Machine, as: TrackSource): Promise<void> {
  const source = new VideoSource(320, 180);
  const picture = new VideoFrame(new Uint8Array(320 * 180 * 4).fill(128), 320, 180, VideoBufferType.RGBA);
  const timer = setInterval(() => source.captureFrame(picture), 100);
  sounding.push(() => clearInterval(timer));
  const options = new TrackPublishOptions({ source: as, simulcast: false });
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack('picture', source), options);
}

const operator = (bridgeId: BridgeId): Actor => ({ seat: 'operator', session: 'o', bridgeId });

/** A call that the machine has answered. */
async function talkWith(bridgeId: BridgeId, device: string): Promise<void> {
  await bench.act({ type: 'ringBridge', bridgeId });
  const callId = callOf(bench.desk.state.messages, bridgeId)?.callId;
  if (callId === undefined) throw new Error('nothing rings');
  const answer = { type: 'answerCall', bridgeId, callId, device: deviceSchema.parse(device) } as const;
  const ack = await bench.act(answer, { actor: operator(bridgeId) });
  if (!ack.ok) throw new Error(ack.code);
}

const atSfu = async (bridgeId: BridgeId, device: string) =>
  (await gateway.participants(roomOf(bench.desk.id))).find(
    ({ identity }) => identity === bridgeIdentity(bridgeId, device),
  );

test('[MED80] a companion receives nothing while the wall hears and sees; shared is the screen alone', async () => {
  const speaker = await hall(central);
  const companion = await hall(anGiang, 'camera-1');
  const slides = await hall(anGiang, 'slides-1');
  const wall = await enter(seatAt('wall', null), 'wall-1');
  await until('the central hall may speak', 5_000, async () => {
    return (await atSfu(central, 'hall-1'))?.permission.microphone === true;
  });
  await speak(speaker);
  await show(speaker, TrackSource.SOURCE_CAMERA);
  await show(slides, TrackSource.SOURCE_SCREENSHARE);
  await until('the wall has sound, camera and screen', 8_000, () => wall.received.length === 3);
  expect(wall.received.toSorted()).toEqual(['picture', 'picture', 'sound']);
  expect(companion.received).toEqual([]);
  expect(slides.received).toEqual([]);
  expect((await atSfu(anGiang, 'slides-1'))?.permission).toEqual({
    camera: false,
    microphone: false,
    screen: true,
    receives: false,
    hidden: false,
  });
});

test('[MED81] a talk in private: both hear each other, the stage hears nothing of it', async () => {
  const wall = await enter(seatAt('wall', null), 'wall-1');
  await hall(anGiang);
  await talkWith(anGiang, 'phone-1');
  const director = await enter(seatAt('director', null), 'pc', anGiang);
  const phone = await hall(anGiang, 'phone-1', anGiang);
  await Promise.all([speak(director), speak(phone)]);
  await until('each hears the other', 8_000, () => director.received.length > 0 && phone.received.length > 0);
  expect([director.received, phone.received]).toEqual([['sound'], ['sound']]);
  expect(wall.received).toEqual([]);
  const onStage = await gateway.participants(roomOf(bench.desk.id));
  expect(
    onStage.map(({ identity }) => identity).filter((one) => one.includes('phone') || one.includes('director')),
  ).toEqual([]);
  const callId = callOf(bench.desk.state.messages, anGiang)?.callId;
  if (callId === undefined) throw new Error('nobody talks');
  await bench.act({ type: 'endCall', bridgeId: anGiang, callId });
  await until('both are put out', 8_000, () => !director.room.isConnected && !phone.room.isConnected);
  expect(await gateway.rooms()).toEqual([roomOf(bench.desk.id)]);
});

test('[MED82] who has no part in a talk gets no way in', async () => {
  await talkWith(anGiang, 'phone-1');
  await expect(hall(quangBinh, 'hall-1', anGiang)).rejects.toThrow('not-permitted');
  await expect(hall(anGiang, 'hall-1', anGiang)).rejects.toThrow('not-permitted');
  await expect(enter(seatAt('chair', null), 'pc', anGiang)).rejects.toThrow('not-permitted');
  await expect(enter(seatAt('director', null), 'pc', quangBinh)).rejects.toThrow('not-permitted');
  // The control: the machine that answered gets in.
  expect((await hall(anGiang, 'phone-1', anGiang)).room.isConnected).toBe(true);
});

test('[MED83] of two machines of the hall one may speak; when it goes, the other', async () => {
  await hall(central, 'hall-2');
  await hall(central, 'hall-1');
  const microphones = async () =>
    Promise.all(['hall-2', 'hall-1'].map(async (device) => (await atSfu(central, device))?.permission.microphone));
  const haveIt = (first: boolean, second: boolean) => async () =>
    JSON.stringify(await microphones()) === JSON.stringify([first, second]);
  await until('the first alone has the voice', 5_000, haveIt(true, false));
  expect(await microphones()).toEqual([true, false]);
  await joined[0]?.disconnect();
  await until('the second has it', 8_000, async () => (await microphones())[1] === true);
});

test('[SEC3] a classified session empties the rooms at the SFU, and a token that is still young opens none', async () => {
  const speaker = await hall(central);
  const wall = await enter(seatAt('wall', null), 'wall-1');
  await bench.act({ type: 'beginClassified' });
  await until('all are put out', 8_000, () => !speaker.room.isConnected && !wall.room.isConnected);
  expect(await gateway.rooms()).toEqual([]);
  const again = new Room();
  const url = endpoint.url.replace('http', 'ws');
  await expect(again.connect(url, speaker.token, { autoSubscribe: true, dynacast: false })).rejects.toThrow(
    /room|404|connect|not found|fail/i,
  );
  await expect(hall(central)).rejects.toThrow('classified');
  await bench.act({ type: 'endClassified' });
  await until('the stage is back', 5_000, async () => (await gateway.rooms()).length === 1);
  // The control: the same token opens it again.
  const back = new Room();
  await back.connect(url, speaker.token, { autoSubscribe: true, dynacast: false });
  joined.push(back);
  expect(back.isConnected).toBe(true);
});
