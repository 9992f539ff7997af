import { describe, expect, test } from 'vitest';
import { consoleArrangingText } from '../../client/text/vi/console-arranging.ts';
import { agendaItemKinds, type ItemPlan, MAX_ITEMS } from '../../shared/domain/agenda/agenda.ts';
import { kindOf, kindTold } from '../../shared/views/agenda-kind.ts';
import { type Paste, type PastedRow, readPaste } from '../../shared/views/agenda-paste.ts';
import type { WritingPlace } from '../../shared/views/agenda-writing.ts';
import { startOfDay } from '../../shared/views/day-time.ts';
import { MINUTE, NOW } from '../support/builders.ts';
import { TEXTS } from '../support/texts.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MIDNIGHT = startOfDay(NOW);
/** An empty programme, its first row at 8:00. */
const MORNING: WritingPlace = { lastStart: null, free: NOW };
const at = (hour: number, minute = 0, day = 0): number => MIDNIGHT + day * DAY + hour * HOUR + minute * MINUTE;

function read(table: string, place = MORNING): Extract<Paste, { kind: 'read' }> {
  const paste = readPaste(table, place);
  if (paste.kind !== 'read') throw new Error(`not read: ${JSON.stringify(paste)}`);
  return paste;
}

/** Start, end and how the start is meant, of every item. */
const timesOf = (rows: readonly PastedRow[]) =>
  rows.flatMap(({ plan }) =>
    plan.row === 'item' ? [[plan.title, plan.start, endOf(plan), plan.soft ? 'soft' : 'hard']] : [],
  );
const endOf = ({ start, span }: ItemPlan): number => (span.lock === 'end' ? span.end : start + span.durationMs);

