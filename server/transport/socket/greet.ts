import { audiencesOf } from '../../../shared/domain/audience.ts';
import type { HelloAck } from '../../../shared/protocol/hello.ts';
import { streamOf } from '../../../shared/protocol/stream.ts';
import { PROTOCOL_VERSION } from '../../../shared/protocol/version.ts';
import type { ConferenceDesk } from '../../application/conference-desk.ts';
import { resume } from '../../application/resume.ts';
import { actorOf } from '../../application/seats.ts';
import { type GatewayOptions, roomOfStream, type SeatSocket } from './seat-socket.ts';

/** Joins the streams of the seat and sends what was missed: in one synchronous turn, so that nothing falls between. */
export function greet(
  socket: SeatSocket,
  desk: ConferenceDesk,
  since: Readonly<Record<string, number>>,
  { build, partsOf }: GatewayOptions,
): HelloAck {
  const { session } = socket.data;
  const audiences = audiencesOf(actorOf(session));
  for (const audience of audiences) {
    void socket.join(roomOfStream(desk.id, streamOf(audience)));
    const resumed = resume(desk, audience, since[streamOf(audience)]);
    if (resumed.kind === 'patch') socket.emit('patch', resumed.patch);
    else socket.emit('snapshot', resumed.snapshot);
  }
  if (!socket.data.visits.has(desk.id)) {
    const leave =
      session.seat === 'operator' && session.bridgeId !== null
        ? partsOf(desk.id)?.links.join(session.bridgeId)
        : undefined;
    socket.data.visits.set(desk.id, { desk, leave: leave ?? (() => undefined) });
  }
  return {
    ok: true,
    seat: session.seat,
    bridgeId: session.bridgeId,
    streams: audiences.map(streamOf),
    protocol: PROTOCOL_VERSION,
    build,
  };
}
