import type { MediaGateway } from '../media/media-gateway.ts';
import type { Journal } from '../store/journal.ts';
import type { JournalMeters, MediaMeters } from './meters.ts';

/** The same journal; how long each transaction takes is told. */
export const measuredJournal = (journal: Journal, meters: JournalMeters): Journal => ({
  ...journal,
  append: async (batch) => {
    const since = performance.now();
    const told = (outcome: Parameters<JournalMeters['appended']>[0]): void =>
      meters.appended(outcome, batch.events.length, performance.now() - since);
    try {
      const outcome = await journal.append(batch);
      told(outcome.ok ? 'kept' : 'raced');
      return outcome;
    } catch (cause) {
      told('refused');
      throw cause;
    }
  },
});

/** The same rooms; each call to LiveKit is told. One wrapper for each gateway that there is. */
export function measuredRooms(
  media: { readonly gateway: () => MediaGateway | null },
  meters: MediaMeters,
): () => MediaGateway | null {
  const known = new WeakMap<MediaGateway, MediaGateway>();
  return () => {
    const gateway = media.gateway();
    if (gateway === null) return null;
    const before = known.get(gateway);
    if (before !== undefined) return before;
    const wrapped = wrap(gateway, meters);
    known.set(gateway, wrapped);
    return wrapped;
  };
}

function wrap(gateway: MediaGateway, meters: MediaMeters): MediaGateway {
  const told = async <T>(call: string, made: () => Promise<T>): Promise<T> => {
    const since = performance.now();
    const tell = (outcome: 'ok' | 'failed'): void => meters.mediaCall(call, outcome, performance.now() - since);
    try {
      const answer = await made();
      tell('ok');
      return answer;
    } catch (cause) {
      tell('failed');
      throw cause;
    }
  };
  return {
    ensureRoom: (room) => told('ensureRoom', () => gateway.ensureRoom(room)),
    rooms: () => told('rooms', () => gateway.rooms()),
    closeRoom: (room) => told('closeRoom', () => gateway.closeRoom(room)),
    participants: (room) => told('participants', () => gateway.participants(room)),
    permit: (...args) => told('permit', () => gateway.permit(...args)),
    remove: (...args) => told('remove', () => gateway.remove(...args)),
    joinToken: (guest) => told('joinToken', () => gateway.joinToken(guest)),
  };
}
