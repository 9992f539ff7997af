import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { awardIdSchema, proposalIdSchema, taskIdSchema } from '../../shared/domain/ids.ts';
import { PAPER_KINDS } from '../../shared/views/papers/paper.ts';
import {
  anGiang,
  itemAdded,
  itemFinished,
  itemId,
  itemStarted,
  LIVE,
  quangBinh,
  speechId,
} from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { proposal, task } from '../support/records-builders.ts';
import { began, called, ended, paper as entered } from '../support/speech-builders.ts';
import {
  bodyOf,
  CHINH,
  closedAt,
  MAI,
  minute,
  minutesOf,
  noted,
  ran,
  secretFrom,
  secretUntil,
  under,
  wholeOf,
  written,
} from '../support/written-papers.ts';

const SECRET = 'Nội dung mật: ghi biên bản riêng.';
const talk = itemId('thao-luan');
const open = speechId('cong-khai');
const hidden = speechId('mat');

/** A discussion from 08:20 to 08:50; from 08:30 to 08:40 the session is classified. */
const PARTLY = [
  ...LIVE,
  itemAdded(talk, { kind: 'discussion', title: 'Thảo luận' }, CHINH),
  itemStarted(talk, minute(20)),
  entered(open, quangBinh, { itemId: talk, subject: 'Chuyện thường' }),
  entered(hidden, anGiang, { itemId: talk, subject: 'Chuyện kín' }),
  called(open, minute(21)),
  began(open, minute(21)),
  ended(open, minute(28)),
  secretFrom(30),
  called(hidden, minute(31)),
  began(hidden, minute(31)),
  ended(hidden, minute(39)),
  secretUntil(40),
  itemFinished(talk, minute(50)),
  noted({ kind: 'speech', speechId: hidden }, 'Lời kín'),
  noted({ kind: 'item', itemId: talk }, 'Ghi chú chung'),
];

describe('classified sessions', () => {
  test.each(PAPER_KINDS)('[PAP35] while the session is classified, %s tells nothing but that', (kind) => {
    const events = [...LIVE, ...ran('bao-cao', [1, 5], { title: 'Báo cáo' }, MAI)];
    const paperOf = written(kind, given(events, secretFrom(10)).state);
    expect(bodyOf(paperOf)).toEqual([SECRET]);
    expect(paperOf.appendices).toEqual([]);
    expect(bodyOf(written(kind, given(events).state))).not.toEqual([SECRET]);
  });

  test('[PAP36] of an item that ran in a classified session not even the title is told', () => {
    const events = [...LIVE, secretFrom(10), ...ran('kin', [11, 19], { title: 'Việc kín' }, MAI), secretUntil(20)];
    const { state } = given(events, noted({ kind: 'item', itemId: itemId('kin') }, 'Lời kín'));
    expect(bodyOf(minutesOf(state))).toContain(`## 2.1. ${SECRET}`);
    for (const kind of ['minutes', 'news', 'conclusionNotice'] as const) {
      expect(wholeOf(written(kind, state))).not.toMatch(/kín/u);
    }
  });

  test('[PAP37] of an item that was classified in part, what was said outside is told and the rest is not', () => {
    const { state } = given(PARTLY);
    const lines = under(minutesOf(state), '2.1. Thảo luận');
    expect(lines).toEqual([
      'Hội nghị có 01 ý kiến phát biểu trực tiếp.',
      '### 1) Điểm cầu tỉnh Quảng Bình: Trưởng Ban Tổ chức Tỉnh ủy',
      'Tham luận, từ 08 giờ 21 phút đến 08 giờ 28 phút. Chủ đề: Chuyện thường.',
      'Nội dung: ……',
      SECRET,
    ]);
    for (const kind of ['minutes', 'news', 'speakers'] as const) {
      const whole = wholeOf(written(kind, state));
      expect(whole).not.toMatch(/kín|Ghi chú chung/u);
      expect(whole).toMatch(/Quảng Bình/u);
    }
  });

  test('[PAP37] the same item in an open session is told whole', () => {
    const isOpen = PARTLY.filter(({ type }) => !type.startsWith('classified'));
    const whole = wholeOf(minutesOf(given(isOpen).state));
    expect(whole).toContain('Lời kín');
    expect(whole).toContain('Ghi chú chung');
    expect(whole).not.toContain(SECRET);
  });

  test('[PAP38] a conclusion in a classified session hides its words and its tasks', () => {
    const conclusion = ran('ket-luan', [31, 38], { kind: 'conclusion', title: 'Kết luận' }, MAI);
    const assigned = { ...task(), assigner: MAI, taskId: taskIdSchema.parse('nv'), carriedFrom: null };
    const records = [
      { type: 'taskAssigned', at: minute(40), task: assigned } as const,
      noted({ kind: 'conclusion' }, 'Lời kín'),
    ];
    const secret = given(LIVE, secretFrom(30), conclusion, secretUntil(40), records, closedAt(minute(50))).state;
    expect(under(minutesOf(secret), '# 3. Kết luận')[0]).toBe(SECRET);
    for (const kind of ['minutes', 'news', 'conclusionNotice'] as const) {
      expect(wholeOf(written(kind, secret))).not.toMatch(/kín|Hoàn thành Chương trình/u);
    }
    const isOpen = given(LIVE, conclusion, records, closedAt(minute(50))).state;
    for (const kind of ['minutes', 'news', 'conclusionNotice'] as const) {
      expect(wholeOf(written(kind, isOpen))).toMatch(/Lời kín[^]*Hoàn thành Chương trình/u);
    }
  });

  test('[PAP38] proposals and awards of a classified session are not told', () => {
    const records = (at: number): readonly ConferenceEvent[] => [
      {
        type: 'proposalRegistered',
        at: minute(at),
        proposal: { ...proposal({ text: 'Kiến nghị kín' }), proposalId: proposalIdSchema.parse('kn') },
      },
      {
        type: 'awardPlanned',
        at: minute(at),
        award: {
          awardId: awardIdSchema.parse('kt'),
          name: 'Cờ kín',
          presenter: null,
          onBehalfOf: null,
          itemId: null,
          recipients: { kind: 'collectives', count: 1, names: [] },
        },
      },
      { type: 'awardPresented', at: minute(at), awardId: awardIdSchema.parse('kt') },
    ];
    const secret = wholeOf(minutesOf(given(LIVE, secretFrom(30), records(31), secretUntil(40)).state));
    expect(secret).not.toContain('kín');
    const isOpen = wholeOf(minutesOf(given(LIVE, secretFrom(30), secretUntil(40), records(41)).state));
    expect(isOpen).toContain('Kiến nghị kín');
    expect(isOpen).toContain('Cờ kín');
  });
});
