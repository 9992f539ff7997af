import { once } from 'node:events';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  dispose,
  LocalVideoTrack,
  type RemoteTrack,
  Room,
  RoomEvent,
  TrackPublishOptions,
  TrackSource,
  VideoBufferType,
  VideoFrame,
  VideoSource,
  VideoStream,
} from '@livekit/rtc-node';
import { AccessToken, WebhookReceiver } from 'livekit-server-sdk';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { startLiveKit } from '../../server/media/livekit/livekit-server.ts';
import type { LiveKitEndpoint } from '../../server/media/livekit/media-state.ts';
import {
  always,
  emptyFolder,
  openRoom,
  optionsFor,
  PREPARE_MS,
  readyEndpoint,
  realBinary,
} from './livekit-fixtures.ts';

const [WIDTH, HEIGHT] = [320, 180];

let binary: string;

beforeAll(async () => {
  binary = await realBinary();
}, PREPARE_MS);

afterAll(() => dispose());

test('a picture travels over loopback alone, and signed webhooks tell of it', async () => {
  const letters: { readonly body: string; readonly authorization: string | undefined }[] = [];
  const mailbox = createServer((request, response) => {
    void text(request).then((body) => {
      letters.push({ body, authorization: request.headers.authorization });
      response.end();
    });
  });
  mailbox.listen(0, '127.0.0.1');
  await once(mailbox, 'listening');
  const address = mailbox.address();
  const webhookUrl = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/livekit`;
  const livekit = startLiveKit(await optionsFor(await emptyFolder(), { webhookUrl }), [always(binary)]);
  onTestFinished(async () => {
    await livekit.close();
    mailbox.close();
  });
  const endpoint = await readyEndpoint(livekit);
  await openRoom(endpoint, 'hoi-nghi');

  const [hall, wall] = [await join(endpoint, 'hall'), await join(endpoint, 'wall')];
  const seen = firstFrame(wall);
  const stop = await publishGrey(hall);
  expect(await seen).toEqual({ width: WIDTH, height: HEIGHT });
  await vi.waitFor(() => expect(letters.length).toBeGreaterThanOrEqual(4), 5_000);
  stop();
  await Promise.all([hall.disconnect(), wall.disconnect()]);

  const receiver = new WebhookReceiver(endpoint.apiKey, endpoint.apiSecret);
  const events = await Promise.all(letters.map(({ body, authorization }) => receiver.receive(body, authorization)));
  expect(events.map(({ event }) => event)).toEqual(
    expect.arrayContaining(['room_started', 'participant_joined', 'track_published']),
  );
});

async function join({ url, apiKey, apiSecret }: LiveKitEndpoint, identity: string): Promise<Room> {
  const token = new AccessToken(apiKey, apiSecret, { identity, ttl: 60 });
  token.addGrant({ roomJoin: true, room: 'hoi-nghi' });
  const room = new Room();
  await room.connect(url.replace('http', 'ws'), await token.toJwt(), { autoSubscribe: true, dynacast: false });
  return room;
}

function firstFrame(room: Room): Promise<{ readonly width: number; readonly height: number }> {
  return new Promise((done, fail) => {
    room.once(RoomEvent.TrackSubscribed, (track: RemoteTrack) => {
      const reader = new VideoStream(track).getReader();
      reader.read().then(({ value }) => {
        if (value === undefined) fail(new Error('the track ended without a frame'));
        else done({ width: value.frame.width, height: value.frame.height });
        return reader.cancel();
      }, fail);
    });
  });
}

async function publishGrey(room: Room): Promise<() => void> {
  const source = new VideoSource(WIDTH, HEIGHT);
  const options = new TrackPublishOptions({ source: TrackSource.SOURCE_CAMERA, simulcast: false });
  await room.localParticipant?.publishTrack(LocalVideoTrack.createVideoTrack('camera', source), options);
  const picture = new Uint8Array(WIDTH * HEIGHT * 4).fill(128);
  const drawing = setInterval(() => {
    source.captureFrame(new VideoFrame(picture, WIDTH, HEIGHT, VideoBufferType.RGBA));
  }, 100);
  return () => clearInterval(drawing);
}
