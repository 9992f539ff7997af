import { z } from 'zod';
import type { ConferenceId } from '../../../shared/domain/ids.ts';
import { recordingIdSchema } from '../../../shared/domain/ids.ts';
import type { Piece, PieceShelf } from './piece-sender.ts';

const STORE = 'pieces';

const keptSchema = z.object({
  recording: recordingIdSchema,
  part: z.int(),
  piece: z.int(),
  until: z.number(),
  body: z.instanceof(Blob),
});

const keyOf = ({ recording, part, piece }: Piece): IDBValidKey => [recording, part, piece];

/**
 * Pieces in the browser's own store: the page may crash, or be loaded again, while the server is away. Where the store
 * fails, the page's memory still holds them.
 */
export function createPieceShelf(conference: ConferenceId): PieceShelf {
  const opening = opened(`diemcau.recorder.${conference}`);
  const within = async <T, O>(act: (store: IDBObjectStore) => IDBRequest<T>, otherwise: O): Promise<T | O> => {
    try {
      const database = await opening;
      return await done(act(database.transaction(STORE, 'readwrite').objectStore(STORE)));
    } catch {
      return otherwise;
    }
  };
  return {
    put: async (piece) => {
      await within((store) => store.put(piece, keyOf(piece)), null);
    },
    drop: async (piece) => {
      await within((store) => store.delete(keyOf(piece)), null);
    },
    all: async () => {
      const kept = await within((store): IDBRequest<unknown[]> => store.getAll(), []);
      return kept.flatMap((one) => keptSchema.safeParse(one).data ?? []);
    },
  };
}

function opened(name: string): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE));
  const database = done(request);
  // Whoever asks hears of it; that nobody asked yet is no fault of the page.
  database.catch(() => undefined);
  return database;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('the store of the browser does not answer')),
    );
  });
