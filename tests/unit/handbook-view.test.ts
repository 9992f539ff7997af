import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HandbookPages } from '../../server/application/handbook-pages.ts';
import { handbookView, KEPT_AFTER_MS } from '../../server/application/handbook-view.ts';
import { PUBLIC, redactState } from '../../shared/domain/audience.ts';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { evolve } from '../../shared/domain/evolve.ts';
import { documentIdSchema, feedbackIdSchema } from '../../shared/domain/ids.ts';
import { type ConferenceState, initialState } from '../../shared/domain/state.ts';
import type { HandbookView } from '../../shared/protocol/handbook.ts';
import { BALLOT, ballotClosed, ballotOpened, ballotPublished, put } from '../support/ballot-builders.ts';
import {
  anGiang,
  closed,
  conferenceId,
  created,
  delegateId,
  details,
  halls,
  itemAdded,
  itemId,
  itemStarted,
  MINUTE,
  NOW,
  opened,
  person,
  quangBinh,
  rowAdded,
  speechId,
} from '../support/builders.ts';
import { hold, recordsConductArbitrary } from '../support/conduct.ts';
import { about } from '../support/records-builders.ts';
import { began, called, paper } from '../support/speech-builders.ts';

const at = NOW;
const SECRET = 'KHÔNG AI NGOÀI BAN THƯ KÝ';

const after = (...history: readonly (ConferenceEvent | readonly ConferenceEvent[])[]): ConferenceState =>
  history.flat().reduce(evolve, initialState);

const begun = [created, halls, opened];
const file = (name: string) => ({
  documentId: documentIdSchema.parse(name),
  name: `${name}.pdf`,
  bridgeId: null,
  bytes: 1_000,
  hash: null,
  kind: 'slides' as const,
  pages: 3,
  ratio: 1.5,
});

function seen(state: ConferenceState, now = NOW): HandbookView {
  const view = handbookView(state, now);
  if (view === null) throw new Error('there is no conference');
  return view;
}

test('[HBK30] it says what is live, who speaks, who is next, and the programme with its three times', () => {
  const [first, second] = [itemId('thao-luan'), itemId('ket-luan')];
  const state = after(
    begun,
    rowAdded(itemId('phan-1'), { row: 'group', title: 'Phần thứ nhất', targetMs: null }),
    itemAdded(first, { kind: 'discussion', title: 'Thảo luận' }, person('Trưởng Ban', 'p-2')),
    itemAdded(second, { title: 'Kết luận', start: NOW + 10 * MINUTE }),
    itemStarted(first),
    paper(speechId('bai-1'), anGiang),
    paper(speechId('bai-2'), quangBinh, { speaker: person('Bí thư Tỉnh ủy', 'p-3') }),
    called(speechId('bai-1')),
    began(speechId('bai-1'), NOW + 20_000),
  );
  const view = seen(state, NOW + MINUTE);
  expect(view).toMatchObject({
    title: details.title,
    phase: 'live',
    live: { title: 'Thảo luận', since: NOW },
    upcoming: { title: 'Kết luận' },
    floor: { bridge: 'Điểm cầu tỉnh An Giang', status: 'speaking', isQuestion: false, since: NOW + 20_000 },
    next: { bridge: 'Điểm cầu tỉnh Quảng Bình', fullName: null, positions: ['Bí thư Tỉnh ủy'] },
    classified: null,
    forgetAt: null,
  });
  expect(view.programme.map(({ row, title }) => [row, title])).toEqual([
    ['group', 'Phần thứ nhất'],
    ['item', 'Thảo luận'],
    ['item', 'Kết luận'],
  ]);
  const item = view.programme[1];
  expect(item?.row === 'item' && [item.status, item.planned.start, item.expected.start]).toEqual(['live', NOW, NOW]);
});

test('[HBK31] recess, announced delay, adjournment and rehearsal stand in it as notices', () => {
  const recess = itemId('giai-lao');
  const state = after(
    begun,
    itemAdded(recess, { kind: 'recess', title: 'Giải lao' }),
    itemStarted(recess),
    { type: 'delayAnnounced', at, delayMs: 15 * MINUTE },
    { type: 'conferenceAdjourned', at },
  );
  const kinds = seen(state).notices;
  expect(kinds).toEqual([
    { kind: 'adjourned' },
    { kind: 'recess', title: 'Giải lao', until: NOW + 10 * MINUTE },
    { kind: 'delay', minutes: 15 },
  ]);
  const rehearsalOf = { conference: conferenceId('chinh-thuc'), clockOffsetMs: 3_600_000 };
  const rehearsal = { ...state, conference: { ...state.conference, rehearsalOf } };
  expect(seen(rehearsal).notices[0]).toEqual({ kind: 'rehearsal' });
});

test('[HBK32] it stays on phones for a day after the end, by the phone’s clock also of a rehearsal', () => {
  const state = after(begun, closed);
  expect(seen(state)).toMatchObject({ phase: 'closed', next: null, upcoming: null, forgetAt: NOW + KEPT_AFTER_MS });
  const rehearsalOf = { conference: conferenceId('chinh-thuc'), clockOffsetMs: 3_600_000 };
  const rehearsal = { ...state, conference: { ...state.conference, rehearsalOf } };
  expect(seen(rehearsal).forgetAt).toBe(NOW - 3_600_000 + KEPT_AFTER_MS);
});

