import { afterEach, describe, expect, test } from 'vitest';
import { choose, headsOf, isChanged, mappingOf } from '../../client/screens/console/lists/columns-draft.ts';
import { EMPTY_BOARD, type ImportBoard } from '../../client/screens/console/lists/import-desk.ts';
import { recordOf } from '../../client/screens/console/lists/import-record.ts';
import {
  faultSentence,
  formatBytes,
  newsOf,
  refusedSentence,
} from '../../client/screens/console/lists/import-words.ts';
import { bridgesTemplateOf, templateOf } from '../../client/screens/console/lists/template-file.ts';
import { chooseLanguage, LANGUAGES, text } from '../../client/text/text.ts';
import type { ListImport } from '../../shared/domain/attendance/list-import.ts';
import { importIdSchema } from '../../shared/domain/ids.ts';
import {
  AGENDA_FIELDS,
  BRIDGE_FIELDS,
  DELEGATE_FIELDS,
  fileFaultSchema,
  importListSchema,
  rowFaultSchema,
} from '../../shared/protocol/list-import.ts';
import { fieldCalled } from '../../shared/views/list-header.ts';
import { columnCalled, importJob, importPreview, sheetOf } from '../support/import-jobs.ts';

afterEach(() => chooseLanguage('vi'));

const FIELDS = { delegates: DELEGATE_FIELDS, bridges: BRIDGE_FIELDS, agenda: AGENDA_FIELDS };

