import { useEffect } from 'react';
import type { Device } from '../../shared/domain/lines/device.ts';
import type { PictureLimit } from '../../shared/domain/onair/onair.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { useSync } from '../sync/conference-context.ts';
import type { LineReading } from './line-meter.ts';
import { type Media, useMedia } from './media-context.ts';
import type { RoomStatus } from './media-room.ts';
import type { CaptureStatus, OwnDevices } from './own-capture-store.ts';
import { OwnPictureWatch } from './own-picture-watch.ts';
import type { SeenPicture } from './picture-judgement.ts';
import type { Sending } from './publish.ts';

const EVERY_MS = 1_000;

/** Tells the staff each second how it goes with this machine's picture, sound and line. Draws nothing. */
export function SendTelemetry() {
  const media = useMedia();
  const sync = useSync();
  useEffect(() => {
    const watch = new OwnPictureWatch(media.capture);
    const timer = setInterval(() => {
      // A phone that stands in no room has nothing to say of the bridge's picture and sound.
      if (media.kind === 'phone' && media.stage.room.get() === null) return;
      const telemetry = telemetryOf(readingOf(media, watch.seen, sync.time.machineAheadMs()));
      if (telemetry !== null) sync.sendTelemetry(telemetry);
    }, EVERY_MS);
    return () => {
      clearInterval(timer);
      watch.close();
    };
  }, [media, sync]);
  return null;
}

export interface OwnReading {
  readonly devices: Pick<OwnDevices, 'camera' | 'microphone'>;
  readonly sending: Pick<Sending, 'camera' | 'microphone'>;
  readonly level: number;
  readonly status: RoomStatus;
  readonly device: Device;
  readonly picture: SeenPicture;
  readonly line: LineReading;
  readonly clockOffsetMs: number | null;
  readonly reception: PictureLimit;
}

const readingOf = (media: Media, picture: SeenPicture, clockOffsetMs: number | null): OwnReading => ({
  devices: media.capture.devices.get(),
  sending: eitherOf(media.sending.get(), media.privately.get()),
  level: media.capture.meter.takeLoudest(),
  status: media.stage.status.get(),
  device: media.device,
  picture,
  line: media.line.reading.get(),
  clockOffsetMs,
  reception: media.line.limit.get(),
});

/** What is sent is sent, to the stage or in private: a check asks whether it sounds. */
const eitherOf = (stage: Sending, privately: Sending): OwnReading['sending'] => ({
  camera: stage.camera || privately.camera,
  microphone: stage.microphone || privately.microphone,
});

/** Nothing is said until the devices have answered ("missing" would be a guess), nor while nobody needs them. */
export function telemetryOf({ devices, sending, status, line, ...measured }: OwnReading): Telemetry | null {
  const said = [devices.camera, devices.microphone];
  if (said.includes('starting') || said.every((one) => one === 'off')) return null;
  return {
    ...measured,
    camera: wordOf(devices.camera, { live: sending.camera ? 'live' : 'off', off: 'off' }),
    // A companion has no microphone to miss.
    microphone: wordOf(devices.microphone, { live: sending.microphone ? 'live' : 'ready', off: 'ready' }),
    picture: devices.camera === 'live' ? measured.picture : 'none',
    figures: line.figures,
    transport: line.transport,
    media: status === 'connected' || status === 'reconnecting' ? status : 'disconnected',
  };
}

/** `starting` was left before. */
function wordOf<Live extends string>(
  status: CaptureStatus,
  words: { readonly live: Live; readonly off: Live },
): Live | 'missing' | 'refused' {
  if (status === 'live') return words.live;
  return status === 'missing' || status === 'refused' ? status : words.off;
}
