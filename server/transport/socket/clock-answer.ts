import { audiencesOf, STAFF } from '../../../shared/domain/audience.ts';
import type { ClockAck } from '../../../shared/protocol/hello.ts';
import { actorOf } from '../../application/seats.ts';
import type { ServerTime, SocketState } from './seat-socket.ts';

/** A smaller difference is what every clock has. */
const WORTH_TELLING_MS = 1_000;

/**
 * The server's time; the staff is told besides when somebody has set the clock of the machine. Not to a page of a release
 * that takes no word more in this answer: it would hold the line for dead.
 */
export function clockAnswer(line: Pick<SocketState, 'session' | 'isPacked'>, { now, offsetMs }: ServerTime): ClockAck {
  const isTold =
    line.isPacked && Math.abs(offsetMs) >= WORTH_TELLING_MS && audiencesOf(actorOf(line.session)).includes(STAFF);
  return isTold ? { now: now(), machineOffMs: Math.round(offsetMs) } : { now: now() };
}
