import { describe, expect, test } from 'vitest';
import { bannerLines, mayBreakBetween } from '../../client/parts/banner-lines.ts';
import { personLines, personWords, positionsOf } from '../../client/parts/person-words.ts';
import { bandOf } from '../../client/screens/bridge/band-state.ts';
import {
  categoriesOf,
  countOf,
  emptyRow,
  rowsOfNamed,
  rowsOfReport,
  unaccounted,
} from '../../client/screens/bridge/headcount-draft.ts';
import { lowerThirdLines } from '../../client/screens/wall/lower-third-lines.ts';
import { standingPicture } from '../../client/screens/wall/standing-picture.ts';
import { PATIENCE_MS, PICTURE_RELOAD_EVERY_MS, stuckBy, type Vitals } from '../../client/screens/wall/vitals.ts';
import { noMarks } from '../../shared/domain/attendance/mark.ts';
import {
  ADJOURNED,
  anGiang,
  central,
  counts,
  from,
  HOLD,
  LIVE,
  MINUTE,
  NOW,
  PREPARING,
  person,
  quangBinh,
  SECOND,
  speechId,
  stateAfter,
  taken,
} from '../support/builders.ts';
import { began, called, paper } from '../support/speech-builders.ts';

const [one, two, three, four] = ['s-1', 's-2', 's-3', 's-4'].map(speechId);
if (one === undefined || two === undefined || three === undefined || four === undefined) throw new Error('no ids');

describe('the band over a hall', () => {
  test('says that the country sees it, with the shape of on air', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), called(one), began(one));
    expect(bandOf(state, anGiang, NOW)).toEqual({
      tally: 'onAir',
      shape: 'air',
      words: 'ĐANG LÊN HÌNH TOÀN QUỐC',
    });
  });

  test('tells the hall to stand by from two turns ahead, and in how many minutes', () => {
    const queue = [paper(one, central), paper(two, quangBinh), paper(three, anGiang)];
    const state = stateAfter(LIVE, queue, called(one), began(one));
    expect(bandOf(state, quangBinh, NOW + MINUTE).words).toBe('CHUẨN BỊ: lên hình sau 1 lượt, khoảng 6 phút');
    expect(bandOf(state, anGiang, NOW + MINUTE)).toEqual({
      tally: 'next',
      shape: 'next',
      words: 'CHUẨN BỊ: lên hình sau 2 lượt, khoảng 13 phút',
    });
  });

  test('further back it only says when', () => {
    const queue = [paper(one, central), paper(two, quangBinh), paper(three, quangBinh), paper(four, anGiang)];
    const band = bandOf(stateAfter(LIVE, queue, called(one), began(one)), anGiang, NOW);
    expect(band).toEqual({ tally: 'watching', shape: null, words: 'phát biểu sau 3 lượt, khoảng 21 phút' });
  });

  test('the first in the queue of a free floor has no turn before it', () => {
    expect(bandOf(stateAfter(LIVE, paper(one, anGiang)), anGiang, NOW).words).toBe('CHUẨN BỊ: lên hình ngay lượt tới');
  });

  test('a speaker whose picture was taken away is not told that it only watches', () => {
    const state = stateAfter(LIVE, paper(one, anGiang), called(one), began(one), taken(HOLD));
    expect(bandOf(state, anGiang, NOW).words).toBe('đang phát biểu, không lên hình');
    expect(bandOf(stateAfter(LIVE, taken(from(anGiang))), anGiang, NOW).tally).toBe('onAir');
  });

  test('before and between sessions it says so', () => {
    expect(bandOf(stateAfter(PREPARING), anGiang, NOW).words).toBe('hội nghị chưa khai mạc');
    expect(bandOf(stateAfter(ADJOURNED), anGiang, NOW).words).toBe('hội nghị đang tạm nghỉ');
    expect(bandOf(stateAfter(LIVE), anGiang, NOW).words).toBe('đang theo dõi');
  });
});

