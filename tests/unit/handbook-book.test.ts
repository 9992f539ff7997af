import { expect, test } from 'vitest';
import { handbookAddress, typedBadge } from '../../client/handbook/address.ts';
import type { Asked, AskedFile } from '../../client/handbook/ask.ts';
import { Book } from '../../client/handbook/book.ts';
import type { BookShelf } from '../../client/handbook/book-state.ts';
import { changeSentence } from '../../client/handbook/changes.ts';
import type { Kept } from '../../client/handbook/shelf.ts';
import { handbookLink, readPicture, readTyped } from '../../client/parts/badge-text.ts';
import { handbookText as words } from '../../client/text/vi/handbook.ts';
import { ballotIdSchema, bridgeIdSchema, delegateIdSchema, documentIdSchema } from '../../shared/domain/ids.ts';
import type { HandbookAck, HandbookDocument, HandbookOwn, HandbookView } from '../../shared/protocol/handbook.ts';
import { MINUTE, NOW } from '../support/builders.ts';

const BADGE = 'A0B1C2D3E4F5GH7J';
const view = (rest: Partial<HandbookView> = {}): HandbookView => ({
  title: 'Hội nghị thử',
  organiser: 'Ban Tổ chức',
  date: '2026-11-22',
  phase: 'live',
  forgetAt: null,
  classified: null,
  live: null,
  upcoming: null,
  floor: null,
  next: null,
  notices: [],
  programme: [],
  documents: [],
  ballots: [],
  ...rest,
});
const own: HandbookOwn = {
  delegateId: delegateIdSchema.parse('d-1'),
  badge: BADGE,
  fullName: 'Lê Thị Ẩm Ưu',
  positions: [],
  homeUnit: 'Đảng ủy xã',
  delegation: 'Đảng bộ tỉnh',
  seat: 'A12',
  bridge: { bridgeId: bridgeIdSchema.parse('an-giang'), name: 'Điểm cầu An Giang', room: null },
  present: true,
  voted: [],
  feedbackLeft: 5,
};
const report = (rest: Partial<HandbookDocument> = {}): HandbookDocument => ({
  documentId: documentIdSchema.parse('bao-cao'),
  title: 'Báo cáo',
  circulation: null,
  itemId: null,
  kind: 'slides',
  pages: 2,
  bytes: 1_000,
  watermark: false,
  keeps: true,
  ...rest,
});

class MemoryShelf implements BookShelf {
  readonly kept = new Map<string, Kept>();
  readonly put = async (path: string, blob: Blob, at: number): Promise<void> => void this.kept.set(path, { blob, at });
  readonly get = async (path: string): Promise<Kept | null> => this.kept.get(path) ?? null;
  readonly paths = async (): Promise<readonly string[]> => [...this.kept.keys()];
  readonly drop = async (paths: readonly string[]): Promise<void> => {
    for (const path of paths) this.kept.delete(path);
  };
  readonly clear = async (): Promise<void> => this.kept.clear();
}

const ok = <T>(value: T, etag = '"1"'): Asked<T> => ({ kind: 'ok', value, etag });

/** A phone whose server answers as the test says. */
function phone(shelf = new MemoryShelf()) {
  const answers = {
    view: ok<HandbookView>(view()),
    own: ok<HandbookOwn>(own),
    file: { kind: 'ok', value: { blob: new Blob(['trang']), mayKeep: true }, etag: null } as Asked<AskedFile>,
    tell: { ok: true } as HandbookAck | 'offline',
  };
  const clock = { now: NOW };
  const asked: (string | null)[] = [];
  const told: object[] = [];
  const book = new Book({
    badge: BADGE,
    shelf,
    now: () => clock.now,
    newId: () => 'id',
    line: {
      view: async (etag) => {
        asked.push(etag);
        return answers.view;
      },
      own: async () => answers.own,
      file: async () => answers.file,
      tell: async (_, body) => {
        told.push(body);
        return answers.tell;
      },
    },
  });
  return { book, answers, clock, shelf, asked, told };
}

const OFFLINE = { kind: 'offline' } as const;

