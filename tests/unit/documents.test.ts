import { describe, expect, test } from 'vitest';
import { createPointing } from '../../client/parts/documents/pointing.ts';
import { turnTo } from '../../client/parts/documents/turn-to.ts';
import { UploadDesk, type UploadWays } from '../../client/parts/documents/upload-desk.ts';
import type { SendingDocument } from '../../client/sync/documents.ts';
import type { Fetched } from '../../client/sync/http.ts';
import { boundedRatio, scaleOf } from '../../server/documents/page-measure.ts';
import { documentIdSchema } from '../../shared/domain/ids.ts';
import type { SlidesOnDesk } from '../../shared/domain/onair/document-on-desk.ts';
import type { Pointer } from '../../shared/protocol/pointer.ts';
import type { DocumentUpload } from '../../shared/protocol/technical.ts';

const documentId = documentIdSchema.parse('d');
const slides = (page: number): SlidesOnDesk => ({
  kind: 'slides',
  documentId,
  pages: 3,
  ratio: 1.78,
  page,
  presenter: null,
});

test('[DOC19] a press names the page that it was made on, and there is none before the first or after the last', () => {
  expect(turnTo(slides(2), 3)).toEqual({ type: 'turnPage', documentId, page: 3, expectedPage: 2 });
  expect([turnTo(slides(1), 0), turnTo(slides(3), 4), turnTo(slides(2), 2), turnTo(slides(2), Number.NaN)]).toEqual([
    null,
    null,
    null,
    null,
  ]);
});

test('[DOC20] a finger is sent thinned out, and its end once and at once', () => {
  const sent: Pointer[] = [];
  let now = 0;
  const pointing = createPointing(
    (pointer) => void sent.push(pointer),
    () => now,
  );
  pointing.off();
  for (; now < 1_000; now += 10) pointing.move({ x: now / 1_000, y: 0.5 });
  expect(sent).toHaveLength(20);
  pointing.off();
  pointing.off();
  expect(sent.slice(20)).toEqual([{ at: null }]);
});

test('a page is drawn as large as a wall can show, and a strip stays a strip that can be laid out', () => {
  expect(scaleOf({ width: 1_280, height: 720 }, 2_560)).toBe(2);
  expect(scaleOf({ width: 595, height: 842 }, 2_560)).toBeCloseTo(2_560 / 842);
  expect([boundedRatio(100_000), boundedRatio(0.000_01), boundedRatio(16 / 9)]).toEqual([10, 0.1, 1.7778]);
});

/** A server that answers as told, and a clock that turns by hand. */
function ways() {
  const answers: ((answer: Fetched<DocumentUpload | null>) => void)[] = [];
  const progress: ((bytes: number) => void)[] = [];
  const stopped: number[] = [];
  const cancelled: string[] = [];
  let uploads: Fetched<readonly DocumentUpload[]> = { kind: 'ok', value: [] };
  let due: (() => void) | null = null;
  const made: UploadWays = {
    send: (_file, onSent): SendingDocument => {
      const index = answers.length;
      progress.push(onSent);
      const answer = new Promise<Fetched<DocumentUpload | null>>((resolve) => void answers.push(resolve));
      return { answer, stop: () => void stopped.push(index) };
    },
    uploads: () => Promise.resolve(uploads),
    cancel: (id) => Promise.resolve(cancelled.push(id)),
    later: (act) => {
      due = act;
      return () => {
        due = null;
      };
    },
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  return {
    made,
    answers,
    progress,
    stopped,
    cancelled,
    settle,
    isAsking: () => due !== null,
    say: async (next: Fetched<readonly DocumentUpload[]>) => {
      uploads = next;
      due?.();
      await settle();
    },
  };
}

const upload = (facts: Partial<DocumentUpload> = {}): DocumentUpload => ({
  id: 'one',
  name: 'a.pdf',
  state: 'reading',
  done: null,
  of: null,
  documentId: null,
  reason: null,
  ...facts,
});
const file = new File(['12345'], 'a.pdf');
const ok = (value: readonly DocumentUpload[]) => ({ kind: 'ok', value }) as const;

describe('[DOC21] an upload is followed from the first byte to the last page', () => {
  test('it is sent, read and gone from the list once it stands among the documents', async () => {
    const server = ways();
    const desk = new UploadDesk(server.made);
    await server.settle();
    expect(server.isAsking()).toBe(false);
    desk.send(file);
    server.progress[0]?.(3);
    expect(desk.board.get().sending).toEqual([{ key: 1, name: 'a.pdf', bytes: 5, sent: 3 }]);
    await server.say(ok([upload()]));
    server.answers[0]?.({ kind: 'ok', value: upload() });
    await server.settle();
    expect(desk.board.get()).toMatchObject({ sending: [], reading: [{ id: 'one', done: null }] });
    await server.say(ok([upload({ done: 2, of: 3 })]));
    expect(desk.board.get().reading).toMatchObject([{ done: 2, of: 3 }]);
    await server.say(ok([upload({ state: 'ready', documentId })]));
    expect(desk.board.get()).toEqual({ sending: [], reading: [], failed: [] });
    expect(server.isAsking()).toBe(false);
  });

  test('what failed under its eyes is said once with its reason; what failed before is no news', async () => {
    const server = ways();
    await server.say(ok([upload({ id: 'old', state: 'failed', reason: 'protected' })]));
    const desk = new UploadDesk(server.made);
    await server.settle();
    expect(desk.board.get().failed).toEqual([]);
    desk.send(file);
    await server.say(ok([upload({ state: 'failed', reason: 'damaged' })]));
    server.answers[0]?.({ kind: 'ok', value: upload() });
    await server.settle();
    expect(desk.board.get().failed).toEqual([{ key: 'one', name: 'a.pdf', code: 'damaged', params: {} }]);
    desk.send(file);
    server.answers[1]?.({ kind: 'refused', status: 413, code: 'file-too-large', params: { max: 1 } });
    desk.send(file);
    server.answers[2]?.({ kind: 'offline' });
    await server.settle();
    expect(desk.board.get().failed.map(({ code }) => code)).toEqual(['damaged', 'file-too-large', 'offline']);
    desk.dismiss('one');
    expect(desk.board.get().failed.map(({ code }) => code)).toEqual(['file-too-large', 'offline']);
  });

  test('whoever stops it hears nothing more of it', async () => {
    const server = ways();
    const desk = new UploadDesk(server.made);
    await server.settle();
    desk.send(file);
    desk.stop(1);
    server.answers[0]?.({ kind: 'offline' });
    await server.settle();
    expect([server.stopped, desk.board.get()]).toEqual([[0], { sending: [], reading: [], failed: [] }]);
    desk.send(file);
    await server.say(ok([upload()]));
    server.answers[1]?.({ kind: 'ok', value: upload() });
    await server.settle();
    desk.cancel('one');
    expect([server.cancelled, desk.board.get().reading]).toEqual([['one'], []]);
    await server.say(ok([upload({ state: 'failed', reason: 'damaged' })]));
    expect(desk.board.get().failed).toEqual([]);
  });
});
