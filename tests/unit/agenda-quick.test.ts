import { describe, expect, test } from 'vitest';
import type { ItemPlan } from '../../shared/domain/agenda/agenda.ts';
import { readQuick } from '../../shared/views/agenda-quick.ts';
import { placeAtEnd, type WritingPlace } from '../../shared/views/agenda-writing.ts';
import { readClock, readLength, readRange, startOfDay } from '../../shared/views/day-time.ts';
import {
  blankDraft,
  draftOf,
  type SpanDraft,
  spanFaults,
  timingOf,
  typedInto,
  withDeadline,
  withLock,
  withSoft,
} from '../../shared/views/span-draft.ts';
import {
  deadline,
  itemAdded,
  itemId,
  itemPlan,
  itemSkipped,
  lasting,
  MINUTE,
  NOW,
  stateAfter,
  until,
} from '../support/builders.ts';

const HOUR = 60 * MINUTE;
const MIDNIGHT = startOfDay(NOW);
const at = (hour: number, minute = 0): number => MIDNIGHT + hour * HOUR + minute * MINUTE;
/** Behind an item from 14:00 to 14:20. */
const PLACE: WritingPlace = { lastStart: at(14), free: at(14, 20) };

const item = (rest: Partial<ItemPlan>): ItemPlan => itemPlan({ kind: 'discussion', title: 'Thảo luận', ...rest });

describe('a row is typed in one line', () => {
  test.each<[string, Partial<ItemPlan>]>([
    ['14:25 45 Thảo luận', { start: at(14, 25), span: lasting(45 * MINUTE) }],
    ['  14h25   45 phút   Thảo luận ', { start: at(14, 25), span: lasting(45 * MINUTE) }],
    ['14g25 1h30 Thảo luận', { start: at(14, 25), span: lasting(90 * MINUTE) }],
    ['14:25-15:15 Thảo luận', { start: at(14, 25), span: until(at(15, 15)) }],
    ['14:25 – 15:15 Thảo luận', { start: at(14, 25), span: until(at(15, 15)) }],
    ['14:25-15:15! Thảo luận', { start: at(14, 25), span: deadline(at(15, 15)) }],
    ['-15:15 Thảo luận', { start: at(14, 20), soft: true, span: until(at(15, 15)) }],
    ['+20 Thảo luận', { start: at(14, 20), soft: true, span: lasting(20 * MINUTE) }],
    ["+ 20' Thảo luận", { start: at(14, 20), soft: true, span: lasting(20 * MINUTE) }],
    ['23:30-0:15 Thảo luận', { start: at(23, 30), span: until(at(24, 15)) }],
    ['0:30 10 Thảo luận', { start: at(24, 30), span: lasting(10 * MINUTE) }],
  ])('[AGD160] %s', (typed, rest) => {
    expect(readQuick(typed, PLACE)).toEqual({ plan: item(rest) });
    expect(readQuick(typed.normalize('NFD'), PLACE)).toEqual({ plan: item(rest) });
  });

  test('[AGD161] # begins a group, // a note; neither has times', () => {
    expect(readQuick('# Phiên sáng', PLACE)).toEqual({ plan: { row: 'group', title: 'Phiên sáng', targetMs: null } });
    expect(readQuick('// Mời dự cơm', PLACE)).toEqual({ plan: { row: 'note', title: 'Mời dự cơm' } });
  });

  test('[AGD162] the kind follows from the title', () => {
    const kinds = ['+5 Chào cờ', '+5 Báo cáo trung tâm', '+15 Giải lao', '+30 Tham luận'].map((typed) => {
      const quick = readQuick(typed, PLACE);
      return 'plan' in quick && quick.plan.row === 'item' ? quick.plan.kind : null;
    });
    expect(kinds).toEqual(['flagSalute', 'report', 'recess', 'papers']);
  });

  test.each([
    ['14:25 Thảo luận', 'lengthMissing'],
    ['Thảo luận', 'timeMissing'],
    ['', 'timeMissing'],
    ['25:00 45 Thảo luận', 'timeUnreadable'],
    ['14:75 45 Thảo luận', 'timeUnreadable'],
    ['14:25-25:00 Thảo luận', 'timeUnreadable'],
    ['+2000 Thảo luận', 'lengthMissing'],
    ['14:25 45', 'titleMissing'],
    ['+20', 'titleMissing'],
    ['#', 'titleMissing'],
    ['//', 'titleMissing'],
    ['15:00-14:30 Thảo luận', 'endBeforeStart'],
    ['-14:10 Thảo luận', 'endBeforeStart'],
    [`+5 ${'a'.repeat(401)}`, 'unfit'],
  ])('[AGD163] %s is refused by name', (typed, fault) => {
    expect(readQuick(typed, PLACE)).toEqual({ fault });
  });

  test('[AGD164] it is written behind the last row that stands, skipped ones passed over', () => {
    const [one, two] = [itemId('i-1'), itemId('i-2')];
    const { agenda } = stateAfter(
      itemAdded(one, { start: at(8), span: lasting(30 * MINUTE) }),
      itemAdded(two, { start: at(9), span: lasting(30 * MINUTE) }),
    );
    expect(placeAtEnd(agenda, NOW)).toEqual({ lastStart: at(9), free: at(9, 30) });
    const { agenda: shorter } = stateAfter(
      itemAdded(one, { start: at(8), span: lasting(30 * MINUTE) }),
      itemAdded(two, { start: at(9), span: lasting(30 * MINUTE) }),
      itemSkipped(two),
    );
    expect(placeAtEnd(shorter, NOW)).toEqual({ lastStart: at(8), free: at(8, 30) });
    expect(placeAtEnd(stateAfter().agenda, NOW)).toEqual({ lastStart: null, free: NOW });
  });
});