test('[HBK40] what was seen last is shown at once and said to be a copy, until the server answers', async () => {
  const before = phone();
  await before.book.open();
  expect(before.book.state()).toMatchObject({ standing: 'here', keptAt: null, own: { seat: 'A12' } });
  const later = phone(before.shelf);
  later.clock.now = NOW + 10 * MINUTE;
  later.answers.view = OFFLINE;
  await later.book.open();
  expect(later.book.state()).toMatchObject({ view: view(), own, keptAt: NOW, isOffline: true });
  later.answers.view = ok(view({ phase: 'adjourned' }));
  await later.book.refresh();
  expect(later.book.state()).toMatchObject({ view: { phase: 'adjourned' }, keptAt: null, isOffline: false });
});

test('[HBK41] it asks by the mark of what it has, and what is the same needs no drawing', async () => {
  const { book, answers, asked } = phone();
  await book.open();
  answers.view = { kind: 'same' };
  let drawn = 0;
  book.subscribe(() => drawn++);
  await book.refresh();
  expect([asked, drawn]).toEqual([[null, '"1"'], 0]);
});

test.each([
  ['a badge that is none any more', { kind: 'refused', status: 404, code: 'badge-unknown' }, 'gone'],
  ['a sign-in that is over', { kind: 'refused', status: 401, code: 'signed-out' }, 'shut'],
  ['a conference that was over a day ago', ok(view({ phase: 'closed', forgetAt: NOW })), 'forgotten'],
] as const)('[HBK42] %s clears what was kept', async (_, answer, standing) => {
  const { book, answers, shelf } = phone();
  await book.open();
  await book.pages.page(report(), 1);
  expect([...shelf.kept.keys()]).toEqual(['view', 'own', 'documents/bao-cao/pages/1']);
  answers.view = answer;
  await book.refresh();
  expect([book.state().standing, book.state().view, shelf.kept.size]).toEqual([standing, null, 0]);
});

test('[HBK42] without a network too, what was over a day ago is not shown again', async () => {
  const { book, answers, shelf } = phone();
  answers.view = ok(view({ phase: 'closed', forgetAt: NOW + MINUTE }));
  await book.open();
  const later = phone(shelf);
  later.clock.now = NOW + 2 * MINUTE;
  later.answers.view = OFFLINE;
  await later.book.open();
  expect([later.book.state().view, shelf.kept.size]).toEqual([null, 0]);
});

test('[HBK43] a server in trouble takes nothing away: the copy stays and is called one', async () => {
  const { book, answers, shelf } = phone();
  await book.open();
  for (const status of [429, 500, 503]) {
    answers.view = { kind: 'refused', status, code: 'internal' };
    await book.refresh();
    expect(book.state()).toMatchObject({ standing: 'here', keptAt: NOW });
    expect(shelf.kept.size).toBe(2);
  }
});

test('[HBK44] when a classified session begins nothing stays on the phone, and nothing comes to it', async () => {
  const { book, answers, shelf } = phone();
  await book.open();
  answers.view = ok(view({ classified: { since: NOW, until: null } }));
  answers.own = ok({ ...own, seat: 'B7' });
  await book.refresh();
  expect([book.state().own?.seat, shelf.kept.size]).toEqual(['B7', 0]);
});

test('[HBK45] pages of a paper that may be kept are there without a network; of any other none, whoever says it', async () => {
  const { book, answers, shelf } = phone();
  await book.pages.keepAhead(report(), () => false);
  expect([...shelf.kept.keys()]).toEqual(['documents/bao-cao/pages/1', 'documents/bao-cao/pages/2']);
  answers.file = OFFLINE;
  expect(await book.pages.page(report(), 2)).toMatchObject({ kind: 'page', keptAt: NOW });
  expect(await book.pages.page(report(), 3)).toEqual({ kind: 'offline' });
  // Bound since then: the copy is not shown any more, and goes with the next view.
  expect(await book.pages.page(report({ keeps: false }), 2)).toEqual({ kind: 'offline' });
  await book.pages.dropOthers([report({ keeps: false })]);
  expect(shelf.kept.size).toBe(0);
  answers.file = { kind: 'ok', value: { blob: new Blob(['trang']), mayKeep: false }, etag: null };
  await book.pages.keepAhead(report(), () => false);
  answers.file = { kind: 'ok', value: { blob: new Blob(['trang']), mayKeep: true }, etag: null };
  await book.pages.keepAhead(report({ keeps: false }), () => false);
  expect(shelf.kept.size).toBe(0);
});

