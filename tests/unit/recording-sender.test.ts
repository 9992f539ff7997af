import { expect, test } from 'vitest';
import { type Piece, PieceSender, type PieceShelf } from '../../client/screens/recorder/piece-sender.ts';
import type { Fetched } from '../../client/sync/http.ts';
import { recordingIdSchema } from '../../shared/domain/ids.ts';

const recording = recordingIdSchema.parse('ghi-1');
const pieceOf = (part: number, piece: number): Piece => ({
  recording,
  part,
  piece,
  until: part * 100_000 + piece * 2_000,
  body: new Blob(['x']),
});
const refused = (status: number, code: string): Fetched<unknown> => ({ kind: 'refused', status, code, params: {} });
const OK: Fetched<unknown> = { kind: 'ok', value: null };
const names = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ part, piece }) => `${part}/${piece}`);

function shelfWith(...kept: Piece[]): PieceShelf & { readonly kept: Piece[] } {
  return {
    kept,
    put: async (piece) => void kept.push(piece),
    drop: async (piece) => void kept.splice(kept.indexOf(piece), 1),
    all: async () => [...kept],
  };
}

/** Answers in the order of the script, and everything after it with yes. */
function scripted(...answers: Fetched<unknown>[]) {
  const sent: Piece[] = [];
  const send = async (piece: Piece): Promise<Fetched<unknown>> => {
    sent.push(piece);
    return answers.shift() ?? OK;
  };
  return { sent, send };
}

const drained = async (sender: PieceSender): Promise<void> => {
  await expect.poll(() => sender.waiting.get(), { timeout: 5_000 }).toBe(0);
};

test('[REC7] pieces are sent one after the other; one that is not acknowledged is sent again before the next', async () => {
  const shelf = shelfWith();
  const { sent, send } = scripted(OK, { kind: 'offline' }, refused(503, 'journal-unavailable'));
  const sender = new PieceSender({ send, shelf });
  for (const piece of [1, 2, 3]) sender.add(pieceOf(1, piece));
  await drained(sender);
  expect(names(sent)).toEqual(['1/1', '1/2', '1/2', '1/2', '1/3']);
  expect(sender.acknowledged.get()).toBe(3);
  expect(shelf.kept).toEqual([]);
});

test('[REC8] what an earlier life of the page could not send is sent by the next, in its order', async () => {
  const { sent, send } = scripted();
  const sender = new PieceSender({ send, shelf: shelfWith(pieceOf(1, 8), pieceOf(1, 7)) });
  sender.add(pieceOf(2, 1));
  await expect.poll(() => sender.acknowledged.get()).toBe(3);
  expect(names(sent).filter((one) => one.startsWith('1/'))).toEqual(['1/7', '1/8']);
});

test('[REC9] a part that the server takes no more is given up, the next part is not', async () => {
  const shelf = shelfWith();
  const { sent, send } = scripted(refused(404, 'recording-unknown'));
  const sender = new PieceSender({ send, shelf });
  for (const piece of [pieceOf(1, 1), pieceOf(1, 2), pieceOf(2, 1)]) sender.add(piece);
  await drained(sender);
  expect(names(sent)).toEqual(['1/1', '2/1']);
  expect(sender.refused.get()).toBe('ghi-1/1');
  expect(shelf.kept).toEqual([]);
});

test('[SEC2] in a classified session a piece waits: what was recorded before it is sent after it', async () => {
  const { sent, send } = scripted(refused(403, 'classified'));
  const sender = new PieceSender({ send, shelf: shelfWith() });
  sender.add(pieceOf(1, 1));
  await drained(sender);
  expect(names(sent)).toEqual(['1/1', '1/1']);
  expect(sender.refused.get()).toBeNull();
});

test('[REC7] the line that is back ends the pause', async () => {
  const { sent, send } = scripted(...Array.from({ length: 4 }, (): Fetched<unknown> => ({ kind: 'offline' })));
  const sender = new PieceSender({ send, shelf: shelfWith() });
  sender.add(pieceOf(1, 1));
  const begun = performance.now();
  while (sender.waiting.get() > 0) {
    sender.hurry();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(sent.length).toBe(5);
  // Unhurried, the four pauses last 7.5 seconds.
  expect(performance.now() - begun).toBeLessThan(4_000);
});