describe('a programme is pasted from a spreadsheet', () => {
  test('[AGD170] columns are known by their names, in any order, with or without accents', () => {
    const rows = [
      ['Người trình bày', 'NOI DUNG', 'STT', 'Thời lượng (phút)', 'Giờ bắt đầu'],
      ['Chánh Văn phòng', 'Khai mạc', '1', '10', '08:00'],
      ['Vụ trưởng', 'Báo cáo kết quả', '2', '25', '08:10'],
    ];
    const { rows: read1, errors } = read(rows.map((row) => row.join('\t')).join('\n'));
    expect(errors).toEqual([]);
    expect(timesOf(read1)).toEqual([
      ['Khai mạc', at(8), at(8, 10), 'hard'],
      ['Báo cáo kết quả', at(8, 10), at(8, 35), 'hard'],
    ]);
    expect(read1.map(({ presenter, line }) => [line, presenter?.positions])).toEqual([
      [2, ['Chánh Văn phòng']],
      [3, ['Vụ trưởng']],
    ]);
  });

  test.each([
    ['08:00–08:15', 8, 0, 8, 15],
    ['8h00 - 8h15', 8, 0, 8, 15],
    ['8g15-8g30', 8, 15, 8, 30],
    ['8 giờ 05 đến 9 giờ', 8, 5, 9, 0],
    ['08.00 — 08.20', 8, 0, 8, 20],
    ['  13:30 –  14:00 ', 13, 30, 14, 0],
    ['1:30 CH - 2:00 CH', 13, 30, 14, 0],
  ])('[AGD171] one column may hold both times: %s', (typed, ...clock) => {
    const [fromHour, fromMinute, toHour, toMinute] = clock;
    const { rows, errors } = read(`Thời gian\tNội dung\n${typed}\tThảo luận`);
    expect(errors).toEqual([]);
    expect(timesOf(rows)).toEqual([['Thảo luận', at(fromHour, fromMinute), at(toHour, toMinute), 'hard']]);
  });

  test('[AGD172] semicolons and commas part cells as well; a quoted cell holds them, and line breaks', () => {
    expect(timesOf(read('Giờ;Phút;Nội dung\n8:00;15;"Khai mạc; chào cờ"').rows)).toEqual([
      ['Khai mạc; chào cờ', at(8), at(8, 15), 'hard'],
    ]);
    expect(timesOf(read('Giờ,Phút,Nội dung\r\n8:00,15,"Báo cáo\nkết quả"').rows)).toEqual([
      ['Báo cáo kết quả', at(8), at(8, 15), 'hard'],
    ]);
    expect(read('Giờ\tNội dung\n8:00\t"Dân vận khéo" năm 2021').rows[0]?.plan.title).toBe('"Dân vận khéo" năm 2021');
  });

  test('[AGD173] decomposed letters, stray blanks and what nobody sees make no difference', () => {
    const plain = read('Bắt đầu\tSố phút\tNội dung\n08:00\t20\tThảo luận tổ');
    const strange = read(
      '  Bắt   đầu \tSố phút\tNội dung\u200B\n 08:00\u00A0\t 20 \t  Thảo  luận\uFEFF tổ '.normalize('NFD'),
    );
    expect(strange).toEqual(plain);
    expect(plain.rows).toHaveLength(1);
  });

  test('[AGD174] a row without a time follows the row before; merged cells leave such rows', () => {
    const { rows } = read('Thời gian\tNội dung\n08:00–08:30\tBáo cáo\n\tThảo luận\n\t\n08:30-09:00\tKết luận');
    expect(timesOf(rows)).toEqual([
      ['Báo cáo', at(8), at(8, 30), 'hard'],
      ['Thảo luận', at(8, 30), at(8, 30), 'soft'],
      ['Kết luận', at(8, 30), at(9), 'hard'],
    ]);
    expect(timesOf(read('Số phút\tNội dung\n10\tA\n20\tB').rows)).toEqual([
      ['A', at(8), at(8, 10), 'soft'],
      ['B', at(8, 10), at(8, 30), 'soft'],
    ]);
  });

  test('[AGD175] where only starts are written, an item lasts until the next begins', () => {
    const { rows } = read('Giờ\tNội dung\n8h00\tĐón tiếp\n8h30\tKhai mạc\n9h00\tBế mạc');
    expect(timesOf(rows)).toEqual([
      ['Đón tiếp', at(8), at(8, 30), 'hard'],
      ['Khai mạc', at(8, 30), at(9), 'hard'],
      ['Bế mạc', at(9), at(9), 'hard'],
    ]);
  });

  test('[AGD176] a start earlier than the one before is one of the next day', () => {
    const { rows } = read('Thời gian\tNội dung\n22:00–23:30\tThảo luận\n23:30–00:15\tBiểu quyết\n00:15–01:00\tBế mạc');
    expect(timesOf(rows)).toEqual([
      ['Thảo luận', at(22), at(23, 30), 'hard'],
      ['Biểu quyết', at(23, 30), at(0, 15, 1), 'hard'],
      ['Bế mạc', at(0, 15, 1), at(1, 0, 1), 'hard'],
    ]);
  });

  test('[AGD177] an item of zero length pushes nothing to the next day', () => {
    const { rows } = read('Giờ\tPhút\tNội dung\n14:00\t0\tMốc\n08:00\t30\tBáo cáo\n07:00\t10\tHôm sau');
    expect(timesOf(rows)).toEqual([
      ['Mốc', at(14), at(14), 'hard'],
      ['Báo cáo', at(8), at(8, 30), 'hard'],
      ['Hôm sau', at(7, 0, 1), at(7, 10, 1), 'hard'],
    ]);
  });

  test('[AGD178] an end before its start is an error that names row and column, and adds nothing of that row', () => {
    const { rows, errors } = read('Từ\tĐến\tNội dung\n09:00\t08:30\tBáo cáo\n09:00\t09:30\tThảo luận');
    expect(errors).toEqual([{ line: 2, column: 'end', called: 'Đến', typed: '08:30', fault: 'endBeforeStart' }]);
    expect(timesOf(rows)).toEqual([['Thảo luận', at(9), at(9, 30), 'hard']]);
    // Across midnight an earlier end is meant, up to half a day.
    expect(read('Từ\tĐến\tNội dung\n20:00\t07:59\tTrực').errors).toEqual([]);
    expect(read('Từ\tĐến\tNội dung\n20:00\t08:00\tTrực').errors).toEqual([]);
    expect(read('Từ\tĐến\tNội dung\n20:00\t08:01\tTrực').errors).toHaveLength(1);
  });

  test('[AGD179] what cannot be read is named by row and column', () => {
    const { errors, rows } = read(
      'Giờ\tPhút\tNội dung\n8 rưỡi\t10\tA\n9:00\tlâu\tB\n9:30\t10\t\n25:00\t5\tC\n10:00\t10\tD',
    );
    expect(errors.map(({ line, called, fault }) => [line, called, fault])).toEqual([
      [2, 'Giờ', 'timeUnreadable'],
      [3, 'Phút', 'lengthUnreadable'],
      [4, 'Nội dung', 'titleMissing'],
      [5, 'Giờ', 'timeUnreadable'],
    ]);
    expect(rows.map(({ line }) => line)).toEqual([6]);
  });

  test('[AGD179] start, length and end that do not agree are an error', () => {
    const { errors } = read('Từ\tĐến\tPhút\tNội dung\n8:00\t8:30\t20\tA\n8:30\t9:00\t30\tB');
    expect(errors.map(({ line, fault }) => [line, fault])).toEqual([[2, 'timesDisagree']]);
  });

  test('[AGD180] without a needed column nothing is read, and the column is named', () => {
    expect(readPaste('Giờ\tNgười trình bày\n8:00\tVụ trưởng', MORNING)).toEqual({
      kind: 'refused',
      missing: ['title'],
    });
    expect(readPaste('Nội dung\tNgười trình bày\nA\tB', MORNING)).toEqual({ kind: 'refused', missing: ['time'] });
    expect(readPaste('8:00\tKhai mạc\n8:10\tBáo cáo', MORNING)).toEqual({
      kind: 'refused',
      missing: ['time', 'title'],
    });
    expect(readPaste(' \n\t\n', MORNING)).toEqual({ kind: 'empty' });
  });

  test('[AGD180] a table longer than a programme can be is not read', () => {
    const rows = Array.from({ length: MAX_ITEMS + 1 }, () => '5\tMục');
    expect(readPaste(['Phút\tNội dung', ...rows].join('\n'), MORNING)).toEqual({ kind: 'tooMany', max: MAX_ITEMS });
    expect(read(['Phút\tNội dung', ...rows.slice(1)].join('\n')).rows).toHaveLength(MAX_ITEMS);
  });

  test('[AGD181] a title over the table is passed over; headings and notes become such rows', () => {
    const { rows, errors } = read(
      'CHƯƠNG TRÌNH HỘI NGHỊ\n\nThời gian\tNội dung\tLoại\nI. PHẦN NGHI LỄ\n08:00-08:15\tChào cờ\n\tMời dự cơm\tGhi chú\n\tPhiên sáng\n\tTham luận tại hội trường',
    );
    expect(errors).toEqual([]);
    expect(rows.map(({ plan, line }) => [line, plan.row, plan.title])).toEqual([
      [4, 'group', 'I. PHẦN NGHI LỄ'],
      [5, 'item', 'Chào cờ'],
      [6, 'note', 'Mời dự cơm'],
      [7, 'group', 'Phiên sáng'],
      [8, 'item', 'Tham luận tại hội trường'],
    ]);
  });

  test('[AGD182] the kind is read from its column, else from the title', () => {
    const { rows } = read('Phút\tNội dung\tLoại\n5\tBế mạc\tKết luận\n5\tNghỉ giải lao\n5\tBáo cáo tổng kết\tlạ');
    expect(rows.map(({ plan }) => plan.row === 'item' && plan.kind)).toEqual(['conclusion', 'recess', 'report']);
  });

  test.each(agendaItemKinds.map((kind) => [kind]))(
    '[AGD182] the name of the kind %s is known in both languages',
    (kind) => {
      expect(kindTold(consoleArrangingText.agendaForm.kinds[kind])).toBe(kind);
      expect(kindTold(TEXTS.en.console.agendaForm.kinds[kind])).toBe(kind);
    },
  );

  test('[AGD183] a cell for the presenter holds a name, a title, or both', () => {
    const presenters = ['Đồng chí Nguyễn Văn An, Trưởng Ban', 'Nguyễn Văn An', 'Ban Tổ chức Tỉnh ủy', ''];
    const { rows } = read(['Phút\tNội dung\tChủ trì', ...presenters.map((one) => `5\tMục\t${one}`)].join('\n'));
    expect(rows.map(({ presenter }) => presenter)).toEqual([
      { fullName: 'Nguyễn Văn An', positions: ['Trưởng Ban'] },
      { fullName: 'Nguyễn Văn An', positions: [] },
      { fullName: null, positions: ['Ban Tổ chức Tỉnh ủy'] },
      null,
    ]);
  });

  test('[AGD184] rows are written behind what stands there, on the day that follows from it', () => {
    const evening: WritingPlace = { lastStart: at(23), free: at(23, 50) };
    expect(timesOf(read('Giờ\tPhút\tNội dung\n\t5\tA\n0:30\t10\tB', evening).rows)).toEqual([
      ['A', at(23, 50), at(23, 55), 'soft'],
      ['B', at(0, 30, 1), at(0, 40, 1), 'hard'],
    ]);
  });
});

test('[AGD182] a title that tells nothing is a report', () => {
  expect(kindOf('Một số vấn đề khác')).toBe('report');
});