describe('a head-count report as it is typed', () => {
  const row = (category: string, expected: string, onSite: string) => ({ ...emptyRow(category), expected, onSite });

  test('counts are read as people write them, and nothing else is a count', () => {
    expect(['72', '4.012', ' 4 012 ', '0'].map(countOf)).toEqual([72, 4_012, 4_012, 0]);
    expect(['', '-1', '7a', '1,5', '1000000'].map(countOf)).toEqual([null, null, null, null, null]);
  });

  test('rows in which nothing is written are left out', () => {
    const drafted = categoriesOf([row('Đại biểu chính thức', '72', '70'), emptyRow('Báo chí')]);
    expect(drafted).toEqual({
      ok: true,
      categories: [
        { category: 'Đại biểu chính thức', expected: 72, onSite: 70, online: 0, absentExcused: 0, absentUnexcused: 0 },
      ],
    });
  });

  test('an empty field is not zero: without what was summoned and who is there nothing is sent', () => {
    expect(categoriesOf([emptyRow('Đại biểu')])).toEqual({ ok: false, shortfall: { kind: 'empty' } });
    expect(categoriesOf([row('Đại biểu', '72', '')])).toEqual({ ok: false, shortfall: { kind: 'empty' } });
    expect(categoriesOf([row(' ', '1', '1')])).toEqual({ ok: false, shortfall: { kind: 'nameless' } });
  });

  test('the same category twice is found, also when it was typed in another Unicode form', () => {
    const rows = [row('Đại biểu', '1', '1'), row('Đại biểu '.normalize('NFD'), '2', '2')];
    expect(categoriesOf(rows)).toEqual({ ok: false, shortfall: { kind: 'twice', category: 'Đại biểu' } });
  });

  test('[ROL5] the list by name is counted by category, and whoever is not marked is only expected', () => {
    const rows = rowsOfNamed({
      'Đại biểu': { ...noMarks, unmarked: 1, present: 1, late: 1, left: 1, absentExcused: 1, substituted: 4 },
      'Báo chí': { ...noMarks, online: 1 },
    });
    expect(categoriesOf(rows)).toEqual({
      ok: true,
      categories: [
        { category: 'Báo chí', expected: 1, onSite: 0, online: 1, absentExcused: 0, absentUnexcused: 0 },
        { category: 'Đại biểu', expected: 5, onSite: 3, online: 0, absentExcused: 1, absentUnexcused: 0 },
      ],
    });
    expect(unaccounted(rows)).toBe(1);
  });

  test('the last report comes back as it was sent', () => {
    const categories = [counts(72, 70), counts(8, 8, 'Khách mời')];
    const rows = rowsOfReport({ categories });
    expect(categoriesOf(rows)).toEqual({ ok: true, categories });
  });
});

describe('the lower third', () => {
  /** Ten units a letter: the room below is so many letters. */
  const measure = (words: string) => words.length * 10;
  const lines = (letters: number, bridge: string, ...said: Parameters<typeof speaker>) =>
    lowerThirdLines({ bridge, person: speaker(...said) }, letters * 10, measure);
  const speaker = (fullName: string | null, ...positions: string[]) => ({
    ...person(''),
    fullName,
    positions,
  });

  test('stands in two lines, the bridge above the name and title', () => {
    expect(lines(60, 'Điểm cầu tỉnh An Giang', 'Nguyễn An', 'Bí thư Tỉnh ủy')).toEqual({
      first: { words: 'Điểm cầu tỉnh An Giang', squeeze: 1 },
      second: { words: 'Nguyễn An, Bí thư Tỉnh ủy', squeeze: 1 },
    });
  });

  test('a long title sends the name up to the bridge', () => {
    const { first, second } = lines(40, 'Điểm cầu An Giang', 'Nguyễn An', 'Trưởng Ban Tổ chức Tỉnh ủy An Giang');
    expect([first.words, second?.words]).toEqual([
      'Điểm cầu An Giang · Nguyễn An',
      'Trưởng Ban Tổ chức Tỉnh ủy An Giang',
    ]);
  });

  test('letters are narrowed before a position is left out, and the one in between goes first', () => {
    const positions = ['Ủy viên Bộ Chính trị', 'Bí thư Trung ương Đảng', 'Trưởng Ban Tổ chức Trung ương'] as const;
    const narrowed = lines(65, 'Điểm cầu', null, ...positions).second;
    expect(narrowed?.words).toBe(positions.join(', '));
    expect(narrowed?.squeeze).toBeCloseTo(65 / 75);
    expect(lines(55, 'Điểm cầu', null, ...positions).second?.words).toBe(`${positions[0]}, ${positions[2]}`);
    expect(lines(25, 'Điểm cầu', null, ...positions).second?.words).toBe(positions[2]);
  });

  test('whatever does not fit even then is narrowed until it does', () => {
    const { second } = lines(10, 'Điểm cầu', null, 'Trưởng Ban Công tác đại biểu');
    expect(measure(second?.words ?? '') * (second?.squeeze ?? 0)).toBeCloseTo(100);
  });

  test('a bridge without a known person has one line', () => {
    expect(lowerThirdLines({ bridge: 'Điểm cầu', person: null }, 100, measure).second).toBeNull();
  });
});

