import { expect, test, vi } from 'vitest';
import { figuresBetween, measuredFrom, receptionBetween, transportOf } from '../../client/media/line-stats.ts';
import { greyOf, judged, type Look, seenIn, UNSEEN } from '../../client/media/picture-judgement.ts';
import { type OwnReading, telemetryOf } from '../../client/media/send-telemetry.tsx';
import { TelemetryBoard } from '../../client/sync/telemetry-board.ts';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import { type Telemetry, telemetrySchema } from '../../shared/protocol/telemetry.ts';
import { anGiang } from '../support/builders.ts';

const READING: OwnReading = {
  devices: { camera: 'live', microphone: 'live' },
  sending: { camera: true, microphone: false },
  level: 0.4,
  status: 'connected',
  device: deviceSchema.parse('hall-4f1c2a'),
  picture: 'moving',
  line: { figures: null, transport: 'udp' },
  clockOffsetMs: 12,
  reception: 'noGrid',
};

test('[NET1] telemetry tells apart what is captured and what is sent', () => {
  expect(telemetrySchema.parse(telemetryOf(READING))).toEqual({
    camera: 'live',
    microphone: 'ready',
    level: 0.4,
    media: 'connected',
    device: 'hall-4f1c2a',
    picture: 'moving',
    figures: null,
    transport: 'udp',
    clockOffsetMs: 12,
    reception: 'noGrid',
  });
  const other = { ...READING, sending: { camera: false, microphone: true }, status: 'unavailable' } as const;
  expect(telemetryOf(other)).toMatchObject({ camera: 'off', microphone: 'live', media: 'disconnected' });
  const without = { ...READING, devices: { camera: 'refused', microphone: 'missing' } } as const;
  expect(telemetryOf(without)).toMatchObject({ camera: 'refused', microphone: 'missing', picture: 'none' });
});

test('[NET2] while the devices have not answered, or nobody needs them, nothing is told of them', () => {
  expect(telemetryOf({ ...READING, devices: { camera: 'starting', microphone: 'live' } })).toBeNull();
  expect(telemetryOf({ ...READING, devices: { camera: 'off', microphone: 'off' } })).toBeNull();
});

test('[NET3] a companion without a microphone does not say that one is missing', () => {
  const camera = { ...READING, devices: { camera: 'live', microphone: 'off' } } as const;
  expect(telemetryOf(camera)).toMatchObject({ camera: 'live', microphone: 'ready' });
});

const WIDE = 160 * 90;
const filled = (grey: (index: number) => number): Look => Uint8Array.from({ length: WIDE }, (_, index) => grey(index));
const hall = filled((index) => 60 + (index % 90));
/** The same hall, and the noise of a lens. */
const noisy = (seed: number): Look => filled((index) => 60 + (index % 90) + ((index * 31 + seed) % 97 === 0 ? 1 : 0));
const seenAfter = (looks: readonly Look[]) => seenIn(looks.reduce(judged, UNSEEN));

test('[NET4] a still hall seen by a living camera moves; the same picture bit for bit is frozen', () => {
  expect(seenAfter(Array.from({ length: 40 }, (_, seed) => noisy(seed)))).toBe('moving');
  expect(seenAfter(Array.from({ length: 40 }, () => hall))).toBe('frozen');
  expect(seenAfter([...Array.from({ length: 40 }, () => hall), noisy(1)])).toBe('moving');
  expect(seenAfter(Array.from({ length: 3 }, () => hall)), 'three looks are no judgement').toBe('moving');
});

test('[NET5] a covered lens is black, with noise or without; a dim hall with one lamp is not', () => {
  const covered = (seed: number) => filled((index) => (index * 7 + seed) % 6);
  expect(seenAfter(Array.from({ length: 10 }, (_, seed) => covered(seed)))).toBe('black');
  expect(seenAfter(Array.from({ length: 10 }, () => filled(() => 0)))).toBe('black');
  const dim = (seed: number) => filled((index) => (index % 50 === 0 ? 120 : (index + seed) % 9));
  expect(seenAfter(Array.from({ length: 10 }, (_, seed) => dim(seed)))).toBe('moving');
});

test('[NET6] colours are weighed as the eye does', () => {
  expect([...greyOf(Uint8ClampedArray.from([255, 255, 255, 255, 0, 255, 0, 255, 0, 0, 255, 255]))]).toEqual([
    255, 150, 28,
  ]);
});

const at = (ms: number, ...stats: readonly object[]) => measuredFrom([stats], ms);
const inbound = (id: string, packets: number, lost: number, more: object = {}) => ({
  id,
  type: 'inbound-rtp',
  kind: 'video',
  packetsReceived: packets,
  packetsLost: lost,
  bytesReceived: packets * 1_000,
  jitter: 0.012,
  ...more,
});