test('[HBK33] nothing that was kept from the public is in it, wherever it was planted', () => {
  const technician = { personId: person('x').personId, fullName: SECRET, positions: [SECRET], phone: '0900 000 009' };
  const secretItem = itemId('muc');
  const planted = after(
    begun,
    { type: 'bridgeStaffAssigned', at, bridgeId: anGiang, room: null, chairs: [], technician },
    itemAdded(secretItem),
    { type: 'cuesScripted', at, itemId: secretItem, cues: [] },
    { type: 'documentAdded', at, file: { ...file('chua-phat-hanh'), name: SECRET } },
    {
      type: 'documentDescribed',
      at,
      documentId: file('chua-phat-hanh').documentId,
      owner: null,
      about: about({ title: SECRET }),
    },
    {
      type: 'documentReleased',
      at,
      released: {
        file: file('cho-diem-cau'),
        about: about({ title: SECRET }),
        to: { kind: 'bridges', bridgeIds: [anGiang] },
      },
    },
    put({ question: SECRET }).slice(0, 1),
    {
      type: 'feedbackGiven',
      at,
      feedback: { feedbackId: feedbackIdSchema.parse('y-1'), delegateId: delegateId('d-1'), text: SECRET },
    },
    paper(speechId('bai-1'), anGiang, { override: { reason: SECRET } }),
  );
  expect(JSON.stringify(planted.documents)).toContain(SECRET);
  expect(JSON.stringify(planted.ballots)).toContain(SECRET);
  expect(JSON.stringify(seen(planted))).not.toContain(SECRET);
  // The control: what was given out to delegates is there.
  const released = { file: file('bao-cao'), about: about({ title: SECRET }), to: { kind: 'delegates' } as const };
  expect(JSON.stringify(seen(evolve(planted, { type: 'documentReleased', at, released })))).toContain(SECRET);
});

test('[HBK33] it is the same made of everything and of what the public may know, however the conference was held', () => {
  fc.assert(
    fc.property(recordsConductArbitrary(60), (conduct) => {
      const { state } = hold(conduct);
      expect(handbookView(redactState(PUBLIC, state), NOW)).toEqual(handbookView(state, NOW));
    }),
    { numRuns: 60 },
  );
});

test('[HBK34] the counts of a ballot are not in it before it is published, nor after it is hidden again', () => {
  const counts = (state: ConferenceState) => seen(state).ballots.map(({ stage, result }) => [stage, result?.counts]);
  const over = after(begun, put({ manner: 'open' }), ballotClosed(70, 8, 2));
  expect(counts(over)).toEqual([['closed', undefined]]);
  const told = evolve(over, ballotPublished(70, 8, 2));
  expect(seen(told).ballots[0]?.result).toEqual({ counts: [70, 8, 2], base: 'present', of: 80, passed: true });
  expect(counts(evolve(told, { type: 'ballotHidden', at, ballotId: BALLOT }))).toEqual([['closed', undefined]]);
  const annulled = evolve(over, { type: 'ballotAnnulled', at, ballotId: BALLOT, reason: SECRET });
  expect(counts(annulled)).toEqual([['annulled', undefined]]);
  expect(JSON.stringify(seen(annulled))).not.toContain(SECRET);
});

test('[HBK35] a classified session shows when it began and is likely to end, and nothing that names anything', () => {
  const item = itemId('muc');
  const state = after(
    begun,
    itemAdded(item, { title: 'Nội dung mật' }),
    itemStarted(item),
    ballotOpened({ manner: 'open' }),
    { type: 'classifiedSessionBegan', at: NOW + MINUTE },
  );
  const view = seen(state, NOW + 2 * MINUTE);
  expect(view.classified).toEqual({ since: NOW + MINUTE, until: NOW + 10 * MINUTE });
  const { live, upcoming, floor, next, notices, programme, documents, ballots } = view;
  expect([live, upcoming, floor, next, notices, programme, documents, ballots]).toEqual([
    null,
    null,
    null,
    null,
    [],
    [],
    [],
    [],
  ]);
});

test('[HBK36] papers with a watermark, or with a note that binds their readers, are kept on no phone', () => {
  const releasing = (facts: Parameters<typeof about>[0]) => {
    const released = { file: file('tai-lieu'), about: about(facts), to: { kind: 'delegates' } as const };
    return seen(after(begun, { type: 'documentReleased', at, released })).documents[0]?.keeps;
  };
  expect(releasing({})).toBe(true);
  expect(releasing({ circulation: 'Tài liệu hội nghị' })).toBe(true);
  expect(releasing({ circulation: 'Lưu hành nội bộ' })).toBe(false);
  expect(releasing({ circulation: 'Thu hồi sau hội nghị' })).toBe(false);
  expect(releasing({ circulation: 'Một ghi chú chưa ai biết' })).toBe(false);
  expect(releasing({ watermark: true })).toBe(false);
});

test('[HBK2] one edition serves all phones until something of it changes; the minute turning alone makes none', () => {
  const pages = new HandbookPages();
  const state = after(begun, itemAdded(itemId('muc'), { start: NOW + 60 * MINUTE }), put({ manner: 'open' }));
  const desk = (of: ConferenceState, now = NOW) => ({ id: conferenceId('hn'), state: of, now });
  const first = pages.editionOf(desk(state));
  expect(pages.editionOf(desk(state, NOW + 30_000))).toBe(first);
  expect(pages.editionOf(desk(state, NOW + 3 * MINUTE))).toBe(first);
  const vote = { type: 'voteCast', at, ballotId: BALLOT, delegateId: delegateId('d-1'), option: 0 } as const;
  expect(pages.editionOf(desk(evolve(state, vote)))).toBe(first);
  const next = pages.editionOf(desk(evolve(state, { type: 'conferenceAdjourned', at })));
  expect(next?.etag).not.toBe(first?.etag);
  expect(pages.editionOf({ id: conferenceId('khac'), state: initialState, now: NOW })).toBeNull();
});