describe('the banner of a hall', () => {
  const TITLE =
    'HỘI NGHỊ GIAO BAN TRỰC TUYẾN ĐÁNH GIÁ TÌNH HÌNH, KẾT QUẢ CÔNG TÁC TỔ CHỨC XÂY DỰNG ĐẢNG QUÝ III; ' +
    'TRIỂN KHAI NHIỆM VỤ CÔNG TÁC QUÝ IV NĂM 2021';
  const length = (words: string) => words.length;

  test('a line ends neither inside a word nor before a number that belongs to it', () => {
    expect(mayBreakBetween('TỔ', 'CHỨC')).toBe(false);
    expect(mayBreakBetween('NĂM', '2021')).toBe(false);
    expect(mayBreakBetween('QUÝ', 'III;')).toBe(false);
    expect(mayBreakBetween('CHỨC', 'XÂY')).toBe(true);
    expect(mayBreakBetween('HÌNH,', 'KẾT')).toBe(true);
  });

  test('two lines of about the same width hold every word', () => {
    const lines = bannerLines(TITLE, 2, length);
    expect(lines.join(' ')).toBe(TITLE);
    expect(lines).toHaveLength(2);
    expect(Math.max(...lines.map(length))).toBeLessThan(TITLE.length * 0.58);
    expect(lines[0]?.endsWith('TỔ')).toBe(false);
  });

  test('a title of one word is one line', () => {
    expect(bannerLines('HỘI', 2, length)).toEqual(['HỘI']);
  });
});

describe('a wall that nobody looks after', () => {
  const well: Vitals = {
    now: NOW,
    lookedAt: NOW - 5 * SECOND,
    offlineSince: null,
    stillSince: null,
    reloadedForPictureAt: 0,
  };

  test('is left alone while it lives, and for a minute after that', () => {
    expect(stuckBy(well)).toBeNull();
    expect(stuckBy({ ...well, offlineSince: NOW - PATIENCE_MS })).toBeNull();
    expect(stuckBy({ ...well, stillSince: NOW - PATIENCE_MS })).toBeNull();
  });

  test('is loaded again when the line, the picture or the page itself stood still for longer', () => {
    expect(stuckBy({ ...well, offlineSince: NOW - PATIENCE_MS - 1 })).toBe('offline');
    expect(stuckBy({ ...well, stillSince: NOW - PATIENCE_MS - 1 })).toBe('picture');
    expect(stuckBy({ ...well, lookedAt: NOW - PATIENCE_MS - 1 })).toBe('frozen');
  });

  test('does not flicker because of a bridge whose picture stays still', () => {
    const still = { ...well, stillSince: NOW - 10 * MINUTE };
    expect(stuckBy({ ...still, reloadedForPictureAt: NOW - PICTURE_RELOAD_EVERY_MS })).toBeNull();
    expect(stuckBy({ ...still, reloadedForPictureAt: NOW - PICTURE_RELOAD_EVERY_MS - 1 })).toBe('picture');
  });

  test('keeps its last picture while it is cut off, and no frozen picture of a bridge that is gone', () => {
    const still = { now: NOW, stillSince: NOW - MINUTE, hasFrame: true };
    expect(standingPicture({ ...still, cutOff: true })).toBe('lastFrame');
    expect(standingPicture({ ...still, cutOff: false })).toBe('slide');
    expect(standingPicture({ ...still, cutOff: false, stillSince: NOW - SECOND })).toBe('lastFrame');
    expect(standingPicture({ ...still, cutOff: true, stillSince: null })).toBe('moving');
  });

  test('[PRG23] a picture that was never there is the slide, and never dark', () => {
    const cold = { now: NOW, hasFrame: false, cutOff: false };
    for (const stillSince of [NOW, NOW - SECOND, NOW - MINUTE]) {
      expect(standingPicture({ ...cold, stillSince })).toBe('slide');
    }
  });
});

test('people are read out by name and title, and by title alone when that is all there is', () => {
  const named = { fullName: 'Nguyễn An', positions: ['Bí thư', 'Trưởng Ban'] };
  expect(personWords(named)).toBe('Nguyễn An, Bí thư, Trưởng Ban');
  expect(personLines(named)).toEqual({ head: 'Nguyễn An', rest: 'Bí thư, Trưởng Ban' });
  expect(personLines({ ...named, fullName: null })).toEqual({ head: 'Bí thư, Trưởng Ban', rest: '' });
  expect(personWords({ fullName: null, positions: [] })).toBe('');
  expect(positionsOf(' Bí thư ,, Trưởng Ban; ')).toEqual(['Bí thư', 'Trưởng Ban']);
});
