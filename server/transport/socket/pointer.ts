import { type Pointer, type PointerSeen, pointerSchema } from '../../../shared/protocol/pointer.ts';
import { mayPoint } from '../../../shared/views/pointing.ts';
import { actorOf } from '../../application/seats.ts';
import { frameOf } from './frame.ts';
import { roomOfStream, type SeatSocket } from './seat-socket.ts';
import type { StreamSender } from './stream-sender.ts';

/** A screen draws no faster; what comes faster is dropped, but never that the finger is off. */
const POINTER_EVERY_MS = 45;

/** Where somebody points, to everybody who sees the desk: those who read `public`, and the staff. */
export function onPointer(socket: SeatSocket, raw: unknown, sender: StreamSender): void {
  const pointer = pointerSchema.safeParse(raw).data;
  if (pointer === undefined || !isDue(socket, pointer)) return;
  const { session, visits } = socket.data;
  const seen: PointerSeen = { by: session.bridgeId, at: pointer.at };
  for (const [conference, { desk }] of visits) {
    if (!mayPoint(actorOf(session), desk.state)) continue;
    // A point that is lost is followed by the next; the last word is not.
    const sending = { isVolatile: seen.at !== null, except: socket.id };
    for (const stream of ['public', 'staff'] as const) {
      sender.toRoom(roomOfStream(conference, stream), () => frameOf('pointer', seen), sending);
    }
  }
}

function isDue(socket: SeatSocket, { at }: Pointer): boolean {
  const { pointer } = socket.data;
  const now = performance.now();
  if (at === null ? !pointer.isOn : now - pointer.at < POINTER_EVERY_MS) return false;
  socket.data.pointer = { isOn: at !== null, at: now };
  return true;
}
