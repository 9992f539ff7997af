import { describe, expect, test } from 'vitest';
import type { ConferenceEvent } from '../../shared/domain/event.ts';
import { calendarDay, clockWords, longDay, partOfDay, shortDay } from '../../shared/views/papers/paper-time.ts';
import { conferenceId, created, halls, LIVE } from '../support/builders.ts';
import { given } from '../support/domain-spec.ts';
import { closedAt, head, minute, minutesOf, signed, written } from '../support/written-papers.ts';

const hanoi = (iso: string): number => Date.parse(`${iso}+07:00`);

describe('dates', () => {
  test.each([
    ['2026-02-05T08:05:00', 'ngày 05 tháng 02 năm 2026', '05/02/2026'],
    ['2026-01-31T00:00:00', 'ngày 31 tháng 01 năm 2026', '31/01/2026'],
    ['2026-03-09T23:59:59', 'ngày 09 tháng 3 năm 2026', '09/3/2026'],
    ['2025-12-10T12:00:00', 'ngày 10 tháng 12 năm 2025', '10/12/2025'],
    ['2024-02-29T12:00:00', 'ngày 29 tháng 02 năm 2024', '29/02/2024'],
    ['2024-07-04T14:00:00', 'ngày 04 tháng 7 năm 2024', '04/7/2024'],
  ])('[PAP19] a zero stands before days below ten and before months 1 and 2: %s', (iso, long, short) => {
    const day = calendarDay(hanoi(iso));
    expect([longDay(day), shortDay(day)]).toEqual([long, short]);
  });

  test('[PAP19] every day of sixty years is the day of the calendar in Hà Nội', () => {
    for (let at = hanoi('1990-01-01T00:00:00'); at < hanoi('2050-01-01T00:00:00'); at += 86_400_000) {
      const { year, month, day } = calendarDay(at);
      const iso = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10);
      expect([year, month, day].map((part) => String(part).padStart(2, '0')).join('-')).toBe(iso);
    }
  });

  test('[PAP20] clocks are those of Hà Nội, in words', () => {
    expect(clockWords(hanoi('2026-02-05T08:05:59'))).toBe('08 giờ 05 phút');
    expect(clockWords(hanoi('2026-02-05T00:00:00'))).toBe('00 giờ 00 phút');
    expect(['11:59', '12:00', '18:00'].map((clock) => partOfDay(hanoi(`2026-02-05T${clock}:00`)))).toEqual([
      'morning',
      'afternoon',
      'evening',
    ]);
  });
});

describe('the head', () => {
  const state = (rest: Parameters<typeof head>[0] = {}) => given(LIVE, head(rest), closedAt(minute(90))).state;

  test('[PAP21] the number has the form of the profile', () => {
    expect(minutesOf(state()).head?.number).toBe('Số 05-BB/BTCTW');
    expect(minutesOf(state({ profile: 'state', sign: 'SNV' })).head?.number).toBe('Số: 05/BB-SNV');
    expect(minutesOf(state({ number: null, sign: null })).head?.number).toBe('Số ……-BB/……');
  });

  test('[PAP22] place and date of Party minutes stand by a setting; state minutes have none', () => {
    expect(minutesOf(state()).head?.placeDate).toBe('Hà Nội, ngày 30 tháng 9 năm 2021');
    expect(minutesOf(state({ place: null })).head?.placeDate).toBe('……, ngày 30 tháng 9 năm 2021');
    expect(minutesOf(state({ withPlaceDate: false })).head?.placeDate).toBeNull();
    expect(minutesOf(state({ profile: 'state' })).head?.placeDate).toBeNull();
  });

  test('[PAP22] signed minutes bear the day on which they were signed', () => {
    const later = { ...signed, at: minute(120 + 3 * 24 * 60) };
    const { placeDate } = minutesOf(given(LIVE, head(), closedAt(minute(90)), later).state).head ?? {};
    expect(placeDate).toBe('Hà Nội, ngày 03 tháng 10 năm 2021');
  });

  test('[PAP60] papers of a rehearsal say so, signed or not', () => {
    const rehearsalOf = { conference: conferenceId('that'), clockOffsetMs: 0 };
    const rehearsal = { type: 'rehearsalCreated', at: created.at, details: created.details, rehearsalOf } as const;
    const marks = (events: readonly ConferenceEvent[]) =>
      (['minutes', 'conclusionNotice', 'programme'] as const).map(
        (kind) => written(kind, given(events).state).head?.mark,
      );
    expect(marks([rehearsal, halls])).toEqual(['TỔNG DUYỆT', 'TỔNG DUYỆT', 'TỔNG DUYỆT']);
    expect(marks([created, halls])).toEqual(['DỰ THẢO', 'DỰ THẢO', null]);
  });

  test('[PAP23] without a head the paper is the organiser’s, of the Party', () => {
    const paper = minutesOf(given(created, halls).state);
    expect(paper.profile).toBe('party');
    expect(paper.head).toMatchObject({ issuer: 'Ban Tổ chức Trung ương', parentBody: null });
  });

  test('[PAP24] minutes and notice have a head and recipients, working papers a head without a number, news none', () => {
    expect(minutesOf(state()).recipients).toEqual(['Lưu Vụ Tổng hợp']);
    expect(written('conclusionNotice', state()).recipients).toEqual(['Lưu Vụ Tổng hợp']);
    expect(written('programme', state()).head).toMatchObject({ issuer: 'Ban Tổ chức Trung ương', number: null });
    expect(written('news', state()).head).toBeNull();
  });

  test('[PAP24] a title of four hundred letters stands whole', () => {
    const title = 'Hội nghị '.padEnd(400, 'toàn quốc ').trim();
    const long = given({ ...created, details: { ...created.details, title } }, halls).state;
    expect(minutesOf(long).subject).toBe(title);
  });
});
