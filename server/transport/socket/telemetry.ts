import type { Seat } from '../../../shared/domain/actor.ts';
import { mayUse } from '../../../shared/domain/capabilities.ts';
import type { BridgeId } from '../../../shared/domain/ids.ts';
import { telemetrySchema } from '../../../shared/protocol/telemetry.ts';
import { frameOf } from './frame.ts';
import { type GatewayOptions, roomOfStream, type SeatSocket } from './seat-socket.ts';
import type { StreamSender } from './stream-sender.ts';

/** A screen measures itself once a second; what comes faster is dropped. */
const TELEMETRY_EVERY_MS = 450;

/** To the staff as it came, and to the watch over the lines; in a classified session to nobody. */
export function onTelemetry(
  socket: SeatSocket,
  raw: unknown,
  { partsOf }: Pick<GatewayOptions, 'partsOf'>,
  sender: StreamSender,
): void {
  const { session, visits, telemetryAt } = socket.data;
  const now = performance.now();
  if (now - telemetryAt < TELEMETRY_EVERY_MS) return;
  const telemetry = telemetrySchema.safeParse(raw).data;
  const { bridgeId, seat } = session;
  if (telemetry === undefined || !isBridgeSeat(seat, bridgeId)) return;
  socket.data.telemetryAt = now;
  for (const [conference, { desk }] of visits) {
    if (desk.state.conference.classifiedSince !== null) continue;
    const frame = () => frameOf('telemetry', { bridgeId, telemetry });
    sender.toRoom(roomOfStream(conference, 'staff'), frame, { isVolatile: true, except: socket.id });
    partsOf(conference)?.watch.observe(bridgeId, telemetry);
  }
}

const isBridgeSeat = (seat: Seat, bridgeId: BridgeId | null): bridgeId is BridgeId =>
  mayUse({ seat, bridgeId }, 'standAtBridge');