test('[HBK45] a paper that was withdrawn is refused, though a copy was kept, and the copy goes', async () => {
  const { book, answers, shelf } = phone();
  answers.view = ok(view({ documents: [report()] }));
  await book.open();
  await book.pages.page(report(), 1);
  answers.file = { kind: 'refused', status: 404, code: 'document-unknown' };
  expect(await book.pages.page(report(), 1)).toEqual({ kind: 'refused', code: 'document-unknown' });
  answers.view = ok(view(), '"2"');
  await book.refresh();
  expect([...shelf.kept.keys()]).toEqual(['view', 'own']);
});

test('[HBK46] of a vote the phone keeps nothing: neither what was answered nor that it was sent', async () => {
  const { book, shelf, told } = phone();
  await book.open();
  const ballotId = ballotIdSchema.parse('nghi-quyet');
  expect(await book.vote({ id: 'v-1', ballotId, option: 2 })).toEqual({ ok: true });
  expect(told).toEqual([{ id: 'v-1', ballotId, option: 2 }]);
  const kept = await Promise.all([...shelf.kept.values()].map(({ blob }) => blob.text()));
  expect(kept.join()).not.toContain('option');
});

test('[HBK47] a change is one sentence; what is as before is none', () => {
  const floor = { bridge: 'Điểm cầu An Giang', fullName: 'Lê Hồng Quang', positions: [], subject: 's' };
  const speaking = { ...floor, status: 'speaking', isQuestion: false, since: NOW } as const;
  const ballot = {
    ballotId: ballotIdSchema.parse('nghi-quyet'),
    question: 'Thông qua Nghị quyết',
    manner: 'open',
    options: ['Có', 'Không'],
    stage: 'open',
    result: null,
  } as const;
  const said = (before: Partial<HandbookView>, after: Partial<HandbookView>) =>
    changeSentence(view(before), view(after), words);
  expect(said({}, {})).toBeNull();
  expect(said({}, { floor: speaking })).toBe('Lê Hồng Quang đang phát biểu tại Điểm cầu An Giang.');
  expect(said({ floor: speaking }, { floor: { ...speaking, status: 'paused' } })).toBeNull();
  expect(said({ floor: { ...speaking, status: 'paused' } }, { floor: speaking })).toBeNull();
  expect(said({}, { live: { title: 'Thảo luận', since: NOW, lateMinutes: 0 } })).toBe('Đang diễn ra: Thảo luận.');
  expect(said({}, { ballots: [ballot], floor: speaking })).toBe('Mở biểu quyết: Thông qua Nghị quyết');
  expect(said({ ballots: [ballot] }, { ballots: [{ ...ballot, stage: 'closed' }] })).toBeNull();
  expect(said({}, { documents: [report()] })).toBe('Có tài liệu mới: Báo cáo.');
});

test('[HBK48] the address names the conference before the sign and the badge behind it', () => {
  const of = (pathname: string, hash = '') => handbookAddress({ pathname, hash });
  expect(of('/s/hn-1', `#${BADGE}`)).toEqual({ conference: 'hn-1', badge: BADGE });
  expect(of('/s/hn-1', '#a0b1-c2d3 e4f5.gh7j')).toEqual({ conference: 'hn-1', badge: BADGE });
  expect(of('/s/hn-1')).toEqual({ conference: 'hn-1', badge: null });
  for (const path of ['/s', '/s/', '/s/../c', '/c/hn-1']) expect(of(path)).toBeNull();
  expect(['', 'short', '<script>', 'DCP:A0B1C2D3E4F5GH7J'].map(typedBadge)).toEqual([null, null, null, BADGE]);
});

test('[HBK49] the code that is printed opens the handbook, and the door reads the badge in it', () => {
  const link = handbookLink('https://diem-cau.vn', 'hn-1', BADGE);
  expect(link).toBe(`https://diem-cau.vn/s/hn-1#${BADGE}`);
  expect(readPicture(link)).toEqual({ badge: BADGE, way: 'badge' });
  expect(readTyped(link)).toEqual({ badge: BADGE, way: 'badge' });
  for (const other of ['https://diem-cau.vn/s/hn-1', 'https://diem-cau.vn/c/hn-1#A0B1C2D3E4F5GH7J', `${link}?a=1`]) {
    expect(readPicture(other)).toBeNull();
  }
});
