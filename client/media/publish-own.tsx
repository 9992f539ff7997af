import { useEffect, useRef } from 'react';
import { deviceSchema } from '../../shared/domain/lines/device.ts';
import type { Telemetry } from '../../shared/protocol/telemetry.ts';
import { useSync } from '../sync/conference-context.ts';
import { useReadable } from '../sync/use-readable.ts';
import { deviceName } from './device-name.ts';
import { useMedia } from './media-context.ts';
import type { OwnDevices } from './own-capture-store.ts';
import { Publisher, type Sending } from './publish.ts';
import type { RoomStatus } from './stage-room.ts';

const TELEMETRY_MS = 1_000;

/** Sends what is captured into the room, and tells the staff each second how it goes. Draws nothing. */
export function PublishOwn() {
  const { stage, capture } = useMedia();
  const sync = useSync();
  const room = useReadable(stage.room);
  const publisher = useRef<Publisher | null>(null);
  useEffect(() => {
    if (room === null) return;
    const opened = new Publisher(room, capture);
    publisher.current = opened;
    return () => {
      publisher.current = null;
      opened.close();
    };
  }, [room, capture]);
  useEffect(() => {
    const timer = setInterval(() => {
      const sending = publisher.current?.sending.get() ?? { camera: false, microphone: false };
      const telemetry = telemetryOf(capture.devices.get(), sending, {
        level: capture.meter.takeLoudest(),
        status: stage.status.get(),
      });
      if (telemetry !== null) sync.sendTelemetry(telemetry);
    }, TELEMETRY_MS);
    return () => clearInterval(timer);
  }, [capture, stage, sync]);
  return null;
}

/** Nothing is said until the devices have answered: "missing" would be a guess. */
export function telemetryOf(
  { camera, microphone }: Pick<OwnDevices, 'camera' | 'microphone'>,
  sending: Sending,
  { level, status }: { readonly level: number; readonly status: RoomStatus },
): Telemetry | null {
  if (camera === 'starting' || microphone === 'starting') return null;
  return {
    camera: camera === 'live' ? (sending.camera ? 'live' : 'off') : camera,
    microphone: microphone === 'live' ? (sending.microphone ? 'live' : 'ready') : microphone,
    level,
    device: deviceSchema.parse(deviceName(true)),
    picture: 'moving',
    figures: null,
    transport: null,
    clockOffsetMs: null,
    reception: 'full',
    media: status === 'connected' || status === 'reconnecting' ? status : 'disconnected',
  };
}