describe('what is wrong with a file', () => {
  test('[IMPUI1] every fault of a file and of a row says what to do next', () => {
    const files = fileFaultSchema.options.map((code) => faultSentence({ code, params: {} }));
    const rows = rowFaultSchema.options.map((code) => text.lists.rowFaults[code]);
    for (const sentence of [...files, ...rows]) expect(sentence).toMatch(/Đề nghị [^.]+.*\.$/u);
    expect(new Set([...files, ...rows]).size).toBe(files.length + rows.length);
  });

  test('[IMPUI1] figures stand as papers write them, columns by their names, and nothing is said of what is not known', () => {
    expect(faultSentence({ code: 'too-many-rows', params: { limit: 200_000, sheet: 'ĐB' } })).toContain(
      '(tối đa 200.000)',
    );
    expect(faultSentence({ code: 'too-many-changes', params: { max: 20_000 } })).toContain('(tối đa 20.000 mỗi lần)');
    expect(faultSentence({ code: 'file-too-large', params: { limit: 52_428_800 } })).toContain('(tối đa 52,4 MB)');
    expect(faultSentence({ code: 'cell-too-long', params: { row: 1_204, column: 'Ghi chú' } })).toContain(
      'ở dòng 1.204, cột Ghi chú',
    );
    expect(faultSentence({ code: 'column-missing', params: { missing: 'fullName positions' } })).toContain(
      'Thiếu cột bắt buộc: Họ và tên hoặc Chức vụ.',
    );
    for (const code of fileFaultSchema.options) {
      expect(faultSentence({ code, params: {} })).not.toMatch(/undefined|NaN|\(\s|: \./u);
    }
  });

  test('[IMPUI1] a refusal before there is a job is told like one of the job; other refusals keep their words', () => {
    const refused = (code: string) => refusedSentence({ kind: 'refused', status: 400, code, params: {} });
    expect(refused('encoding-tcvn3')).toContain('TCVN3');
    expect(refused('not-permitted')).toBe(text.refusals.sentence('not-permitted', {}));
    expect(refusedSentence({ kind: 'offline' })).toBe(text.common.notSent);
  });

  test('[IMPUI1] sizes are read at a glance', async () => {
    expect([0, 400, 12_345, 12_400_000].map(formatBytes)).toEqual(['0 kB', '1 kB', '13 kB', '12,4 MB']);
    await chooseLanguage('en');
    expect(formatBytes(12_400_000)).toBe('12.4 MB');
  });
});

describe('the template of a list', () => {
  for (const language of LANGUAGES) {
    for (const list of importListSchema.options) {
      test(`[IMPUI2] ${list}, ${language}: the reader takes every head for what it is`, async () => {
        await chooseLanguage(language);
        const template = templateOf(list);
        expect(template.startsWith('\uFEFF')).toBe(true);
        const heads = template.slice(1).trimEnd().split(',');
        expect(heads.map((head) => fieldCalled(list, head))).toEqual(FIELDS[list]);
      });
    }
  }

  test('[IMPUI2] names out of a file stand in it as text, whatever they begin with or hold', () => {
    const rows = bridgesTemplateOf(['Cà Mau, cụm 1', '=cmd|1', 'Xã "Tân Lập"']).trimEnd().split('\r\n');
    expect(rows.slice(1)).toEqual(['"Cà Mau, cụm 1"', "'=cmd|1", '"Xã ""Tân Lập"""']);
  });
});

describe('columns as they are understood', () => {
  const preview = {
    sheets: [
      sheetOf('Tỉnh', [columnCalled('Tên', 'fullName'), columnCalled('Bí danh', null), columnCalled('', null)]),
      sheetOf('Xã', [
        columnCalled('Họ tên', 'fullName'),
        columnCalled('Bí danh', null),
        columnCalled('Đơn vị', 'homeUnit'),
      ]),
    ],
  };
  const heads = headsOf(preview);
  const none = new Map<string, string | null>();

  test('[IMPUI3] every head stands once, and a column without a head not at all', () => {
    expect(heads.map(({ called }) => called)).toEqual(['Tên', 'Bí danh', 'Họ tên', 'Đơn vị']);
    expect(isChanged(heads, none)).toBe(false);
    expect(mappingOf(heads, none)).toEqual({
      columns: { Tên: 'fullName', 'Bí danh': null, 'Họ tên': 'fullName', 'Đơn vị': 'homeUnit' },
    });
  });

  test('[IMPUI3] a meaning goes over from the column beside, in every sheet in which both stand', () => {
    const chosen = choose(preview, none, { called: 'Bí danh', field: 'fullName' });
    expect(mappingOf(heads, chosen).columns).toEqual({
      Tên: null,
      'Bí danh': 'fullName',
      'Họ tên': null,
      'Đơn vị': 'homeUnit',
    });
    const other = choose(preview, none, { called: 'Đơn vị', field: 'fullName' });
    expect(mappingOf(heads, other).columns).toMatchObject({ Tên: 'fullName', 'Họ tên': null, 'Đơn vị': 'fullName' });
  });

  test('[IMPUI3] posts may stand in several columns, and a column may be left out', () => {
    const posts = { sheets: [sheetOf('', [columnCalled('Đảng', 'positions'), columnCalled('Chính quyền', null)])] };
    const both = choose(posts, none, { called: 'Chính quyền', field: 'positions' });
    expect(mappingOf(headsOf(posts), both).columns).toEqual({ Đảng: 'positions', 'Chính quyền': 'positions' });
    const out = choose(posts, both, { called: 'Đảng', field: null });
    expect(mappingOf(headsOf(posts), out).columns).toEqual({ Đảng: null, 'Chính quyền': 'positions' });
    expect(isChanged(headsOf(posts), choose(posts, none, { called: 'Đảng', field: 'positions' }))).toBe(false);
  });
});

describe('an applied file and what the conference keeps of it', () => {
  const record = (importId: string, facts: Partial<ListImport> = {}): ListImport => ({
    importId: importIdSchema.parse(importId),
    at: 2_000,
    list: 'delegates',
    name: 'đại biểu.xlsx',
    added: 3,
    changed: 0,
    undone: false,
    itemIds: [],
    bridgeIds: [],
    replaced: [],
    ...facts,
  });
  test('[IMPUI4] an applied file is known by the id under which it was applied, also when it was read again', () => {
    const kept = [record('one', {}), record('again', {})];
    const again = importIdSchema.parse('again');
    expect(recordOf(kept, importJob({ state: 'applied', appliedAs: again }))?.importId).toBe('again');
    expect(recordOf(kept, importJob({ state: 'ready' }))).toBeUndefined();
  });
});

describe('what a screen reader is told', () => {
  const board = (facts: Partial<ImportBoard>): ImportBoard => ({ ...EMPTY_BOARD, told: 'yes', ...facts });
  const reading = board({ jobs: [importJob({ state: 'reading' })] });
  const ready = board({ jobs: [importJob({ preview: importPreview({ added: 4_012, refused: 2 }) })] });

  test('[IMPUI9] the end of a reading, once, with its figures', () => {
    expect(newsOf(reading, ready)).toBe('Đã đọc xong tệp đại biểu.xlsx: thêm mới 4.012, thay đổi 0, không nhận 2.');
    expect(newsOf(ready, ready)).toBeNull();
  });

  test('[IMPUI9] nothing of progress, and nothing of what stood there before the page came', () => {
    const further = board({ jobs: [importJob({ state: 'reading', rows: 900 })] });
    expect(newsOf(reading, further)).toBeNull();
    expect(newsOf(board({}), reading)).toBeNull();
    expect(newsOf(board({ told: 'waiting' }), ready)).toBeNull();
  });

  test('[IMPUI9] a short file that is ready at once is told too, and a fault with its way out', () => {
    expect(newsOf(board({}), ready)).not.toBeNull();
    const failed = board({
      jobs: [importJob({ state: 'failed', fault: { code: 'no-header', params: {} }, preview: null })],
    });
    expect(newsOf(reading, failed)).toContain(text.lists.fileFaults['no-header']({}));
    expect(newsOf(ready, board({ jobs: [importJob({ state: 'applied' })] }))).toBe(
      'Đã ghi tệp đại biểu.xlsx vào danh sách.',
    );
  });
});