test('[NET7] figures of a line are those of the interval, in the units that the journal keeps', () => {
  const pair = { id: 'P', type: 'candidate-pair', currentRoundTripTime: 0.048, localCandidateId: 'L' };
  const way = [
    { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
    pair,
    { id: 'P2', type: 'candidate-pair', currentRoundTripTime: 9, localCandidateId: 'X' },
    { id: 'L', type: 'local-candidate', candidateType: 'host', protocol: 'udp' },
  ];
  const sent = (packets: number) => ({
    id: 'O',
    type: 'outbound-rtp',
    packetsSent: packets,
    bytesSent: packets * 500,
    frameWidth: 1_280,
    frameHeight: 720,
    framesPerSecond: 25,
  });
  const rests = {
    id: 'O2',
    type: 'outbound-rtp',
    packetsSent: 70,
    bytesSent: 70,
    frameWidth: 1_920,
    frameHeight: 1_080,
  };
  const told = [
    { id: 'R', type: 'remote-inbound-rtp', localId: 'O', fractionLost: 0.05, jitter: 0.02 },
    { id: 'R2', type: 'remote-inbound-rtp', localId: 'O2', fractionLost: 0.9, jitter: 0.9 },
  ];
  const before = at(0, ...way, sent(0), rests, ...told, inbound('I', 0, 0));
  const now = at(2_000, ...way, sent(100), rests, ...told, inbound('I', 95, 5, { freezeCount: 2 }));
  expect(figuresBetween(before, now)).toEqual({
    upKbps: 200,
    downKbps: 380,
    lossUp: 5,
    lossDown: 5,
    jitterMs: 20,
    roundTripMs: 48,
    width: 1_280,
    height: 720,
    framesPerSecond: 25,
    freezes: 2,
  });
  expect(transportOf(now)).toBe('udp');
});

test('[NET8] the way of media is told: straight, by TCP or through a relay; untold while there is none', () => {
  const by = (candidate: object) =>
    at(
      0,
      { id: 'T', type: 'transport', selectedCandidatePairId: 'P' },
      { id: 'P', type: 'candidate-pair', localCandidateId: 'L' },
      { id: 'L', type: 'local-candidate', ...candidate },
    );
  expect(transportOf(by({ candidateType: 'prflx', protocol: 'tcp' }))).toBe('tcp');
  expect(transportOf(by({ candidateType: 'relay', protocol: 'udp' }))).toBe('relay');
  expect(transportOf(at(0))).toBeNull();
});

test('[NET9] a hall whose own line loses packets does not count as loss of this line', () => {
  const before = at(0, inbound('bad', 0, 0), inbound('good', 0, 0));
  const now = at(2_000, inbound('bad', 60, 40), inbound('good', 100, 0));
  expect(receptionBetween(before, now, new Set()).loss).toBe(0);
  expect(receptionBetween(at(0, inbound('bad', 0, 0)), at(2_000, inbound('bad', 60, 40)), new Set()).loss).toBe(40);
});

test('[NET10] a shared screen may stand still, a camera may not', () => {
  const still = (seconds: number) =>
    inbound('V', seconds === 0 ? 0 : 50, 0, { totalFreezesDuration: seconds, trackIdentifier: 'track-1' });
  expect(receptionBetween(at(0, still(0)), at(2_000, still(1)), new Set()).frozen).toBe(0.5);
  expect(receptionBetween(at(0, still(0)), at(2_000, still(1)), new Set(['track-1'])).frozen).toBeNull();
});

const saidBy = (device: string): Telemetry =>
  telemetrySchema.parse(telemetryOf({ ...READING, device: deviceSchema.parse(device) }));

test('[NET11] of several machines the hall’s own speaks for the bridge; a companion only while it is alone', () => {
  vi.useFakeTimers();
  const board = new TelemetryBoard();
  const shown = () => board.of(anGiang).get()?.device ?? null;
  const hear = (device: string) => board.heard({ bridgeId: anGiang, telemetry: saidBy(device) });
  hear('camera-1');
  expect(shown()).toBe('camera-1');
  hear('hall-1');
  expect(shown()).toBe('hall-1');
  hear('camera-1');
  hear('hall-2');
  expect(shown(), 'two machines do not take turns').toBe('hall-1');
  vi.advanceTimersByTime(7_000);
  expect(shown()).toBeNull();
  hear('camera-1');
  expect(shown()).toBe('camera-1');
  board.stop();
  vi.useRealTimers();
});