describe('clock times and lengths as they are written', () => {
  test.each([
    ['0:00', 0],
    ['24:00', 1_440],
    ['24:01', null],
    ['8', null],
    ['8h', 480],
    ['8h5', 485],
    ['8:5', null],
    ['12:30 SA', 30],
    ['12:30 CH', 750],
    ['-1:00', null],
  ])('[AGD165] %s', (typed, minutes) => {
    expect(readClock(typed)).toBe(minutes === null ? null : minutes * MINUTE);
  });

  test.each([
    ['45', 45],
    ['45 phút', 45],
    ['45′', 45],
    ['1h', 60],
    ['1 giờ 30 phút', 90],
    ['1:30', 90],
    ['0', 0],
    ['1440', 1_440],
    ['1441', null],
    ['-5', null],
    ['4,5', null],
  ])('[AGD165] length %s', (typed, minutes) => {
    expect(readLength(typed)).toBe(minutes === null ? null : minutes * MINUTE);
  });

  test('[AGD165] a range has two ends at most, and is not nothing', () => {
    expect(readRange('8:00')).toEqual({ start: 480 * MINUTE, end: null, deadline: false });
    expect(readRange('– 8:15!')).toEqual({ start: null, end: 495 * MINUTE, deadline: true });
    expect(readRange('8:00-8:10-8:20')).toBeNull();
    expect(readRange('-')).toBeNull();
    expect(readRange('8:00-sau')).toBeNull();
  });
});

describe('two of start, duration and end define an item while it is typed', () => {
  const draft: SpanDraft = blankDraft(at(14), false);

  test('[AGD166] the third follows; a new start keeps what is locked', () => {
    expect(draft).toMatchObject({ start: '14:00', minutes: '10', end: '14:10', lock: 'duration' });
    const longer = typedInto(draft, 'minutes', '45');
    expect(longer).toMatchObject({ start: '14:00', end: '14:45', lock: 'duration' });
    expect(typedInto(longer, 'start', '15:00')).toMatchObject({ minutes: '45', end: '15:45' });
    const ending = typedInto(longer, 'end', '15:00');
    expect(ending).toMatchObject({ start: '14:00', minutes: '60', lock: 'end' });
    expect(typedInto(ending, 'start', '14:30')).toMatchObject({ minutes: '30', end: '15:00' });
    expect(typedInto(withLock(ending, 'duration'), 'start', '14:30')).toMatchObject({ minutes: '60', end: '15:30' });
  });

  test('[AGD166] without a start it is the start that follows', () => {
    const ending = typedInto(typedInto(draft, 'start', ''), 'end', '15:00');
    expect(ending).toMatchObject({ start: '14:50', minutes: '10', end: '15:00' });
    expect(typedInto(withDeadline(ending, true), 'minutes', '30')).toMatchObject({ start: '14:30', end: '15:00' });
  });

  test('[AGD166] half a time moves nothing', () => {
    expect(typedInto(draft, 'start', '15:')).toMatchObject({ minutes: '10', end: '14:10' });
    expect(typedInto(draft, 'minutes', '')).toMatchObject({ start: '14:00', end: '14:10' });
  });

  test('[AGD167] a deadline holds its end: it goes with that lock and with no other', () => {
    const fixed = withDeadline(draft, true);
    expect(fixed).toMatchObject({ lock: 'end', deadline: true });
    expect(withLock(fixed, 'duration')).toMatchObject({ lock: 'duration', deadline: false });
    expect(timingOf(fixed, MIDNIGHT)).toEqual({ start: at(14), soft: false, span: deadline(at(14, 10)) });
  });

  test('[AGD168] a soft item starts where the row before it ends', () => {
    expect(withSoft(draft, true, at(13))).toMatchObject({ soft: true, start: '13:00', end: '13:10' });
  });

  test('[AGD169] what is wrong is told beside its field', () => {
    expect(spanFaults(draft)).toEqual({});
    expect(spanFaults(typedInto(draft, 'end', '13:00'))).toEqual({ end: 'endBeforeStart' });
    expect(spanFaults({ ...draft, start: 'x', minutes: '', end: '99:00' })).toEqual({
      start: 'unreadable',
      minutes: 'unreadable',
      end: 'unreadable',
    });
    expect(timingOf(typedInto(draft, 'end', '13:00'), MIDNIGHT)).toBeNull();
    expect(timingOf(typedInto(typedInto(draft, 'start', '23:50'), 'end', '0:20'), MIDNIGHT)).toEqual({
      start: at(23, 50),
      soft: false,
      span: until(at(24, 20)),
    });
  });

  test('[AGD166] what stands in the programme is shown as it is planned', () => {
    const plan = itemPlan({ start: at(8), soft: true, span: deadline(at(9)) });
    expect(draftOf({ start: at(8, 15), end: at(9), plan })).toEqual({
      start: '08:15',
      minutes: '45',
      end: '09:00',
      lock: 'end',
      deadline: true,
      soft: true,
    });
  });
});
